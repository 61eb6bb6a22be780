/** Whether a character is one of 0 to 9. */
export const isArabicDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9';

/** A number in Arabic digits. */
export interface Literal {
  readonly end: number;
  readonly value: number;
  readonly decimal: boolean;
  /** More than one point in it (1.2.3): no number. */
  readonly dotted: boolean;
}

function skipDigits(text: string, from: number): number {
  let at = from;
  while (isArabicDigit(text[at])) at++;
  return at;
}

/** The end of `[,，]ddd` groups after a head of one to three digits, or the head's end. */
function skipGroups(text: string, head: number): number {
  let at = head;
  while ((text[at] === ',' || text[at] === '，') && skipDigits(text, at + 1) === at + 4) at += 4;
  return at;
}

const SPACED_GROUPS = /^(?:[ \u00a0\u2009\u202f]\d{3}){1,4}(?![\d.,，%\s])/u;

/** 8 426: spaces part thousands where the head touches a word and a word follows; in a table they part cells. */
function skipSpacedGroups(text: string, span: { readonly start: number; readonly end: number }): number {
  if (!/\p{Script=Han}/u.test(text[span.start - 1] ?? '')) return span.end;
  return span.end + (SPACED_GROUPS.exec(text.slice(span.end, span.end + 17))?.[0].length ?? 0);
}

/** The number in Arabic digits that starts at a position, with separators and decimals. */
export function readLiteral(text: string, start: number): Literal {
  const head = skipDigits(text, start);
  const grouped = head - start <= 3 ? skipGroups(text, head) : head;
  const whole = grouped === head && head - start <= 3 ? skipSpacedGroups(text, { start, end: head }) : grouped;
  let end = whole;
  if (text[end] === '.' && isArabicDigit(text[end + 1])) end = skipDigits(text, end + 1);
  let last = end;
  while (end > whole && text[last] === '.' && isArabicDigit(text[last + 1])) last = skipDigits(text, last + 1);
  const value = Number(text.slice(start, end).replace(/[,，\s]/gu, ''));
  return { end: last, value, decimal: end > whole, dotted: last > end };
}
