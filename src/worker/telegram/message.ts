import type { InlineKeyboardButton, MessageEntity } from 'grammy/types';
import type { Block, Reply } from '../../core/block.ts';
import { sourceLink } from '../source-link.ts';
import { splitText } from './split-text.ts';
import { drawTable } from './table.ts';

/** A message as Telegram takes it: plain text with entities, positions in UTF-16 code units. Never markup to be parsed. */
export interface OutgoingMessage {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  /** Buttons under it, row by row. */
  readonly keyboard?: readonly (readonly InlineKeyboardButton[])[];
  /** Goes on with the paragraph that the message before it ends with. */
  readonly continues?: boolean;
}

/** Longest text, in Unicode code points (Bot API, sendMessage). */
export const MAX_MESSAGE_LENGTH = 4096;
/** Telegram silently drops the entities after the hundredth. */
export const MAX_ENTITIES = 100;
/** Quotes longer than this, in code units, fold up in the client. */
const LONG_QUOTE_LENGTH = 200;

interface RenderOptions {
  /** Where readers reach the source pages; null leaves citations without links. */
  readonly publicUrl: string | null;
}

/**
 * A reply as messages. Their texts joined by line breaks are `reply.answer.text`, but for the spaces that fill a table, and
 * unless a paragraph alone is longer than a message and is cut at a comma or full stop. A quote and its citation are never
 * apart and never cut.
 */
export function renderMessages(reply: Reply, options: RenderOptions): readonly OutgoingMessage[] {
  const messages: OutgoingMessage[] = [];
  let current: OutgoingMessage = { text: '', entities: [] };
  for (const group of groupBlocks(reply.blocks)) {
    const drawn = drawRows(group) ?? joinMessages(group.map((block) => drawBlock(block, reply, options)));
    const joined = joinMessages(current.text === '' ? [drawn] : [current, drawn]);
    if (fitsMessage(joined)) {
      current = joined;
      continue;
    }
    if (current.text !== '') messages.push(current);
    const pieces = fitsMessage(drawn) ? [drawn] : cut(drawn);
    messages.push(...pieces.slice(0, -1));
    current = pieces.at(-1) ?? { text: '', entities: [] };
  }
  return current.text === '' ? messages : [...messages, current];
}

/** Whether Telegram takes it as one message and draws all of it. */
export function fitsMessage({ text, entities }: OutgoingMessage): boolean {
  return [...text].length <= MAX_MESSAGE_LENGTH && entities.length <= MAX_ENTITIES;
}

/** Each quote with the citation that follows it, the rows of a table together, every other block alone. */
function groupBlocks(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    const isCited = block.type === 'citation' && before?.type === 'quote';
    if (last !== undefined && (isCited || (isRow(block) && before !== undefined && isRow(before)))) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function isRow(block: Block): boolean {
  return block.type === 'line' && block.cells !== undefined;
}

/** A table in a font of one width; null for what is none, or is too wide for one. */
function drawRows(group: readonly Block[]): OutgoingMessage | null {
  const rows = group.flatMap((block) => (block.type === 'line' && block.cells !== undefined ? [block.cells] : []));
  const text = rows.length > 1 ? drawTable(rows) : null;
  return text === null ? null : { text, entities: [{ type: 'pre', offset: 0, length: text.length }] };
}

/** Messages as one, a line break between two. */
export function joinMessages(messages: readonly OutgoingMessage[]): OutgoingMessage {
  let text = '';
  const entities: MessageEntity[] = [];
  for (const [i, message] of messages.entries()) {
    if (i > 0) text += '\n';
    for (const entity of message.entities) entities.push({ ...entity, offset: entity.offset + text.length });
    text += message.text;
  }
  return { text, entities, ...(messages[0]?.continues && { continues: true }) };
}

function drawBlock(block: Block, { answer }: Reply, { publicUrl }: RenderOptions): OutgoingMessage {
  const { text } = block;
  const whole = { offset: 0, length: text.length };
  if (text === '') return { text, entities: [] };
  switch (block.type) {
    case 'headline':
      return { text, entities: [{ type: 'bold', ...whole }] };
    case 'quote': {
      const type = text.length > LONG_QUOTE_LENGTH ? 'expandable_blockquote' : 'blockquote';
      const bold = block.bold
        .filter(({ start, end }) => start < end)
        .map(({ start, end }): MessageEntity => ({ type: 'bold', offset: start, length: end - start }));
      return { text, entities: [{ type, ...whole }, ...bold] };
    }
    case 'citation': {
      const quote = answer.quotes[block.quote];
      if (publicUrl === null || quote === undefined) return { text, entities: [] };
      return { text, entities: [{ type: 'text_link', ...whole, url: publicUrl + sourceLink(quote) }] };
    }
    case 'line':
    case 'caveat':
      return { text, entities: [] };
  }
}

/** A paragraph that no message can hold, in pieces; what is drawn over all of it is drawn over each piece. */
function cut({ text, entities }: OutgoingMessage): readonly OutgoingMessage[] {
  const whole = entities.find(({ offset, length }) => offset === 0 && length === text.length);
  return splitText(text, MAX_MESSAGE_LENGTH).map((piece, i) => ({
    text: piece,
    ...(i > 0 && { continues: true }),
    entities: whole === undefined ? [] : [{ ...whole, length: piece.length }],
  }));
}
