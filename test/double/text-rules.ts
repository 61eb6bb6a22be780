import type { MessageEntity } from '@grammyjs/types';

export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

/** In Unicode code points: TDLib counts UTF-8 characters, not UTF-16 units. */
const MAX_LENGTH = 4096;
const MAX_ENTITIES = 100;

export type TextResult =
  | { readonly ok: true; readonly sent: FormattedText }
  | { readonly ok: false; readonly reason: string; readonly isViolation: boolean };

/**
 * The text as Telegram would show it, or why it would not take it. Where Telegram repairs or drops an entity in silence,
 * the double refuses: `isViolation` tells such a case.
 */
export function acceptText({ text, entities }: FormattedText): TextResult {
  const wrong = entities.map((entity) => entityFault(entity, text)).find((fault) => fault !== null);
  if (wrong) return refuse(wrong, true);
  if (entities.length > MAX_ENTITIES) return refuse(`more than ${MAX_ENTITIES} entities would be dropped`, true);
  if (!text.isWellFormed()) return refuse('strings must be encoded in UTF-8', true);
  const sent = trim({ text, entities });
  if (sent.text === '') return refuse('message text is empty', false);
  return [...sent.text].length > MAX_LENGTH ? refuse('message is too long', false) : { ok: true, sent };
}

function refuse(reason: string, isViolation: boolean): TextResult {
  return { ok: false, reason, isViolation };
}

function entityFault({ type, offset, length }: MessageEntity, text: string): string | null {
  const end = offset + length;
  if (!Number.isInteger(offset) || !Number.isInteger(length)) return `${type} has fractional bounds`;
  if (offset < 0 || length <= 0) return `${type} at ${offset} has length ${length}`;
  if (end > text.length) return `${type} at ${offset} ends at ${end}, after the end of the text at ${text.length}`;
  if (splitsSurrogate(text, offset) || splitsSurrogate(text, end))
    return `${type} at ${offset} splits a surrogate pair`;
  return null;
}

function splitsSurrogate(text: string, position: number): boolean {
  return /[\uD800-\uDBFF]/u.test(text[position - 1] ?? '') && /[\uDC00-\uDFFF]/u.test(text[position] ?? '');
}

function trim({ text, entities }: FormattedText): FormattedText {
  const lead = text.length - text.trimStart().length;
  const trimmed = text.trim();
  const moved = entities.flatMap((entity) => {
    const start = Math.max(0, entity.offset - lead);
    const end = Math.min(trimmed.length, entity.offset + entity.length - lead);
    return start < end ? [{ ...entity, offset: start, length: end - start }] : [];
  });
  return { text: trimmed, entities: moved };
}
