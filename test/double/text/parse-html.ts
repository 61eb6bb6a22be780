import type { MessageEntity } from '@grammyjs/types';
import type { FormattedText } from './clean-text.ts';
import { isSurrogate, readReference } from './html-reference.ts';
import { readEndTag, readStartTag, type StartTag } from './html-tags.ts';
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

type Simple = 'bold' | 'italic' | 'underline' | 'strikethrough' | 'spoiler';

const SIMPLE: Readonly<Record<string, Simple>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
};

interface Open extends StartTag {
  readonly offset: number;
}

/** Text with tags as Telegram reads it, and its complaints (TDLib, parse_html). */
export function parseHtml(markup: string): ParsedMarkup {
  return parseWith(new HtmlReader(markup));
}

class HtmlReader {
  readonly #markup: string;
  readonly #open: Open[] = [];
  /** Languages of code that may turn out to stand in a `pre`. */
  readonly #languages = new Map<MessageEntity, string>();
  readonly #entities: MessageEntity[] = [];
  #text = '';
  #isBroken = false;

  constructor(markup: string) {
    this.#markup = markup;
  }

  read(): FormattedText {
    for (let position = 0; position < this.#markup.length; ) position = this.#step(position);
    const last = this.#open.at(-1);
    if (last) throw new MarkupFault(`Can't find end tag corresponding to start tag "${last.name}"`);
    if (this.#isBroken) {
      const what = 'Text contains invalid Unicode characters after decoding HTML entities';
      throw new MarkupFault(`${what}, check for unmatched surrogate code units`);
    }
    return { text: this.#text, entities: sortEntities(this.#entities) };
  }

  #step(position: number): number {
    const character = this.#markup[position] ?? '';
    const reference = character === '&' ? readReference(this.#markup, position) : null;
    if (reference !== null) {
      if (isSurrogate(reference.code)) this.#isBroken = true;
      this.#text += String.fromCodePoint(reference.code);
      return reference.end;
    }
    if (character !== '<') {
      this.#text += character;
      return position + 1;
    }
    if (this.#markup[position + 1] !== '/') {
      const { end, ...tag } = readStartTag(this.#markup, position);
      this.#open.push({ ...tag, offset: this.#text.length });
      return end;
    }
    return this.#close(position);
  }

  #close(position: number): number {
    const at = byteOffset(this.#markup, position);
    const tag = this.#open.pop();
    if (tag === undefined) throw new MarkupFault(`Unexpected end tag at byte offset ${at}`);
    const { name, end } = readEndTag(this.#markup, position);
    if (name !== '' && name !== tag.name) {
      throw new MarkupFault(`Unmatched end tag at byte offset ${at}, expected "</${tag.name}>", found "</${name}>"`);
    }
    const entities = this.#text.length > tag.offset ? this.#entitiesOf(tag) : [];
    this.#entities.push(...entities);
    return end;
  }

  #entitiesOf({ name, argument, time, offset }: Open): readonly MessageEntity[] {
    const bounds = { offset, length: this.#text.length - offset };
    const simple = SIMPLE[name];
    if (simple !== undefined) return [{ type: simple, ...bounds }];
    if (name === 'a') return linkEntity(bounds, argument === '' ? this.#text.slice(offset) : argument);
    if (name === 'tg-emoji') return [emojiEntity(bounds, argument)];
    if (name === 'tg-time') return timeEntity(bounds, { time, format: argument });
    if (name === 'blockquote') return [{ type: argument === '' ? 'blockquote' : 'expandable_blockquote', ...bounds }];
    return [this.#codeOf(name, argument, bounds)];
  }

  /** A `code` with a language and a `pre` around the same text, in either order, are one block of code. */
  #codeOf(name: string, argument: string, bounds: { offset: number; length: number }): MessageEntity {
    const last = this.#entities.at(-1);
    const isSame = last?.offset === bounds.offset && last.length === bounds.length;
    const [other, language] = name === 'pre' ? ['code', last && this.#languages.get(last)] : ['pre', argument];
    if (isSame && last.type === other && language) {
      this.#entities.pop();
      return { type: 'pre', ...bounds, language };
    }
    const entity: MessageEntity = { type: name === 'pre' ? 'pre' : 'code', ...bounds };
    if (name === 'code') this.#languages.set(entity, argument);
    return entity;
  }
}
