/** One line of the log. Only these fields exist, so that no question, name or header can slip into it. */
export interface LogEntry {
  readonly event:
    | 'request_failed'
    | 'telegram_unconfigured'
    | 'telegram_update_ignored'
    | 'telegram_update_failed'
    | 'telegram_update_duplicate'
    | 'telegram_update_postponed'
    | 'telegram_update_dead'
    | 'telegram_send_failed'
    | 'telegram_send_paced'
    | 'telegram_chat_gone'
    | 'telegram_inline_failed'
    | 'database_failed'
    | 'queue_failed'
    | 'digest_send_failed'
    | 'digest_dead_letter'
    | 'gate_failed'
    | 'model_unconfigured'
    | 'model_asked'
    | 'embedding_failed';
  /** Name of a binding, a method or an error class. */
  readonly name?: string;
  readonly detail?: string;
  /** HTTP or Bot API status. */
  readonly status?: number;
  readonly updateId?: number;
  readonly attempts?: number;
  readonly seconds?: number;
  /** Version of the prompts. */
  readonly prompt?: string;
}

export type Log = (entry: LogEntry) => void;

/** The shape of a bot token: digits, a colon and at least twenty letters, as in addresses of the Bot API. */
const TOKEN = /\d{4,}(?::|%3A)[\w-]{20,}/giu;

/** The same text with every bot token replaced. */
export function redact(text: string): string {
  return text.replace(TOKEN, '[token]');
}

/** A log that writes one JSON object a line, with every token removed whatever field it stands in. */
export function createLog(write: (line: string) => void): Log {
  return function log(entry) {
    write(redact(JSON.stringify(entry)));
  };
}
