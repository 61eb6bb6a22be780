import * as z from 'zod/mini';

/** What the Telegram side needs. */
export interface TelegramSettings {
  readonly token: string;
  readonly secret: string;
  /** Without @; null when it is not configured, then mentions in groups go unseen. */
  readonly username: string | null;
  /** Address of the Bot API without a final slash. */
  readonly apiRoot: string;
  /** Where readers reach the pages, without a final slash; null leaves citations without links. */
  readonly publicUrl: string | null;
}

/** Settings, or the binding that is missing or wrong. */
export type TelegramSettingsResult =
  | { readonly ok: true; readonly settings: TelegramSettings }
  | { readonly ok: false; readonly name: string; readonly detail: string };

const TELEGRAM_API_ROOT = 'https://api.telegram.org';

/** A variable set to nothing is one that is not set. */
function orAbsent(value: unknown): unknown {
  return value === '' ? undefined : value;
}

/** `http:` is for a local Worker; Telegram itself only calls `https:`. */
const address = z.pipe(
  z.url({ protocol: /^https?$/u, error: 'must be an http or https address' }),
  z.transform((url: string) => url.replace(/\/+$/u, '')),
);

const optional = <Schema extends z.core.$ZodType>(schema: Schema) => z.pipe(z.transform(orAbsent), z.optional(schema));
const required = (schema: z.ZodMiniString) => z.pipe(z.transform(orAbsent), schema);

const BINDINGS = z.object({
  TELEGRAM_TOKEN: required(
    z.string({ error: 'is missing' }).check(z.regex(/^\d+:[\w-]+$/u, 'must look like 123456:ABC-DEF')),
  ),
  // Character set and length: Bot API, setWebhook, secret_token.
  TELEGRAM_SECRET: required(
    z
      .string({ error: 'is missing' })
      .check(z.regex(/^[\w-]{1,256}$/u, 'must be 1 to 256 characters of A-Z, a-z, 0-9, _ and -')),
  ),
  TELEGRAM_BOT_USERNAME: optional(z.string().check(z.regex(/^\w{1,64}$/u, 'must be a username without @'))),
  TELEGRAM_API_ROOT: optional(address),
  PUBLIC_URL: optional(address),
});

/**
 * Checks the bindings that the Telegram side needs.
 *
 * @returns the settings, or the name of the first binding that is missing or malformed with what is wrong; never its value
 */
export function readTelegramSettings(bindings: unknown): TelegramSettingsResult {
  const parsed = BINDINGS.safeParse(bindings ?? {});
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { ok: false, name: String(issue?.path[0] ?? 'bindings'), detail: issue?.message ?? 'is not an object' };
  }
  const { TELEGRAM_TOKEN, TELEGRAM_SECRET, TELEGRAM_BOT_USERNAME, PUBLIC_URL } = parsed.data;
  return {
    ok: true,
    settings: {
      token: TELEGRAM_TOKEN,
      secret: TELEGRAM_SECRET,
      username: TELEGRAM_BOT_USERNAME ?? null,
      apiRoot: parsed.data.TELEGRAM_API_ROOT ?? TELEGRAM_API_ROOT,
      publicUrl: PUBLIC_URL ?? null,
    },
  };
}
