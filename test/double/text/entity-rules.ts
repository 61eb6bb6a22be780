import type { MessageEntity } from '@grammyjs/types';
import { checkLink } from './check-link.ts';
import type { FormattedText } from './clean-text.ts';

const MAX_ENTITIES = 100;
/** Nothing else can stand in these, nor they in anything but a quotation. */
const FIXED = new Set<MessageEntity['type']>(['code', 'pre']);
const QUOTATIONS = new Set<MessageEntity['type']>(['blockquote', 'expandable_blockquote']);

/** What Telegram would repair or drop in silence, the first that is found; null when it would keep all as it is. */
export function entitiesFault({ text, entities }: FormattedText): string | null {
  const alone = entities.map((entity) => entityFault(entity, text)).find((fault) => fault !== null);
  if (alone !== undefined) return alone;
  if (entities.length > MAX_ENTITIES) return `more than ${MAX_ENTITIES} entities would be dropped`;
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  for (const [i, outer] of sorted.entries()) {
    for (const inner of sorted.slice(i + 1)) {
      if (inner.offset >= outer.offset + outer.length) break;
      const fault = pairFault(outer, inner);
      if (fault !== null) return fault;
    }
  }
  return null;
}

function entityFault(entity: MessageEntity, text: string): string | null {
  const { type, offset, length } = entity;
  const end = offset + length;
  if (!Number.isInteger(offset) || !Number.isInteger(length)) return `${type} has fractional bounds`;
  if (offset < 0 || length <= 0) return `${type} at ${offset} has length ${length}`;
  if (end > text.length) return `${type} at ${offset} ends at ${end}, after the end of the text at ${text.length}`;
  if (splitsSurrogate(text, offset) || splitsSurrogate(text, end))
    return `${type} at ${offset} splits a surrogate pair`;
  if (/^\s*$/u.test(text.slice(offset, end))) return `${type} at ${offset} holds white space alone`;
  if (entity.type === 'text_link' && checkLink(entity.url) === null) return `text_link at ${offset} leads nowhere`;
  return null;
}

function splitsSurrogate(text: string, position: number): boolean {
  return /[\uD800-\uDBFF]/u.test(text[position - 1] ?? '') && /[\uDC00-\uDFFF]/u.test(text[position] ?? '');
}

function pairFault(outer: MessageEntity, inner: MessageEntity): string | null {
  const where = `${inner.type} at ${inner.offset}`;
  if (inner.offset + inner.length > outer.offset + outer.length) return `${where} crosses the end of ${outer.type}`;
  if (QUOTATIONS.has(inner.type)) return QUOTATIONS.has(outer.type) ? `${where} stands in a quotation` : null;
  if (FIXED.has(outer.type)) return `${where} stands in ${outer.type}`;
  return FIXED.has(inner.type) && !QUOTATIONS.has(outer.type) ? `${where} stands in ${outer.type}` : null;
}
