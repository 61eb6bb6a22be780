import { describe, expect, it } from 'vitest';
import type { CleanDocument, StructuredDocument } from '../../../src/build/document.ts';
import { createReportEntries } from '../../../src/build/report-entries.ts';
import { lineKind } from '../../../src/build/structure/line-kind.ts';
import { splitPassages } from '../../../src/build/structure/split-passages.ts';
import { structureDocument } from '../../../src/build/structure/structure-document.ts';
import type { Edit } from '../../../src/core/edit.ts';
import { fold } from '../../../src/core/fold.ts';
import { applyEdits, OffsetMap } from '../../../src/core/offset-map.ts';
import { overlaps, type Span } from '../../../src/core/span.ts';
import metadata from '../../cases/metadata.json' with { type: 'json' };
import sections from '../../cases/sections.json' with { type: 'json' };

const entries = createReportEntries({});
const { A, B } = sections.prose;
const SENTENCE = '全市共发放各类补贴资金三千二百万元，惠及困难群众一万两千余人次，群众满意度稳步提高。';

function structured(
  source: string,
  given: { edits?: readonly Edit[]; garbled?: readonly Span[] } = {},
): StructuredDocument {
  const text = applyEdits(source, given.edits ?? []);
  const clean: CleanDocument = {
    id: 'report',
    file: 'report.txt',
    source,
    edits: given.edits ?? [],
    text,
    folded: fold(text),
    garbled: given.garbled ?? [],
    repaired: [],
  };
  return structureDocument(clean, entries);
}

function textsOf(document: StructuredDocument): string[] {
  return splitPassages(document).map(({ start, end }) => document.text.slice(start, end));
}

const templates = [...sections.cases, ...metadata.cases].map(({ name, text }) => ({
  name,
  text: text.replaceAll('{A}', A).replaceAll('{B}', B).replaceAll('{LONG}', A.repeat(14)),
}));

describe('splitPassages()', () => {
  it.each(templates)('covers every sentence of: $name', ({ text }) => {
    const document = structured(text);
    const passages = textsOf(document).join('\n');
    const lines = document.text.split(/\n|\u3000{2,}/u).map((line) => line.trim());
    for (const line of lines.filter((candidate) => candidate.endsWith('。') && lineKind(fold(candidate)) === null)) {
      for (const sentence of line.split(/(?<=。)/u)) expect(passages).toContain(sentence);
    }
  });

  it.each(templates)('stays inside one section, in order, without overlap: $name', ({ text }) => {
    const document = structured(text);
    const passages = splitPassages(document);
    for (const [index, { start, end, section }] of passages.entries()) {
      const { start: from, end: to } = document.sections[section]!;
      expect(from <= start && start < end && end <= to).toBe(true);
      const inner = document.sections.filter(({ parent }) => parent === section);
      expect(inner.some((other) => overlaps(other, { start, end }))).toBe(false);
      expect(start).toBeGreaterThanOrEqual(passages[index - 1]?.end ?? 0);
    }
  });

  it('joins short sentences and leaves long ones alone', () => {
    expect(textsOf(structured(`救助提标。${SENTENCE}${SENTENCE}${SENTENCE}`))).toEqual([
      `救助提标。${SENTENCE}`,
      SENTENCE,
      SENTENCE,
    ]);
  });

  it('splits a long sentence at semicolons, then at commas', () => {
    const clause = '全市新建养老服务照料中心一百二十三家并全部投入社会化运营';
    const long = `${Array.from({ length: 8 }, () => clause).join('；')}。`;
    expect(textsOf(structured(long)).length).toBeGreaterThan(1);
    expect(textsOf(structured(long)).join('')).toBe(long);
    const endless = `${Array.from({ length: 20 }, () => clause).join('，')}。`;
    expect(textsOf(structured(endless)).every((text) => text.length <= 300)).toBe(true);
    expect(textsOf(structured(endless)).join('')).toBe(endless);
  });

  it('does not split a number at its thousands separator', () => {
    const endless = `${'投资1,234万元'.repeat(60)}。`;
    expect(textsOf(structured(endless)).some((text) => text.endsWith('1,'))).toBe(false);
  });

  it('counts the length in the source, where edits took text out', () => {
    const source = `${'養(yǎng)老服務(wù)規(guī)模擴(kuò)大'.repeat(20)}，${'救助標準提高'.repeat(10)}。`;
    const edits = [...source.matchAll(/\([^)]*\)/gu)].map(({ index, 0: pinyin }) => ({
      start: index,
      end: index + pinyin.length,
      text: '',
      rule: 'pinyin',
    }));
    const document = structured(source, { edits });
    const toSource = OffsetMap.of(edits).invert();
    const spans = splitPassages(document).map((passage) => toSource.mapSpan(passage));
    expect(spans.length).toBeGreaterThan(1);
    for (const { start, end } of spans) expect(end - start).toBeLessThanOrEqual(300);
  });

  it('leaves out damaged clauses and keeps the sound ones', () => {
    const source = '救助标准提高到七百元，乱码乱码乱码，惠及困难群众一万余人次，成效十分明显。';
    const start = source.indexOf('乱码');
    const texts = textsOf(structured(source, { garbled: [{ start, end: start + 6 }] }));
    expect(texts.join('|')).not.toContain('乱码');
    expect(texts.join('')).toContain('惠及困难群众一万余人次');
  });

  it('leaves out lines about the document, headings of their own and page furniture', () => {
    const source = `平阳县民政局2022年工作总结\n发布日期：2023-01-05 浏览次数：12\n强化兜底保障\n${SENTENCE}\n平阳县民政局\n2023年1月5日`;
    expect(textsOf(structured(source))).toEqual([SENTENCE]);
  });

  it('keeps a heading that states an amount', () => {
    const source = `一、全年发放资金1200万元\n${SENTENCE}`;
    expect(textsOf(structured(source)).join('')).toContain('1200万元');
  });

  it('keeps characters outside the basic plane whole', () => {
    const texts = textsOf(structured(`${'𠮷田村'.repeat(200)}。`));
    for (const text of texts) expect(text.isWellFormed()).toBe(true);
  });
});
