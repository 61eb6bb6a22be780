import type { MessageEntity } from '@grammyjs/types';
import type { Block, Reply } from '../../src/core/block.ts';

/** What a reader sees of a message, in the order of the text. */
export interface ReadBlock {
  readonly type: 'bold' | 'quote' | 'link' | 'plain';
  readonly text: string;
  /** Texts that are bold inside a quote. */
  readonly bold: readonly string[];
  readonly url: string | null;
}

/** The parts of a sent message, told apart by its entities alone. */
export function readMessage(text: string, entities: readonly MessageEntity[]): readonly ReadBlock[] {
  const outer = entities.filter((entity) => !entities.some((other) => other !== entity && holds(other, entity)));
  const blocks: ReadBlock[] = [];
  let position = 0;
  for (const entity of [...outer].sort((a, b) => a.offset - b.offset)) {
    blocks.push(...plainLines(text.slice(position, entity.offset)));
    const inner = entities.filter((other) => other !== entity && holds(entity, other));
    position = entity.offset + entity.length;
    if (entity.type === 'pre') {
      blocks.push(...tableRows(slice(text, entity)));
      continue;
    }
    blocks.push({
      type: kindOf(entity),
      text: slice(text, entity),
      bold: inner.map((other) => slice(text, other)),
      url: entity.type === 'text_link' ? entity.url : null,
    });
  }
  return [...blocks, ...plainLines(text.slice(position))];
}

function holds(outer: MessageEntity, inner: MessageEntity): boolean {
  return outer.offset <= inner.offset && inner.offset + inner.length <= outer.offset + outer.length;
}

function slice(text: string, { offset, length }: MessageEntity): string {
  return text.slice(offset, offset + length);
}

function kindOf({ type }: MessageEntity): ReadBlock['type'] {
  if (type === 'blockquote' || type === 'expandable_blockquote') return 'quote';
  return type === 'text_link' ? 'link' : 'bold';
}

function plainLines(text: string): ReadBlock[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => ({ type: 'plain', text: line, bold: [], url: null }));
}

/** Rows without the spaces that fill them; a line that is indented goes on with the row above it. */
function tableRows(table: string): ReadBlock[] {
  const rows = table.replace(/\n\u3000/gu, ' ').split('\n');
  return plainLines(rows.map((row) => row.replace(/[ \u3000]+/gu, ' ').trim()).join('\n'));
}

/** The reply with its texts as read back from a message, so that the gates judge what was sent and not what was meant. */
export function replyAsSent(reply: Reply, read: readonly ReadBlock[]): Reply {
  const sent = reply.blocks.filter(({ text }) => text !== '');
  const blocks = sent.map((block, i): Block => ({ ...block, text: read[i]?.text ?? '' }));
  return { ...reply, answer: { ...reply.answer, text: read.map(({ text }) => text).join('\n') }, blocks };
}

/** How a block of each type is drawn in Telegram. */
export const DRAWN_AS: Readonly<Record<Block['type'], ReadBlock['type']>> = {
  headline: 'bold',
  line: 'plain',
  quote: 'quote',
  citation: 'link',
  caveat: 'plain',
};
