const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const MAX_CODE = 0x10ffff;
/** Of a numeric reference, from the ampersand to before the semicolon. */
const MAX_LENGTH = 9;
const REFERENCE = /^&(?:#x(?<hex>[\da-f]*)|#(?<decimal>\d*)|(?<name>[a-z]*));?/iu;

/** The character that a reference at the position stands for, and where it ends; null when it stands for itself. */
export function readReference(text: string, position: number): { readonly code: number; readonly end: number } | null {
  const match = REFERENCE.exec(text.slice(position, position + 80));
  if (match === null) return null;
  const { hex, decimal, name = '' } = match.groups ?? {};
  const end = position + match[0].length;
  if (hex === undefined && decimal === undefined) {
    const character = NAMED[name];
    return character === undefined ? null : { code: character.charCodeAt(0), end };
  }
  // `&#X` is read as a decimal reference without digits.
  if (match[0].startsWith('&#X')) return null;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex || '0', 16);
  const length = match[0].replace(/;$/u, '').length;
  return code === 0 || code >= MAX_CODE || length > MAX_LENGTH ? null : { code, end };
}

/** Half of a surrogate pair, which no reference may stand for. */
export function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}
