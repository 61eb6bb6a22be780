import type { MessageEntity } from '@grammyjs/types';

export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

/** What Telegram takes out of a text: carriage returns, marks of direction and lines, strokes over and under letters. */
const REMOVED = /\r|[\u2028-\u202E]|\u0333|\u033F|\u030A/u;
/** Controls and tabs become spaces; line feeds stay. */
const SPACED = /[\u0000-\u0009\u000B\u000C\u000E-\u001F]/u;

/**
 * The text as Telegram keeps it, its entities moved along: cleaned, without white space at its end, and without white
 * space at its beginning as far as no entity holds it (TDLib, clean_input_string and fix_formatted_text).
 */
export function cleanText({ text, entities }: FormattedText): FormattedText {
  const offsets: number[] = [];
  let cleaned = '';
  for (const unit of text.split('')) {
    offsets.push(cleaned.length);
    if (!REMOVED.test(unit)) cleaned += SPACED.test(unit) ? ' ' : unit;
  }
  offsets.push(cleaned.length);
  const moved = entities.map((entity) => ({
    entity,
    start: offsets[entity.offset] ?? cleaned.length,
    end: offsets[entity.offset + entity.length] ?? cleaned.length,
  }));
  const end = cleaned.replace(/[ \n]+$/u, '').length;
  const first = Math.min(end, ...moved.map(({ start }) => start));
  const lead = /^[ \n]*/u.exec(cleaned.slice(0, first))?.[0].length ?? 0;
  const kept = moved.flatMap(({ entity, ...bounds }) => {
    const [from, to] = [bounds.start, Math.min(bounds.end, end)];
    const isBlank = /^[ \n]*$/u.test(cleaned.slice(from, to));
    return isBlank ? [] : [{ ...entity, offset: from - lead, length: to - from }];
  });
  return { text: cleaned.slice(lead, end), entities: kept };
}
