import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureTable } from '../../src/cli/figure-table.ts';
import type { Figure } from '../../src/core/figure.ts';
import { runScript } from './run-script.ts';

const REPORT = '某县2020年民政工作总结\n\n一、社会救助\n全县共有低保对象1234人，其中儿童56人，发放低保金56.7万元。\n';
const FIELDS = [
  ...['report', 'start', 'end', 'raw', 'value', 'min', 'max', 'unit', 'approx', 'property', 'region', 'period'],
  ...['kind', 'masked', 'cumulative', 'part_of'],
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenju-figures-'));
  await writeFile(join(folder, 'a.txt'), REPORT);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const figure: Figure = {
  ...{ report: 'a', start: 2, end: 5, raw: '36家', value: 36, min: null, max: null, unit: '家', approx: null },
  ...{
    kind: 'actual',
    masked: false,
    cumulative: false,
    property: '养老机构',
    region: null,
    period: '2020',
    partOf: null,
  },
};

describe('figures', () => {
  it('prints a JSON line for each figure, with all fields and nothing else', () => {
    const { status, stdout } = runScript('figures.ts', ['--reports', folder]);
    const lines: Record<string, unknown>[] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(lines.map(({ raw, part_of }) => [raw, part_of])).toEqual([
      ['1234人', null],
      ['56人', '1234人'],
      ['56.7万元', null],
    ]);
    for (const line of lines) {
      expect(Object.keys(line)).toEqual(FIELDS);
      expect(REPORT.slice(Number(line.start), Number(line.end))).toBe(line.raw);
    }
  });

  it('prints a table for people', () => {
    const { status, stdout } = runScript('figures.ts', ['--reports', folder, '--table']);
    expect(status).toBe(0);
    expect(stdout.split('\n')[0]).toMatch(/^报告 +位置 +数字 +指标/u);
    expect(stdout).toMatch(/1234人 +低保对象/u);
  });

  it('reads texts from lines and answers each with its id', async () => {
    const file = join(folder, 'texts.jsonl');
    const texts = [
      { id: 'x', text: '新建养老机构3家。' },
      { id: 'y', text: '没有数字。' },
    ];
    await writeFile(file, texts.map((line) => `${JSON.stringify(line)}\n`).join('\n'));
    const { status, stdout } = runScript('figures.ts', ['--lines', file]);
    const lines: { id: string; figures: { raw: string }[] }[] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(lines.map(({ id, figures }) => [id, figures.map(({ raw }) => raw)])).toEqual([
      ['x', ['3家']],
      ['y', []],
    ]);
  });

  it.each([
    ['an unknown flag', ['--nonsense'], '--reports'],
    ['an argument', ['seeds'], 'seeds'],
    ['a folder that is not there', ['--reports', 'nowhere/at/all'], 'nowhere/at/all'],
    ['a file that is not there', ['--lines', 'nowhere.jsonl'], 'nowhere.jsonl'],
  ])('tells of %s without a stack and ends with 2', (_, flags, named) => {
    const { status, stdout, stderr } = runScript('figures.ts', flags);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(named);
    expect(stderr).not.toMatch(/^\s+at /mu);
  });

  it('names a broken line', async () => {
    const file = join(folder, 'broken.jsonl');
    await writeFile(file, '{"id":"x","text":"一"}\n{"id":1}\n');
    const { status, stderr } = runScript('figures.ts', ['--lines', file]);
    expect(status).toBe(2);
    expect(stderr).toContain('第 2 行');
  });
});

describe('figureTable()', () => {
  it('figureTable() aligns columns, a Han character two columns wide', () => {
    const [, first, second] = figureTable([figure, { ...figure, property: 'PM2.5', raw: '36' }]).split('\n');
    expect(first).toBe('a     2-5   36家  养老机构  未注明  2020  实绩');
    expect(second).toBe('a     2-5   36    PM2.5     未注明  2020  实绩');
  });
});
