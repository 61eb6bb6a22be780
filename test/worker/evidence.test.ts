import { describe, expect, it } from 'vitest';
import { checkReply } from '../../src/answer/check-reply.ts';
import { CleanText } from '../../src/core/clean-text.ts';
import { createEvidence } from '../../src/worker/evidence.ts';
import { REPORT } from './invented.ts';

const SENTENCES = ['新增床位300张。', '新建学校2所。', '改造道路5公里。', '绿化面积9公顷。', '维修桥梁1座。'];
const SOURCE = SENTENCES.join('');
const PASSAGES = SENTENCES.map((sentence, i) => {
  const start = SENTENCES.slice(0, i).join('').length;
  return { report: REPORT.id, start, end: start + sentence.length, section: 0 };
});
const LIBRARY = {
  reports: [REPORT],
  sections: [],
  passages: PASSAGES,
  figures: [],
  source: () => SOURCE,
  cleanText: () => CleanText.of(SOURCE, []),
  damage: () => ({ garbled: [], repaired: [] }),
};
const EVIDENCE = createEvidence({
  library: LIBRARY,
  backend: { search: () => PASSAGES.map((_, passage) => ({ passage, score: 1, ranks: { text: 1, vector: null } })) },
  tokenize: (text) => (text === '' ? [] : [text]),
  subject: (question) => question,
});

function texts(reply: { answer: { quotes: readonly { text: string }[] } } | undefined | null): string[] {
  return reply?.answer.quotes.map(({ text }) => text) ?? [];
}

describe('createEvidence()', () => {
  it('gives passages that the answer has not quoted, three at a time, and passes both gates', () => {
    const quoted = EVIDENCE.around(PASSAGES[1]!)!.answer.quotes.slice(1, 2);
    const asked = { question: '问', history: [], quoted };
    const first = EVIDENCE.more({ ...asked, skip: 0 });
    expect([texts(first?.reply), first?.isLast]).toEqual([[SENTENCES[0], SENTENCES[2], SENTENCES[3]], false]);
    const second = EVIDENCE.more({ ...asked, skip: 3 });
    expect([texts(second?.reply), second?.isLast]).toEqual([[SENTENCES[4]], true]);
    expect(EVIDENCE.more({ ...asked, skip: 4 })).toBeNull();
    expect(checkReply(first!.reply, LIBRARY)).toEqual([]);
  });

  it('begins with the reports that the answer quotes', () => {
    const other = { ...REPORT, id: 'other' };
    const passages = [...PASSAGES.map((place) => ({ ...place, report: other.id })), ...PASSAGES];
    const evidence = createEvidence({
      library: { ...LIBRARY, reports: [other, REPORT], passages },
      backend: {
        search: ({ reports = [other.id, REPORT.id] }) =>
          passages.flatMap(({ report }, passage) =>
            reports.includes(report) ? [{ passage, score: 1, ranks: { text: 1, vector: null } }] : [],
          ),
      },
      tokenize: (text) => [text],
      subject: (question) => question,
    });
    const quoted = evidence.around(PASSAGES[0]!)!.answer.quotes.slice(0, 1);
    const shown = [0, 3].map(
      (skip) => evidence.more({ question: '问', history: [], quoted, skip })?.reply.answer.quotes,
    );
    expect(shown.map((quotes) => quotes?.map(({ report }) => report))).toEqual([
      [REPORT.id, REPORT.id, other.id],
      [other.id, other.id, other.id],
    ]);
  });

  it('gives a span with the passages either side', () => {
    const { start, end } = PASSAGES[2]!;
    expect(texts(EVIDENCE.around({ report: REPORT.id, start: start + 2, end: end - 2 }))).toEqual(
      SENTENCES.slice(1, 4),
    );
    expect(texts(EVIDENCE.around(PASSAGES[0]!))).toEqual(SENTENCES.slice(0, 2));
  });

  it.each([
    ['of another report', { report: 'gone', start: 0, end: 3 }],
    ['beyond the end', { report: REPORT.id, start: 0, end: SOURCE.length + 1 }],
    ['of nothing', { report: REPORT.id, start: 3, end: 3 }],
  ])('has nothing around a span %s', (_, place) => {
    expect(EVIDENCE.around(place)).toBeNull();
  });
});
