import type { Context, Handler } from 'hono';
import type * as z from 'zod/mini';
import type { AppEnvironment } from '../app.ts';
import { type ApiError, readQuery } from './read-query.ts';

export type ApiHandler = Handler<AppEnvironment>;

/** Statuses of refusals. */
const STATUSES = {
  missing_parameter: 400,
  bad_parameter: 400,
  unknown_parameter: 400,
  unknown_report: 404,
  too_many_requests: 429,
} as const satisfies Record<ApiError['code'], number>;

/** Answers change with the index alone; a copy is asked after by its ETag once it is five minutes old. */
const CACHED = { 'cache-control': 'public, max-age=300' };

/** A route that answers checked parameters with JSON. `answer` may refuse, naming what is wrong. */
export function respond<Schema extends z.ZodMiniType, Body extends object>(
  schema: Schema,
  answer: (query: z.output<Schema>, c: Context<AppEnvironment>) => Body | Refusal,
): ApiHandler {
  return function answerRequest(c) {
    const read = readQuery(c, schema);
    if (!read.ok) return refuse(c, read.error);
    const body = answer(read.query, c);
    return body instanceof Refusal ? refuse(c, body.error) : c.json(body, 200, CACHED);
  };
}

/** Says no instead of an answer. */
export class Refusal {
  readonly error: ApiError;

  constructor(error: ApiError) {
    this.error = error;
  }
}

/** A refusal as JSON; never cached. */
export function refuse(c: Context<AppEnvironment>, error: ApiError): Response {
  return c.json({ error }, STATUSES[error.code], { 'cache-control': 'no-store' });
}
