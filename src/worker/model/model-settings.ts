import * as z from 'zod/mini';

/** The Workers AI binding, as far as it is used. */
export interface WorkersAi {
  run(model: string, input: unknown, options: { readonly signal: AbortSignal }): Promise<unknown>;
}

/** Where the model is. */
export type ModelProvider =
  | { readonly type: 'openai'; readonly url: string; readonly key: string | null; readonly name: string }
  | { readonly type: 'workers-ai'; readonly ai: WorkersAi; readonly name: string };

/** Calls and tokens a day. */
export interface ModelCaps {
  readonly calls: number;
  readonly tokens: number;
}

export interface ModelSettings {
  readonly provider: ModelProvider;
  /** For everybody, one chat and one user. */
  readonly caps: { readonly all: ModelCaps; readonly chat: ModelCaps; readonly user: ModelCaps };
}

/** `settings`: null when no model is configured. */
export type ModelSettingsResult =
  | { readonly ok: true; readonly settings: ModelSettings | null }
  | { readonly ok: false; readonly name: string; readonly detail: string };

/** Cheapest model of Workers AI that writes good Chinese, November 2026. */
const WORKERS_AI_MODEL = '@cf/qwen/qwen3-30b-a3b-fp8';
/** About what the free allocation of Workers AI answers in a day with that model. */
const CALLS_OF_ALL = 300;
const TOKENS_A_CALL = 4000;
/** Shares of the day's calls that one chat and one user may take. */
const CHAT_SHARE = 1 / 3;
const USER_SHARE = 1 / 6;

const HOSTS_OF_THIS_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Questions and keys travel encrypted, but to this machine. */
function isSafe(address: string): boolean {
  const { protocol, hostname, username, password } = new URL(address);
  return (protocol === 'https:' || HOSTS_OF_THIS_MACHINE.has(hostname)) && username === '' && password === '';
}

const text = z.optional(z.string());
const BINDINGS = z.object({
  MODEL_URL: z.optional(
    z.url({ protocol: /^https?$/u, error: 'must be an address' }).check(z.refine(isSafe, 'must be an https address')),
  ),
  MODEL_KEY: text,
  MODEL_NAME: z.optional(z.string().check(z.regex(/^[\w@./:-]{1,200}$/u, 'must be the name of a model'))),
  MODEL_DAILY_CALLS: z.optional(z.string().check(z.regex(/^[1-9]\d{0,6}$/u, 'must be a number above 0'))),
  AI: z.optional(
    z.custom<WorkersAi>((value) => typeof Object(value).run === 'function', 'is not a Workers AI binding'),
  ),
});

/** Variables set to nothing are not set. */
function withoutEmpty(bindings: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(Object(bindings)).filter(([, value]) => value !== ''));
}

function capsOf(calls: number): ModelSettings['caps'] {
  const share = (part: number): ModelCaps => {
    const own = Math.max(1, Math.floor(calls * part));
    return { calls: own, tokens: own * TOKENS_A_CALL };
  };
  return { all: share(1), chat: share(CHAT_SHARE), user: share(USER_SHARE) };
}

/**
 * Checks the variables of the optional language model: MODEL_URL, MODEL_NAME and MODEL_KEY for any endpoint that speaks
 * OpenAI's protocol, else the binding AI.
 *
 * @returns the settings, null without a model, or the variable that is wrong; never its value
 */
export function readModelSettings(bindings: unknown): ModelSettingsResult {
  const parsed = BINDINGS.safeParse(withoutEmpty(bindings));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { ok: false, name: String(issue?.path[0] ?? 'bindings'), detail: issue?.message ?? 'is wrong' };
  }
  const { MODEL_URL: url, MODEL_KEY: key, MODEL_NAME: name, MODEL_DAILY_CALLS: calls, AI: ai } = parsed.data;
  const caps = capsOf(calls === undefined ? CALLS_OF_ALL : Number(calls));
  if (url !== undefined) {
    if (name === undefined) return { ok: false, name: 'MODEL_NAME', detail: 'is missing beside MODEL_URL' };
    const provider = { type: 'openai', url: url.replace(/\/+$/u, ''), key: key ?? null, name } as const;
    return { ok: true, settings: { provider, caps } };
  }
  if (ai === undefined) return { ok: true, settings: null };
  return { ok: true, settings: { provider: { type: 'workers-ai', ai, name: name ?? WORKERS_AI_MODEL }, caps } };
}
