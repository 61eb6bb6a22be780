import type { Reply } from '../../src/core/block.ts';
import { CleanText } from '../../src/core/clean-text.ts';
import type { Report } from '../../src/core/report.ts';
import type { Dependencies } from '../../src/worker/dependencies.ts';

/** A report that nobody wrote, with characters that would break careless markup. */
export const SOURCE = '一、<基本>生活 & 救助\n全年新增𠮷场8.5万个，"同比"增长3%。';
export const REPORT: Report = {
  id: 'invented',
  title: '2020年甲市<年报>',
  issuer: '甲市民政局',
  documentNumber: null,
  region: '甲市',
  regionPath: ['甲市'],
  period: '2020',
  published: '2021-01-01',
  url: null,
  doubts: [{ about: 'period', note: '年份由正文推断', evidence: [] }],
};

const QUOTE = '全年新增𠮷场8.5万个';
const START = SOURCE.indexOf(QUOTE);
const LINK = `/r/invented#${START}-${START + QUOTE.length}`;

/** A reply about the invented report, of every kind of block. */
export const REPLY: Reply = {
  answer: {
    type: 'answer',
    reason: null,
    figures: [],
    quotes: [
      {
        report: 'invented',
        start: START,
        end: START + QUOTE.length,
        text: QUOTE,
        display: QUOTE,
        title: REPORT.title,
        place: '<基本>生活',
        url: LINK,
      },
    ],
    caveats: ['年份由正文推断'],
    text: ['8.5万个', '𠮷场 · 甲市 · 2020年', QUOTE, '——《2020年甲市<年报>》<基本>生活', '年份由正文推断'].join('\n'),
  },
  blocks: [
    { type: 'headline', text: '8.5万个' },
    { type: 'line', text: '𠮷场 · 甲市 · 2020年' },
    { type: 'quote', text: QUOTE, quote: 0, bold: [{ start: QUOTE.indexOf('8'), end: QUOTE.length }] },
    { type: 'citation', text: '——《2020年甲市<年报>》<基本>生活', quote: 0, url: LINK },
    { type: 'caveat', text: '年份由正文推断' },
  ],
};

export const ARTEFACT: Dependencies['artefact'] = {
  manifest: {
    format: 2,
    version: 'abc',
    counts: { reports: 1, sections: 1, passages: 1, figures: 2, terms: 9 },
    embedder: { name: 'none', dimension: 0 },
    newest: '2021-01-01',
    files: [],
  },
  reports: [REPORT],
  sections: [],
  passages: [],
  figures: [],
  figuresIn: () => [],
  edits: () => [],
  cleanText: () => CleanText.of(SOURCE, []),
  damage: () => ({ garbled: [], repaired: [] }),
  source: () => SOURCE,
};
