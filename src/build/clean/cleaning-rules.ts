import { type CleaningRule, replacing } from './cleaning-rule.ts';
import { findContents } from './find-contents.ts';
import { findBreadcrumbs, findButtons, findDebris, findTail, findTrailingCounter } from './find-furniture.ts';
import { findNoteMarks } from './find-note-marks.ts';
import { findRepeatedHead, findTeaser } from './find-repeats.ts';
import { findNumberSpaces, findSpreadCharacters } from './find-spaces.ts';
import { findWrappedLines } from './find-wrapped-lines.ts';

/** Control and format characters, variation selectors, and the private-use area of symbol fonts. */
const INVISIBLE = /(?![\t\n\r\u000b\u000c\u0085])(?:\p{Cc}|\p{Cf}|[\uf000-\uf0ff]|\p{Variation_Selector})+/gu;
/** A letter with ring above, double low line or double overline. */
const DROPPED_MARKS = /[A-Za-z]?[\u030a\u0333\u033f]+/gu;
const DROPPED_MARK = /[\u030a\u0333\u033f]/gu;
/** Pinyin as injected: a latin syllable with a tone mark; U+0251 and U+0261 stand for a and g in some fonts. */
const PINYIN =
  /(?<=[\u3400-\u9fff€])\((?=[^()]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜḿńňǹ])[a-zü\u0251\u0261āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜḿńňǹ]{1,7}\)/gu;
/** `【字体：大 中 小】`, on one line or several. 发文字号 and 老字号 are no switches: no Han character stands before, sizes or brackets after. */
const FONT_SIZE =
  /(?<![\u4e00-\u9fff])[【[（(]?字[号体號體][ \t]*[:：]?(?=[ \t]*(?:$|[[【（(][ \t]*(?:[\]】）)]|大|中|小))|\s*(?:特大|超大|加大|放大|还原|默认|减小|缩小|大|中|小)(?:[\s\]】）)|/]|大|中|小|$))(?:[ \t]*[[【（(][ \t]*[\]】）)])?(?:\s*[[【（(|/]?\s*(?:特大|超大|加大|放大|还原|默认|减小|缩小|大|中|小)(?=[\s\]】）)|/]|大|中|小|$)[ \t]*[\]】）)|/]?)*(?:\s*[】\]）)])?/gmu;
/** `浏览次数：1286次`; without 次数 and the like only with its number. */
const VIEW_COUNTER =
  /[【[（(]?(?:(?:浏览|瀏覽|阅读|閱讀|点击|點擊|访问|訪問|查看)(?:次数|次數|量|数|數|率|人数|人次)[ \t]*[:：][ \t]*\[?\d*\]?|(?:浏览|瀏覽|阅读|閱讀|点击|點擊|访问|訪問)[ \t]*[:：][ \t]*\[?\d+\]?)(?:[ \t]*次)?[】\]）)]?|^阅读量?[ \t]*\d+[ \t]*次?$|^您是第[ \t]*\d+[ \t]*位访[客问]者?$/gmu;
/** After the date on a metadata line. */
const BUTTON_WORDS =
  /(?<=\d|[:：][\u4e00-\u9fff]{2,12})(?:[ \t\u3000]+[【[（(]?(?:我要)?(?:打印|分享|收藏|下载|关闭|纠错|转发)(?:本页|窗口|到)?[:：]?[】\]）)]?)+(?=[ \t\u3000]*$)/gmu;
const KANGXI_RADICALS = /[\u2e80-\u2fd5\uf900-\ufaff]/gu;

/** Rules on characters: they come before damage is looked for. In this order. */
export const CHARACTER_RULES: readonly CleaningRule[] = [
  {
    name: 'line_ends',
    reason: 'Every other rule takes a line feed for the only line break',
    find: replacing(/\r\n?|[\u2028\u2029\u000b\u000c\u0085]/gu, '\n'),
  },
  {
    name: 'invisible',
    reason: 'Zero-width, control and symbol-font characters part words that are one',
    find: replacing(INVISIBLE, ''),
  },
  {
    name: 'dropped_marks',
    reason:
      'Telegram takes these marks out of every message (TDLib, clean_input_string); a letter with a ring is one character',
    find: ({ text }) =>
      Array.from(text.matchAll(DROPPED_MARKS), ({ index, 0: marked }) => ({
        start: index,
        end: index + marked.length,
        text: marked.normalize('NFC').replace(DROPPED_MARK, ''),
      })),
  },
  {
    name: 'space',
    reason: 'Spaces of other widths are spaces',
    find: replacing(/[\u00a0\u2000-\u200a\u202f\u205f]/gu, ' '),
  },
  {
    name: 'ideographic_space',
    reason: 'Old decoders of GBK made a private-use character of the space A3A0',
    find: replacing(/\ue5e5/gu, '\u3000'),
  },
  {
    name: 'radicals',
    reason: 'PDF fonts give Kangxi radicals and compatibility forms for ordinary characters',
    find: ({ text }) =>
      Array.from(text.matchAll(KANGXI_RADICALS), ({ index, 0: radical }) => ({
        start: index,
        end: index + 1,
        text: radical.normalize('NFKC'),
      })).filter((change) => change.text.length === 1 && change.text !== text[change.start]),
  },
  {
    name: 'pinyin',
    reason: 'Scraper sites inject the pinyin of some characters to mark their copies',
    find: replacing(PINYIN, ''),
  },
];

/** Rules on lines and spaces, in this order. */
export const LAYOUT_RULES: readonly CleaningRule[] = [
  { name: 'teaser', reason: 'A truncated lead repeats the sentences that follow', find: findTeaser },
  {
    name: 'paragraph_break',
    reason: 'Two ideographic spaces inside a line are the indent of a paragraph whose break was lost',
    find: replacing(/(?<=\S)[ \t]*\u3000{2,}[\u3000 \t]*(?=\S)|(?<=[。！？；：”]) {4,}(?=\S)/gu, '\n'),
  },
  { name: 'breadcrumb', reason: 'The path of the page is not part of the report', find: findBreadcrumbs },
  {
    name: 'font_size',
    reason: 'The switch for the font size is not part of the report',
    find: replacing(FONT_SIZE, ''),
  },
  {
    name: 'view_counter',
    reason: 'View counters are numbers that no report states',
    find: replacing(VIEW_COUNTER, ''),
  },
  {
    name: 'button_words',
    reason: 'Words of buttons after the date of publication',
    find: replacing(BUTTON_WORDS, ''),
  },
  {
    name: 'indent',
    reason: 'Indents and trailing spaces are layout; a tab before further cells stays',
    find: replacing(/^[ \u3000\t]+(?=[^\s][^\t\n]*$)|^[ \u3000]+(?=\t)|[ \u3000\t]+$/gmu, ''),
  },
  { name: 'button', reason: 'Buttons of the page are not part of the report', find: findButtons },
  { name: 'debris', reason: 'Site code and page numbers part the sentences around them', find: findDebris },
  { name: 'repeated_head', reason: 'Pages repeat title and date', find: findRepeatedHead },
  { name: 'tail', reason: 'Links and credits after the report are not part of it', find: findTail },
  { name: 'trailing_counter', reason: 'A bare number at the end counts views', find: findTrailingCounter },
  { name: 'contents', reason: 'A table of contents repeats headings without their text', find: findContents },
  { name: 'note_mark', reason: 'A reference mark between a word and its number parts them', find: findNoteMarks },
  { name: 'wrapped_line', reason: 'Converters break lines inside sentences and numbers', find: findWrappedLines },
  { name: 'spread', reason: 'Spaced-out characters are one word', find: findSpreadCharacters },
  { name: 'number_space', reason: 'Spaces inside numbers and before units hide the amount', find: findNumberSpaces },
  {
    name: 'blank_lines',
    reason: 'Removed furniture and pictures leave runs of blank lines',
    find: replacing(/^\s*\n+|(?<=\n\n)\s*\n+|(?<=\S)\s+$/gu, ''),
  },
];
