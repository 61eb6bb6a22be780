import type { Answer } from '../core/answer.ts';
import type { Block, Mention } from '../core/block.ts';
import { mentionText } from './compose/mention-text.ts';
import type { GateFailure } from './gate-failure.ts';

/** What beside a mention would make another number of it. */
const JOINS_BEFORE = /[\p{N}一二三四五六七八九十百千万亿〇零两半数几近约超不第负.,+－-]/u;
const JOINS_AFTER = /[\p{N}一二三四五六七八九十百千万亿〇零两半倍成番多余几%％‰.]/u;
/** The number of a quote at the end of a sentence. */
const QUOTE_MARK = /\[\d\]/gu;
const NUMBER = /[\p{N}二三四五六七八九十百千万亿两〇零]|一(?=[\d一二三四五六七八九十百千万亿〇零])/u;

type Line = Extract<Block, { type: 'line' }>;

function failure(detail: string): GateFailure {
  return { gate: 'number', detail };
}

function checkMention(mention: Mention, { text, answer }: { text: string; answer: Answer }): GateFailure[] {
  const { start, end, part } = mention;
  const stored = mentionText(mention, answer);
  if (stored === null || text.slice(start, end) !== stored) return [failure(`no stored text at ${start} in “${text}”`)];
  const [before, after] = [text[start - 1], text[end]];
  const joined =
    part === 'raw' &&
    ((before !== undefined && JOINS_BEFORE.test(before)) || (after !== undefined && JOINS_AFTER.test(after)));
  return joined ? [failure(`“${stored}” runs into its neighbours in “${text}”`)] : [];
}

/**
 * The number gate for a sentence with marked mentions: each is the stored text, stands alone, and no other number is in the
 * sentence but those of its quotes.
 */
export function checkSentence({ text, mentions = [] }: Line, answer: Answer): GateFailure[] {
  const found = mentions.flatMap((mention) => checkMention(mention, { text, answer }));
  if (mentions.some(({ start }, i) => start < (mentions[i - 1]?.end ?? 0)))
    found.push(failure(`mentions overlap in “${text}”`));
  let rest = '';
  let from = 0;
  for (const { start, end } of mentions) {
    rest += `${text.slice(from, start)} `;
    from = end;
  }
  rest += text.slice(from);
  const marks = [...rest.matchAll(QUOTE_MARK)].filter(([mark]) => Number(mark[1]) - 1 in answer.quotes);
  for (const [mark] of marks) rest = rest.replace(mark, ' ');
  const number = NUMBER.exec(rest);
  return number === null ? found : [...found, failure(`“${number[0]}” in “${text}” is no figure of a quote`)];
}
