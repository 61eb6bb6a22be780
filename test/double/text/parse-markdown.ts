import type { MessageEntity } from '@grammyjs/types';
import type { FormattedText } from './clean-text.ts';
import {
  byteOffset,
  emojiEntity,
  linkEntity,
  MarkupFault,
  type ParsedMarkup,
  parseWith,
  sortEntities,
  timeEntity,
} from './marked-entity.ts';

type Kind =
  | 'Bold'
  | 'Italic'
  | 'Underline'
  | 'Strikethrough'
  | 'Spoiler'
  | 'Code'
  | 'Pre'
  | 'PreCode'
  | 'TextUrl'
  | 'CustomEmoji'
  | 'BlockQuote';

interface Open {
  readonly kind: Kind;
  /** Of the text so far, in code units. */
  readonly offset: number;
  /** Of the mark, in the markup. */
  readonly position: number;
  readonly language: string;
}

/** Marks that begin an entity, and end it too where `END` says nothing else. The longer come first. */
const MARKS: readonly (readonly [mark: string, kind: Kind])[] = [
  ['```', 'Pre'],
  ['__', 'Underline'],
  ['||', 'Spoiler'],
  ['![', 'CustomEmoji'],
  ['*', 'Bold'],
  ['_', 'Italic'],
  ['~', 'Strikethrough'],
  ['[', 'TextUrl'],
  ['`', 'Code'],
];
const ENDS: Partial<Record<Kind, string>> = { TextUrl: ']', CustomEmoji: ']', PreCode: '```' };
const TYPES = {
  Bold: 'bold',
  Italic: 'italic',
  Underline: 'underline',
  Strikethrough: 'strikethrough',
  Spoiler: 'spoiler',
  Code: 'code',
  BlockQuote: 'blockquote',
} as const;
const RESERVED = '_*[]()~`>#+-=|{}.!';

/** Text in MarkdownV2 as Telegram reads it, and its complaints (TDLib, parse_markdown_v2). */
export function parseMarkdown(markup: string): ParsedMarkup {
  return parseWith(new MarkdownReader(markup));
}

class MarkdownReader {
  readonly #markup: string;
  readonly #open: Open[] = [];
  readonly #entities: MessageEntity[] = [];
  #text = '';
  #position = 0;
  /** Whether nothing but marks and carriage returns stands before in the line, so that `>` begins a quotation. */
  #isAtLineStart = true;

  constructor(markup: string) {
    this.#markup = markup;
  }

  read(): FormattedText {
    while (this.#position < this.#markup.length) this.#step();
    if (this.#quotation() !== undefined) this.#endQuotation();
    const last = this.#open.at(-1);
    if (last) this.#failAt(last);
    return { text: this.#text, entities: sortEntities(this.#entities) };
  }

  #step(): void {
    const character = this.#markup[this.#position] ?? '';
    const escaped = /^\\([\u0001-\u007e])/u.exec(this.#markup.slice(this.#position, this.#position + 2))?.[1];
    const open = this.#open.at(-1);
    const isCode = open !== undefined && /^(?:Code|Pre|PreCode)$/u.test(open.kind);
    const isPlain = isCode ? character !== '`' : !RESERVED.includes(character) && character !== '\n';
    if (escaped !== undefined) this.#take(escaped, 2);
    else if (isPlain) this.#take(character);
    else if (character === '\n') this.#breakLine();
    else this.#readMark(character, open);
  }

  #readMark(character: string, open: Open | undefined): void {
    const end = open && (ENDS[open.kind] ?? MARKS.find(([, kind]) => kind === open.kind)?.[0]);
    const isUnderline = open?.kind === 'Italic' && this.#startsWith('__');
    if (end !== undefined && this.#startsWith(end) && !isUnderline) {
      this.#end(end);
      return;
    }
    if (character === '>' && this.#isAtLineStart) {
      if (this.#quotation() === undefined) this.#begin('BlockQuote', '>');
      else this.#position++;
      return;
    }
    const mark = MARKS.find(([written]) => this.#startsWith(written));
    if (mark === undefined) {
      throw new MarkupFault(`Character '${character}' is reserved and must be escaped with the preceding '\\'`);
    }
    this.#begin(mark[1], mark[0]);
  }

  #quotation(): Open | undefined {
    return this.#open.find(({ kind }) => kind === 'BlockQuote');
  }

  /** A quotation begins and goes on with `>` at the beginning of a line, and ends with the first line without. */
  #breakLine(): void {
    const isOver = this.#quotation() !== undefined && this.#markup[this.#position + 1] !== '>';
    if (!isOver) {
      this.#take('\n');
      return;
    }
    const isExpandable = this.#dropLastSpoiler();
    const last = this.#open.at(-1);
    if (last && last.kind !== 'BlockQuote') this.#failAt(last);
    this.#take('\n');
    this.#closeQuotation(isExpandable);
  }

  /** At the end of the text. */
  #endQuotation(): void {
    const isExpandable = this.#dropLastSpoiler();
    if (this.#open.at(-1)?.kind === 'BlockQuote') this.#closeQuotation(isExpandable);
  }

  /** Two strokes at the end of a quotation are no spoiler, but say that it can be expanded. */
  #dropLastSpoiler(): boolean {
    const last = this.#open.at(-1);
    const isLast = last?.kind === 'Spoiler' && /^\|\|\r?$/u.test(this.#markup.slice(last.position, this.#position));
    if (isLast) this.#open.pop();
    return isLast;
  }

  #closeQuotation(isExpandable: boolean): void {
    const offset = this.#open.pop()?.offset ?? 0;
    const length = this.#text.length - offset;
    const type = isExpandable ? 'expandable_blockquote' : 'blockquote';
    if (length > 0) this.#entities.push({ type, offset, length });
  }

  #begin(kind: Kind, mark: string): void {
    const position = this.#position;
    this.#position += mark.length;
    if (kind !== 'Pre') {
      this.#open.push({ kind, position, offset: this.#text.length, language: '' });
      return;
    }
    const rest = this.#markup.slice(this.#position);
    const language = /^[^\s`]+(?=\s)/u.exec(rest)?.[0] ?? '';
    this.#position += language.length + (/^(?:\r\n|\n\r|\n|\r)/u.exec(rest.slice(language.length))?.[0].length ?? 0);
    this.#open.push({ kind: language === '' ? 'Pre' : 'PreCode', position, offset: this.#text.length, language });
  }

  #end(mark: string): void {
    const open = this.#open.pop();
    if (open === undefined) return;
    this.#position += mark.length;
    const { kind, offset, language } = open;
    const bounds = { offset, length: this.#text.length - offset };
    const written = this.#text.slice(offset);
    let entities: readonly MessageEntity[];
    if (kind === 'TextUrl') entities = linkEntity(bounds, this.#readAddress() ?? written);
    else if (kind === 'CustomEmoji') entities = this.#emojiOrTime(bounds);
    else if (kind === 'Pre') entities = [{ type: 'pre', ...bounds }];
    else if (kind === 'PreCode') entities = [{ type: 'pre', ...bounds, language }];
    else entities = [{ type: TYPES[kind], ...bounds }];
    if (bounds.length > 0) this.#entities.push(...entities);
  }

  #emojiOrTime(bounds: { readonly offset: number; readonly length: number }): readonly MessageEntity[] {
    const address = this.#readAddress();
    if (address === null) throw new MarkupFault('The entity must contain a tg://emoji or tg://time URL');
    const { kind, query } = /^tg:(?:\/\/)?(?<kind>emoji|time)\/?\?(?<query>[^#]*)/iu.exec(address)?.groups ?? {};
    const parameters = new URLSearchParams(query);
    const number = parameters.get(kind?.toLowerCase() === 'time' ? 'unix' : 'id') ?? '';
    if (!/^[1-9]\d*$/u.test(number)) throw new MarkupFault('Invalid tg://emoji or tg://time URL specified');
    if (kind?.toLowerCase() === 'emoji') return [emojiEntity(bounds, number)];
    return timeEntity(bounds, { time: Number(number), format: parameters.get('format') ?? '' });
  }

  /** What stands in brackets after the text of a link; null when there are none. */
  #readAddress(): string | null {
    if (!this.#startsWith('(')) return null;
    const start = this.#position + 1;
    const match = /^(?:\\[\u0001-\u007e]|\\(?![\u0001-\u007e])|[^)\\])*\)/u.exec(this.#markup.slice(start))?.[0];
    if (match === undefined) {
      throw new MarkupFault(`Can't find end of a URL at byte offset ${byteOffset(this.#markup, start)}`);
    }
    this.#position = start + match.length;
    return match.slice(0, -1).replace(/\\([\u0001-\u007e])/gu, '$1');
  }

  #take(text: string, length = 1): void {
    this.#text += text;
    if (text !== '\r') this.#isAtLineStart = text === '\n';
    this.#position += length;
  }

  #startsWith(mark: string): boolean {
    return this.#markup.startsWith(mark, this.#position);
  }

  #failAt({ kind, position }: Open): never {
    throw new MarkupFault(`Can't find end of ${kind} entity at byte offset ${byteOffset(this.#markup, position)}`);
  }
}
