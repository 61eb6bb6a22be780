import { readdirSync, readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { cleanDocuments } from '../../../src/build/clean/clean-documents.ts';
import { createCommonCharacters } from '../../../src/build/clean/mojibake/common-characters.ts';
import { createGbkTable } from '../../../src/build/clean/mojibake/gbk-table.ts';
import type { CleanDocument } from '../../../src/build/document.ts';
import type { Span } from '../../../src/core/span.ts';
import cases from '../../cases/clean-damage.json' with { type: 'json' };

const SEEDS = new URL('../../../seeds/', import.meta.url);

function readSeed(id: string) {
  return { id, file: `${id}.txt`, source: readFileSync(new URL(`${id}.txt`, SEEDS), 'utf8') };
}
function cleaned(text: string): CleanDocument {
  return cleanDocuments([{ id: 'report', file: 'report.txt', source: text }])[0]!;
}
function textsOf({ text }: CleanDocument, spans: readonly Span[]): string[] {
  return spans.map(({ start, end }) => text.slice(start, end));
}

/** What a site does that replaces the bytes of a mark in GBK pages without regard to where characters begin. */
function damaged(text: string, mark: string): string {
  const bytes = iconv.encode(text, 'gbk').toString('latin1');
  const half = String.fromCharCode(mark.charCodeAt(0) - 0xfee0);
  const replaced = bytes.replaceAll(iconv.encode(mark, 'gbk').toString('latin1'), half).replaceAll('\u00a3\u00bb', ';');
  return new TextDecoder('gb18030').decode(Buffer.from(replaced, 'latin1')).replaceAll('\ufffd', '?');
}

describe('cleanDocuments() on damage', () => {
  const seeds = readdirSync(SEEDS).filter((file) => file.endsWith('.txt'));
  const sources = seeds.map((file) => readSeed(file.slice(0, -4)));

  it.each([
    ['alone', [readSeed('003_2c0613557c96ee1f')]],
    ['among the others', sources],
  ])('restores what lost a byte and marks it, %s', (_, set) => {
    const document = cleanDocuments(set).find(({ id }) => id === cases.restored[0]!.seed)!;
    expect(textsOf(document, document.repaired)).toEqual(cases.restored.map(({ text }) => text));
    expect(document.garbled).toEqual([]);
    for (const { damaged, context } of cases.restored) {
      expect(document.source).toContain(damaged);
      expect(document.text).toContain(context);
    }
  });

  it('restores character by character, so that a span may start inside', () => {
    const { edits, source } = cleaned(readSeed('003_2c0613557c96ee1f').source);
    const repairs = edits.filter(({ rule }) => rule.startsWith('mojibake') || rule.endsWith('mojibake'));
    expect(repairs.every(({ text }) => text.length === 1)).toBe(true);
    expect(source.slice(repairs[0]!.start, repairs[0]!.end)).toBe('?lián)艿');
  });

  it('restores up to a character that no context tells, and marks its clause as garbled', () => {
    const text = cleaned(damaged('持续加强生态环境保护和修复，完成造林绿化任务。'.repeat(2), '\uff0c'));
    expect(textsOf(text, text.repaired)).toEqual(['保护和修', '保护和修']);
    expect(textsOf(text, text.garbled)).toEqual(['持续加强生态环境保护和修?', '持续加强生态环境保护和修?']);
  });

  it('leaves no damage unmarked, whatever it restores', () => {
    const report =
      '全市新增就业5.3万人，失业保险基金运行平稳；深化医疗保障改革，完善社会保护机制；建设基层服务站120个。\n';
    const original = report.repeat(20);
    const { text, garbled } = cleaned(damaged(original, '；'));
    const known = new Set(`${original}?;`);
    const outside = [...text].filter((_, i) => !garbled.some(({ start, end }) => start <= i && i < end));
    expect(outside.filter((character) => !known.has(character))).toEqual([]);
  });

  it('repairs nothing in the other seeds', () => {
    const others = cleanDocuments(sources).filter(({ id }) => id !== cases.restored[0]!.seed);
    expect(others.flatMap(({ repaired, garbled }) => [...repaired, ...garbled])).toEqual([]);
  });

  it.each(cases.sound)('leaves $name alone', ({ text }) => {
    const document = cleaned(text);
    expect(document.text).toBe(text);
    expect([...document.garbled, ...document.repaired]).toEqual([]);
  });

  it.each(cases.garbled)('marks $name as garbled', ({ text, clauses }) => {
    const document = cleaned(text);
    expect(textsOf(document, document.garbled)).toEqual(clauses);
    expect(document.repaired).toEqual([]);
  });
});

describe('createGbkTable()', () => {
  it('agrees with another encoder on the characters of GB 2312', () => {
    const table = createGbkTable();
    for (const character of '一丁啊座中民政，。；％ａ') {
      expect(table.bytesOf(character)).toEqual([...iconv.encode(character, 'gbk')]);
    }
    expect(table.bytesOf('\ue848')).toEqual([0xfe, 0x84]);
    expect(table.characterOf(0xd6, 0xd0)).toBe('中');
  });
});

describe('createCommonCharacters()', () => {
  it('knows level 1 in both scripts, and no rare character', () => {
    const isCommon = createCommonCharacters();
    expect([...'养養。，'].filter((character) => !isCommon(character))).toEqual([]);
    expect([...'瓿橐龅娋'].filter(isCommon)).toEqual([]);
  });
});
