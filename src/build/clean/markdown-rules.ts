import { type CleaningRule, replacing, unwrapping } from './cleaning-rule.ts';

const REASON = 'Markdown marks are not part of the text';

/** Bold text. `**个` is a masked number, so what follows the first mark must not be a measure word or punctuation. */
const BOLD = /(?<mark>\*\*|__)(?![\s*，。；、：）%％]|[个名户人家件项座条次万亿元所处])(?<kept>[^*_\n]+)\k<mark>/dgu;
const TABLE_LINE = /^[ \t]*\|.*\|[ \t]*$/gmu;

/** Rules for reports in Markdown, after those on characters and before those on lines. In this order. */
export const MARKDOWN_RULES: readonly CleaningRule[] = [
  { name: 'md_fence', reason: REASON, find: replacing(/^(?:-{3,}|\*{3,}|_{3,}|`{3,}.*)[ \t]*\n?/gmu, '') },
  { name: 'md_comment', reason: REASON, find: replacing(/<!--[\s\S]*?-->/gu, '') },
  { name: 'md_break', reason: REASON, find: replacing(/<br\s*\/?>/giu, '\n') },
  {
    name: 'md_tag',
    reason: REASON,
    find: replacing(/<\/?(?:a|b|i|u|p|div|span|center|font|sup|sub|strong|em|img)(?:\s[^>\n]*)?\/?>/giu, ''),
  },
  { name: 'md_heading', reason: REASON, find: replacing(/^[ \t]{0,3}#{1,6}[ \t]+|(?<=\S)[ \t]+#+[ \t]*$/gmu, '') },
  { name: 'md_image', reason: REASON, find: replacing(/!\[[^\]\n]*\]\([^)\n]*\)/gu, '') },
  { name: 'md_link', reason: REASON, find: unwrapping(/\[(?<kept>[^\]\n]+)\]\((?:https?:|mailto:|[/#.])[^)\n]*\)/dgu) },
  { name: 'md_bold', reason: REASON, find: unwrapping(BOLD) },
  { name: 'md_quote', reason: REASON, find: replacing(/^[ \t]{0,3}(?:>[ \t]?)+/gmu, '') },
  { name: 'md_list', reason: REASON, find: replacing(/^[ \t]*[-*+][ \t]+(?=\S)/gmu, '') },
  { name: 'md_table', reason: REASON, find: findTableMarks },
  { name: 'md_escape', reason: REASON, find: replacing(/\\(?=[\\`*_{}[\]()#+\-.!|~>])/gu, '') },
];

/** Bars of a table become tabs between cells; the line under its head goes. */
function findTableMarks({ text }: { readonly text: string }) {
  return Array.from(text.matchAll(TABLE_LINE)).flatMap(({ index, 0: line }) => {
    const end = index + line.length;
    if (/^[\s|:-]+$/u.test(line)) return [{ start: index, end: Math.min(end + 1, text.length), text: '' }];
    return Array.from(line.matchAll(/[ \t]*\|[ \t]*/gu), ({ index: at, 0: bar }) => {
      const [start, barEnd] = [index + at, index + at + bar.length];
      return { start, end: barEnd, text: start === index || barEnd === end ? '' : '\t' };
    });
  });
}
