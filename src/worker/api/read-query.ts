import type { Context } from 'hono';
import type * as z from 'zod/mini';
import type { AppEnvironment } from '../app.ts';

/** What a program is told of a request that cannot be answered. */
export interface ApiError {
  readonly code: 'missing_parameter' | 'bad_parameter' | 'unknown_parameter' | 'unknown_report' | 'too_many_requests';
  /** One sentence for a person. */
  readonly message: string;
  /** The parameter it is about; absent when it is about none. */
  readonly parameter?: string;
}

export type QueryResult<Query> =
  | { readonly ok: true; readonly query: Query }
  | { readonly ok: false; readonly error: ApiError };

/**
 * The parameters of an address, checked. One without a value counts as not given, one given twice as wrong where it is no
 * list; one that the route does not have is refused, for it would change the answer if it were spelled right.
 */
export function readQuery<Schema extends z.ZodMiniType>(
  c: Context<AppEnvironment>,
  schema: Schema,
): QueryResult<z.output<Schema>> {
  const given = Object.entries(c.req.queries()).flatMap(([name, values]) => {
    const filled = values.map((value) => value.trim()).filter((value) => value !== '');
    return filled.length === 0 ? [] : [[name, filled.length === 1 ? filled[0] : filled] as const];
  });
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (parsed.success) return { ok: true, query: parsed.data };
  return { ok: false, error: toError(parsed.error.issues[0], new Set(given.map(([name]) => name))) };
}

function toError(issue: z.core.$ZodIssue | undefined, given: ReadonlySet<string>): ApiError {
  if (issue?.code === 'unrecognized_keys') {
    const [parameter = ''] = issue.keys;
    return { code: 'unknown_parameter', parameter, message: `没有参数 ${parameter}。` };
  }
  const parameter = String(issue?.path[0] ?? '');
  if (!given.has(parameter)) return { code: 'missing_parameter', parameter, message: `缺少参数 ${parameter}。` };
  const detail = issue?.code === 'invalid_type' ? '只能给一次' : (issue?.message ?? '');
  return { code: 'bad_parameter', parameter, message: `参数 ${parameter} ${detail}。` };
}
