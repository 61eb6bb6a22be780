import { readReference } from './html-reference.ts';
import { byteOffset, MarkupFault } from './marked-entity.ts';

export interface StartTag {
  readonly name: string;
  /** Of the one attribute that the tag takes; empty without. */
  readonly argument: string;
  /** In Unix time, of `tg-time`; 0 without. */
  readonly time: number;
}

const TAGS = new Set(
  'a b strong i em s strike del u ins tg-spoiler tg-emoji tg-time span pre code blockquote'.split(' '),
);
const SPACE = /[\s\0]/u;

/**
 * @param position of the `<`
 * @returns the tag and the position after its `>`
 * @throws {MarkupFault} If Telegram would not take it.
 */
export function readStartTag(markup: string, position: number): StartTag & { readonly end: number } {
  const at = byteOffset(markup, position);
  let end = skip(markup, position + 1, (character) => !SPACE.test(character) && character !== '>');
  if (end >= markup.length) throw new MarkupFault(`Unclosed start tag at byte offset ${at}`);
  const name = markup.slice(position + 1, end).toLowerCase();
  if (!TAGS.has(name)) throw new MarkupFault(`Unsupported start tag "${name}" at byte offset ${at}`);
  let argument = '';
  let time = 0;
  for (;;) {
    end = skip(markup, end, (character) => SPACE.test(character));
    if (markup[end] === '>') break;
    const attribute = readAttribute(markup, { position: end, tag: name, at });
    argument = argumentOf(name, attribute) ?? argument;
    if (name === 'tg-time' && attribute.name === 'unix') time = Number.parseInt(attribute.value, 10) || 0;
    end = attribute.end;
  }
  if (name === 'span' && argument !== 'spoiler') {
    throw new MarkupFault(`Tag "span" must have class "tg-spoiler" at byte offset ${at}`);
  }
  return { name, argument, time, end: end + 1 };
}

/** The lower-case name in an end tag, empty in `</>`, and the position after its `>`. */
export function readEndTag(markup: string, position: number): { readonly name: string; readonly end: number } {
  const nameEnd = skip(markup, position + 2, (character) => !SPACE.test(character) && character !== '>');
  const end = skip(markup, nameEnd, (character) => SPACE.test(character));
  if (markup[end] !== '>') throw new MarkupFault(`Unclosed end tag at byte offset ${byteOffset(markup, position)}`);
  return { name: markup.slice(position + 2, nameEnd).toLowerCase(), end: end + 1 };
}

interface Attribute {
  readonly name: string;
  readonly value: string;
  readonly end: number;
}

function readAttribute(
  markup: string,
  { position, tag, at }: { readonly position: number; readonly tag: string; readonly at: number },
): Attribute {
  const nameEnd = skip(markup, position, (character) => !SPACE.test(character) && !/[=>/"']/u.test(character));
  const name = markup.slice(position, nameEnd);
  if (name === '') throw new MarkupFault(`Empty attribute name in the tag "${tag}" at byte offset ${at}`);
  const equals = skip(markup, nameEnd, (character) => SPACE.test(character));
  if (markup[equals] !== '=') {
    if (equals >= markup.length) throw new MarkupFault(`Unclosed start tag "${tag}" at byte offset ${at}`);
    return { name, value: '', end: equals };
  }
  const start = skip(markup, equals + 1, (character) => SPACE.test(character));
  if (start >= markup.length) throw new MarkupFault(`Unclosed start tag "${tag}" at byte offset ${at}`);
  const value = /["']/u.test(markup[start] ?? '') ? readLiteral(markup, start) : readToken(markup, start);
  if (value.end >= markup.length) throw new MarkupFault(`Unclosed start tag at byte offset ${at}`);
  return { name, ...value };
}

function readToken(markup: string, position: number): Omit<Attribute, 'name'> {
  const end = skip(markup, position, (character) => /[a-z\d.-]/iu.test(character));
  const next = markup[end] ?? '\0';
  if (!SPACE.test(next) && next !== '>') {
    throw new MarkupFault(`Unexpected end of name token at byte offset ${byteOffset(markup, position)}`);
  }
  return { value: markup.slice(position, end).toLowerCase(), end };
}

function readLiteral(markup: string, position: number): Omit<Attribute, 'name'> {
  const quote = markup[position];
  let value = '';
  let end = position + 1;
  while (end < markup.length && markup[end] !== quote) {
    const reference = markup[end] === '&' ? readReference(markup, end) : null;
    value += reference === null ? markup[end] : String.fromCodePoint(reference.code);
    end = reference?.end ?? end + 1;
  }
  return { value, end: end + 1 };
}

function argumentOf(tag: string, { name, value }: Attribute): string | null {
  if (tag === 'a' && name === 'href') return value;
  if ((tag === 'tg-emoji' && name === 'emoji-id') || (tag === 'tg-time' && name === 'format')) return value;
  if (tag === 'code' && name === 'class' && value.startsWith('language-')) return value.slice('language-'.length);
  if (tag === 'span' && name === 'class' && value.startsWith('tg-')) return value.slice('tg-'.length);
  return tag === 'blockquote' && name === 'expandable' ? 'expandable' : null;
}

function skip(text: string, position: number, isPart: (character: string) => boolean): number {
  let end = position;
  while (end < text.length && isPart(text[end] ?? '')) end++;
  return end;
}
