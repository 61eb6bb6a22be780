import { cleanText, type FormattedText } from './clean-text.ts';
import { entitiesFault } from './entity-rules.ts';
import type { ParsedMarkup } from './marked-entity.ts';
import { parseHtml } from './parse-html.ts';
import { parseMarkdown } from './parse-markdown.ts';

/** In Unicode code points: TDLib counts UTF-8 characters, not UTF-16 units. */
const MAX_LENGTH = 4096;
/** Of what is sent, before markup is parsed. */
const MAX_BYTES = 32_768;
/** White space and what nobody sees: a text of these alone is empty (TDLib, strip_empty_characters). */
const UNSEEN =
  /^(?:[ \n\u00a0\u1680\u180e\u2000-\u200c\u200e\u200f\u202e\u202f\u205f\u2800\u3000\ufeff\ufffc]|\u200d|[\u{e0000}-\u{e007f}])*$/u;

export type TextResult =
  | { readonly ok: true; readonly sent: FormattedText }
  | { readonly ok: false; readonly reason: string; readonly isViolation: boolean };

interface GivenText extends FormattedText {
  /** HTML or MarkdownV2, in any case; entities are then of no account. */
  readonly parseMode?: string | undefined;
  /** In code points; that of a message when left out. */
  readonly maxLength?: number;
}

/**
 * The text as Telegram would show it, or why it would not take it. Where Telegram repairs or drops an entity in silence,
 * the double refuses: `isViolation` tells such a case.
 */
export function acceptText({ parseMode, maxLength = MAX_LENGTH, ...given }: GivenText): TextResult {
  if (!given.text.isWellFormed()) return refuse('strings must be encoded in UTF-8', true);
  if (new TextEncoder().encode(given.text).length > MAX_BYTES) return refuse('text is too long', false);
  const parsed = parseMode === undefined ? { ok: true as const, ...given } : parse(given.text, parseMode);
  if (!parsed.ok) return refuse(parsed.reason, false);
  const wrong = parseMode === undefined ? entitiesFault(given) : null;
  if (wrong !== null) return refuse(wrong, true);
  const sent = cleanText(parsed);
  if (UNSEEN.test(sent.text)) return refuse('message text is empty', false);
  return [...sent.text].length > maxLength ? refuse('message is too long', false) : { ok: true, sent };
}

function parse(text: string, mode: string): ParsedMarkup {
  const parsers: Readonly<Record<string, (markup: string) => ParsedMarkup>> = {
    html: parseHtml,
    markdownv2: parseMarkdown,
  };
  const parsed = parsers[mode.toLowerCase()]?.(text);
  if (parsed === undefined) return { ok: false, reason: 'unsupported parse_mode' };
  return parsed.ok ? parsed : { ok: false, reason: `can't parse entities: ${parsed.reason}` };
}

function refuse(reason: string, isViolation: boolean): TextResult {
  return { ok: false, reason, isViolation };
}
