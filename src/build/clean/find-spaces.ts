import type { Change, Page } from './cleaning-rule.ts';
import { isProse } from './text-line.ts';

/** Inside a number, or between a number and what surely belongs to it, on any line. */
const IN_NUMBER = [
  /(?<=\d) +(?=[.．]\d)/gu,
  /(?<=\d[.．]) +(?=\d{1,2}(?![\d年月]))/gu,
  /(?<=\d) +(?=[%％‰℃])/gu,
  /(?<=\d) +(?=(?:年|月|日|万|亿|千万|百万|元|个百分点)(?![^\s，。；、）)]{0,6}[:：]))/gu,
];

/** In a sentence: between a number and Han characters, and next to Chinese punctuation. */
const IN_PROSE = [
  /(?<=\d) +(?=[\u4e00-\u9fff“（《](?![^\s，。；、）)]{0,6}[:：]))/gu,
  /(?<=[\u4e00-\u9fff]) +(?=\d)/gu,
  /(?<=[，。；、：！？（）“”《》％]|[\u4e00-\u9fff”）][,;]) +/gu,
  / +(?=[，。；、：！？（）“”《》％])/gu,
];

/** Four or more Han characters or Chinese punctuation marks set apart one by one. */
const SPREAD = /[\u4e00-\u9fff](?: [\u4e00-\u9fff“”，。、]){3,}(?![\u4e00-\u9fff])/gu;

/** A heading's or caption's own number keeps its space (`1 总体情况`, `图 1 就业人数`, `1. 2023年`), and so does a date or a code. */
const LABEL = /(?:^|[图表件第])\s*\d{1,2}[.．]? +$/u;
const DATE_OR_CODE = /(?:\d{1,2}[:：]\d{2}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\/\d{4}-?\d*) +$/u;
const SURE_UNIT = /^(?:[年月日万亿元%％]|个百分点)/u;

/** Spaces that typesetting or conversion put inside numbers and sentences. */
export function findNumberSpaces({ text, lines }: Page): readonly Change[] {
  const changes = new Map<number, Change>();
  for (const line of lines()) {
    if (line.blank) continue;
    const content = text.slice(line.start, line.end);
    if (!content.includes(' ')) continue;
    for (const pattern of isProse(line.folded) ? [...IN_NUMBER, ...IN_PROSE] : IN_NUMBER) {
      for (const { index, 0: spaces } of content.matchAll(pattern)) {
        const start = line.start + index;
        if (changes.has(start) || keepsSpace(content, index + spaces.length)) continue;
        changes.set(start, { start, end: start + spaces.length, text: '' });
      }
    }
  }
  return [...changes.values()].sort((a, b) => a.start - b.start);
}

function keepsSpace(content: string, end: number): boolean {
  const before = content.slice(Math.max(0, end - 24), end);
  return DATE_OR_CODE.test(before) || (isLabel(content.slice(0, end)) && !SURE_UNIT.test(content.slice(end)));
}

function isLabel(before: string): boolean {
  return before.length < 12 ? LABEL.test(before) : /[图表件第]\s*\d{1,2} +$/u.test(before);
}

/** Spaces between the characters of a word that was spread out. */
export function findSpreadCharacters({ text }: Page): readonly Change[] {
  const changes: Change[] = [];
  for (const { index, 0: run } of text.matchAll(SPREAD)) {
    for (let i = 0; i < run.length; i++) {
      if (run[i] === ' ') changes.push({ start: index + i, end: index + i + 1, text: '' });
    }
  }
  return changes;
}
