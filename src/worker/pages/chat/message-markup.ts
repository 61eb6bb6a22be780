import type { InlineKeyboardButton, MessageEntity } from 'grammy/types';
import { html } from 'hono/html';
import type { OutgoingMessage } from '../../telegram/message.ts';
import type { PageLanguage } from '../language.ts';
import type { Markup } from '../layout.ts';

interface MessageOptions {
  readonly language: PageLanguage;
  /** By which the page tells a press on it; absent for one that is not of the conversation. */
  readonly id?: number;
}

/** Who speaks, for those who do not see on which side. */
const SPEAKERS: Readonly<Record<PageLanguage, { readonly bot: string; readonly reader: string }>> = {
  zh: { bot: '问据：', reader: '我：' },
  en: { bot: 'Wenju: ', reader: 'You: ' },
};

/** A message of the bot as Telegram's apps draw it: its entities, and its buttons below. */
export function messageMarkup(
  { text, entities, keyboard = [] }: OutgoingMessage,
  { language, id }: MessageOptions,
): Markup {
  const sorted = entities
    .filter(({ offset, length }) => length > 0 && offset >= 0 && offset + length <= text.length)
    .toSorted((a, b) => a.offset - b.offset || b.length - a.length);
  const rows = keyboard.map((row) => html`<div class="keys">${row.map(buttonMarkup)}</div>`);
  return html`<div class="message in"${id === undefined ? '' : html` data-id="${id}"`}><div class="bubble"><span class="hidden">${SPEAKERS[language].bot}</span>${draw(text, { from: 0, to: text.length, entities: sorted })}</div>${rows}</div>`;
}

/** A message of the reader. */
export function ownMarkup(text: string, language: PageLanguage): Markup {
  return html`<div class="message out"><div class="bubble"><span class="hidden">${SPEAKERS[language].reader}</span>${text}</div></div>`;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Those in it, outer ones first. */
  readonly entities: readonly MessageEntity[];
}

/** A stretch of text with its entities, which may lie in one another. One that crosses another's end is cut there. */
function draw(text: string, { from, to, entities }: Stretch): Markup {
  const parts: (Markup | string)[] = [];
  let position = from;
  let rest = entities;
  for (let [entity] = rest; entity !== undefined; [entity] = rest) {
    const start = Math.max(entity.offset, position);
    const end = Math.min(entity.offset + entity.length, to);
    const inside = rest.slice(1).filter(({ offset }) => offset < end);
    rest = rest.slice(1 + inside.length);
    if (end <= start) continue;
    parts.push(plain(text.slice(position, start)));
    parts.push(wrap(entity, draw(text, { from: start, to: end, entities: inside })));
    // A line break after a block is the block's own end.
    position = isBlock(entity) && text[end] === '\n' && end < to ? end + 1 : end;
  }
  parts.push(plain(text.slice(position, to)));
  return html`${parts}`;
}

/** Telegram makes commands in a text into links that say them. */
const COMMAND = /(?<![\w/])(\/[a-z]\w{0,31})(?![\w/])/u;

function plain(text: string): Markup {
  const parts = text.split(COMMAND);
  return html`${parts.map((part, i) => (i % 2 === 1 ? html`<span data-say="${part}">${part}</span>` : part))}`;
}

function isBlock({ type }: MessageEntity): boolean {
  return type === 'blockquote' || type === 'expandable_blockquote' || type === 'pre';
}

function wrap(entity: MessageEntity, content: Markup): Markup {
  switch (entity.type) {
    case 'bold':
      return html`<b>${content}</b>`;
    case 'italic':
      return html`<i>${content}</i>`;
    case 'underline':
      return html`<u>${content}</u>`;
    case 'strikethrough':
      return html`<s>${content}</s>`;
    case 'code':
      return html`<code>${content}</code>`;
    case 'pre':
      return html`<pre tabindex="0">${content}</pre>`;
    case 'blockquote':
      return html`<blockquote>${content}</blockquote>`;
    case 'expandable_blockquote':
      return html`<blockquote><details class="fold"><summary>${content}</summary></details></blockquote>`;
    case 'text_link':
      return isSafe(entity.url) ? html`<a href="${entity.url}">${content}</a>` : content;
    default:
      return content;
  }
}

/** A path of ours, or an address of the web: never one that a browser would run. */
function isSafe(url: string): boolean {
  return /^(?:https?:\/\/|\/(?![/\\]))/iu.test(url);
}

function buttonMarkup(button: InlineKeyboardButton): Markup {
  const { text } = button;
  if ('url' in button && isSafe(button.url)) return html`<a class="key" href="${button.url}">${text}</a>`;
  if ('copy_text' in button) {
    return html`<button type="button" class="key" data-copy="${button.copy_text.text}">${text}</button>`;
  }
  const data = 'callback_data' in button ? button.callback_data : '';
  return html`<button type="button" class="key" data-press="${data}">${text}</button>`;
}
