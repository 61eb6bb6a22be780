import type { MessageEntity } from '@grammyjs/types';
import { checkLink, linkedUser } from './check-link.ts';
import type { FormattedText } from './clean-text.ts';

/** Thrown inside of a parser of markup; the message is what Telegram says after `can't parse entities:`. */
export class MarkupFault extends Error {}

export type ParsedMarkup = ({ readonly ok: true } & FormattedText) | { readonly ok: false; readonly reason: string };

/** What the reader gives, or the complaint that it throws. */
export function parseWith(reader: { read(): FormattedText }): ParsedMarkup {
  try {
    return { ok: true, ...reader.read() };
  } catch (error) {
    if (error instanceof MarkupFault) return { ok: false, reason: error.message };
    throw error;
  }
}

interface Bounds {
  readonly offset: number;
  readonly length: number;
}

/** The entity of a link; none when the link is a bad one, which Telegram drops without a word. */
export function linkEntity(bounds: Bounds, url: string): readonly MessageEntity[] {
  const user = linkedUser(url);
  if (user !== null) {
    return [{ type: 'text_mention', ...bounds, user: { id: user, is_bot: false, first_name: 'Reader' } }];
  }
  const link = checkLink(url);
  return link === null ? [] : [{ type: 'text_link', ...bounds, url: link }];
}

/**
 * @throws {MarkupFault} If the identifier is not a number.
 */
export function emojiEntity(bounds: Bounds, id: string): MessageEntity {
  if (!/^-?\d+$/u.test(id) || BigInt(id) === 0n) throw new MarkupFault('Invalid custom emoji identifier specified');
  return { type: 'custom_emoji', ...bounds, custom_emoji_id: String(BigInt(id)) };
}

/**
 * The entity of a time; none without one.
 *
 * @throws {MarkupFault} If the format is not one of those of the Bot API.
 */
export function timeEntity(
  bounds: Bounds,
  { time, format }: { readonly time: number; readonly format: string },
): readonly MessageEntity[] {
  const isRelative = /^r$/iu.test(format);
  if (!isRelative && !/^[tdw]*$/iu.test(format)) throw new MarkupFault('Invalid date format used');
  if (time <= 0) return [];
  const parts = [/w/iu, /d/u, /D/u, /t/u, /T/u].map((part) => part.exec(format)?.[0] ?? '');
  const [day = '', shortDate = '', longDate = '', shortTime = '', longTime = ''] = parts;
  const written = `${day.toLowerCase()}${longDate || shortDate}${longTime || shortTime}`;
  const date_time_format = (isRelative ? 'r' : written) as MessageEntity.DateTimeMessageEntity['date_time_format'];
  return [{ type: 'date_time', ...bounds, unix_time: time, date_time_format }];
}

/** Which of two entities of the same bounds holds the other: the lower. Those not named here come at 50. */
const RANKS: Partial<Record<MessageEntity['type'], number>> = {
  blockquote: 0,
  expandable_blockquote: 0,
  pre: 11,
  code: 20,
  text_link: 49,
  text_mention: 49,
  bold: 90,
  italic: 91,
  underline: 92,
  strikethrough: 93,
  spoiler: 94,
  custom_emoji: 99,
};

/** In the order of Telegram: by offset, the longer first, the outer kind first. */
export function sortEntities(entities: readonly MessageEntity[]): readonly MessageEntity[] {
  const rank = ({ type }: MessageEntity) => RANKS[type] ?? 50;
  return [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length || rank(a) - rank(b));
}

/** How many bytes of UTF-8 stand before a position in code units. */
export function byteOffset(text: string, position: number): number {
  return new TextEncoder().encode(text.slice(0, position)).length;
}
