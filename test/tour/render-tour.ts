import type { InlineKeyboardButton, InlineQueryResultArticle, MessageEntity } from '@grammyjs/types';
import type { JournalEntry } from '../double/bot-api.ts';
import type { PlayedExchange } from './play-tour.ts';

const INTRODUCTION = `# A tour of the bot

Twenty exchanges with the real Worker, taken from the journal of the Bot API double that the tests use. \`npm run tour\` writes
this page anew; a test holds that it is current. Words in \`boxes\` are buttons; citations link to the highlighted passage.
`;

const WHERE: Readonly<Record<string, string>> = {
  private: '',
  topic: ' in a topic of a group',
  inline: ' in any chat',
};
const DID: Readonly<Record<PlayedExchange['kind'], string>> = {
  said: 'Reader',
  pressed: 'Reader presses',
  edited: 'Reader changes the question to',
  'asked inline': 'Reader types @wenju_test_bot',
};

/** The tour as a page of Markdown. */
export function renderTour(exchanges: readonly PlayedExchange[]): string {
  return [INTRODUCTION, ...exchanges.map(renderExchange)].join('\n');
}

function renderExchange({ title, chat, said, kind, calls }: PlayedExchange, index: number): string {
  const answers = calls.flatMap(renderCall);
  const silence = calls.length === 0 ? ['*(the bot says nothing)*'] : [];
  const asked = `**${DID[kind]}${WHERE[chat] ?? ''}:** ${escapeMarkdown(said)}`;
  return [`## ${index + 1}. ${title}`, asked, ...answers, ...silence].join('\n\n').concat('\n');
}

interface Shown {
  readonly text: string;
  readonly entities?: readonly MessageEntity[];
  readonly reply_markup?: { readonly inline_keyboard: readonly (readonly InlineKeyboardButton[])[] };
}

function renderCall({ method, parameters }: JournalEntry): readonly string[] {
  if (method === 'answerCallbackQuery')
    return parameters.text === undefined ? [] : [`*(note: ${String(parameters.text)})*`];
  if (method === 'answerInlineQuery') return renderInline(parameters.results as readonly InlineQueryResultArticle[]);
  const heading = method === 'editMessageText' ? ['*(the answer becomes)*'] : [];
  return [...heading, renderMessage(parameters as unknown as Shown)];
}

/** The first two results are shown whole, of the others there is only the number. */
function renderInline(results: readonly InlineQueryResultArticle[]): readonly string[] {
  const shown = results.slice(0, 2).map(({ input_message_content: content, reply_markup }) => {
    const { message_text: text, entities } = content as { message_text: string; entities?: MessageEntity[] };
    return renderMessage({ text, ...(entities && { entities }), ...(reply_markup && { reply_markup }) });
  });
  return [...shown, `*(${results.length} results in all)*`];
}

/** A line as drawn; a plain one goes on in the same paragraph. */
interface Line {
  readonly text: string;
  readonly isPlain: boolean;
}

function renderMessage({ text, entities = [], reply_markup }: Shown): string {
  const rows = (reply_markup?.inline_keyboard ?? []).map((row) => row.map((button) => `\`${button.text}\``).join(' '));
  const buttons = rows.map((row) => ({ text: row, isPlain: true }));
  const lines = [...drawLines(text, entities), ...(buttons.length > 0 ? [EMPTY, ...buttons] : [])];
  // A backslash keeps the line break.
  return lines
    .map(({ text: line, isPlain }, i) => `> ${line}${isPlain && lines[i + 1]?.isPlain === true ? '\\' : ''}`.trimEnd())
    .join('\n');
}

const EMPTY: Line = { text: '', isPlain: false };

/** Each line with what is drawn in it; a table stays as it is. */
function drawLines(text: string, entities: readonly MessageEntity[]): readonly Line[] {
  const table = entities.find(({ type }) => type === 'pre');
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const at = start;
    start += line.length + 1;
    if (table !== undefined && at >= table.offset && at < table.offset + table.length) {
      lines.push(...drawRow(line, { isFirst: at === table.offset, isLast: start > table.offset + table.length }));
      continue;
    }
    const own = entities.filter(({ offset }) => offset >= at && offset < at + line.length);
    const drawn = drawLine(
      line,
      own.map((entity) => ({ ...entity, offset: entity.offset - at })),
    );
    const isQuote = own.some(({ type }) => type.endsWith('blockquote'));
    if (isQuote) lines.push(EMPTY, { text: `> ${drawn}`, isPlain: false }, EMPTY);
    else lines.push({ text: drawn, isPlain: drawn !== '' });
  }
  return lines;
}

function drawRow(row: string, { isFirst, isLast }: { isFirst: boolean; isLast: boolean }): readonly Line[] {
  const texts = [...(isFirst ? ['```'] : []), row, ...(isLast ? ['```'] : [])];
  return texts.map((text) => ({ text, isPlain: false }));
}

function drawLine(line: string, entities: readonly MessageEntity[]): string {
  const marks = entities.flatMap((entity) => {
    const { type, offset, length } = entity;
    const [open, close] =
      type === 'bold' ? ['<b>', '</b>'] : type === 'text_link' ? ['[', `](${entity.url})`] : ['', ''];
    return [
      { at: offset, mark: open, isEnd: false },
      { at: offset + length, mark: close, isEnd: true },
    ];
  });
  let drawn = '';
  let from = 0;
  for (const { at, mark } of marks.sort((a, b) => a.at - b.at || Number(b.isEnd) - Number(a.isEnd))) {
    drawn += escapeMarkdown(line.slice(from, at)) + mark;
    from = at;
  }
  return drawn + escapeMarkdown(line.slice(from));
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/gu, (mark) => `\\${mark}`);
}
