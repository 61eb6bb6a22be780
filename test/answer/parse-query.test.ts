import { describe, expect, it } from 'vitest';
import { createCorpus } from '../../src/answer/corpus/corpus.ts';
import { parseQuery } from '../../src/answer/query/parse-query.ts';
import { createQueryContext } from '../../src/answer/query/query-context.ts';
import { createDivisions } from '../../src/core/divisions.ts';
import cases from '../cases/queries.json' with { type: 'json' };
import { createInventedArtefact } from './invented-artefact.ts';

interface Case {
  readonly question: string;
  readonly history?: readonly string[];
  readonly shape: string;
  readonly regions?: readonly string[];
  readonly periods?: readonly (string | null)[];
  readonly unit?: string;
  readonly kind?: string;
  readonly concepts?: readonly string[];
  readonly labels?: readonly string[];
}

const CASES: readonly Case[] = cases;
const divisions = createDivisions();
const context = createQueryContext(createCorpus(createInventedArtefact(), divisions), { divisions, thisYear: 2023 });

describe('parseQuery()', () => {
  it.each(CASES)('reads $question $history', ({ question, history = [], ...wanted }) => {
    const { shape, asks } = parseQuery(question, { history, context });
    expect(shape).toBe(wanted.shape);
    if (wanted.regions) expect(asks.map(({ region }) => region?.name)).toEqual(wanted.regions);
    if (wanted.periods) expect(asks.map(({ period }) => period?.label ?? null)).toEqual(wanted.periods);
    if (wanted.unit) expect(asks[0]?.unit).toBe(wanted.unit);
    if (wanted.kind) expect(asks[0]?.kind).toBe(wanted.kind);
    if (wanted.labels) expect(asks.map(({ label }) => label)).toEqual(wanted.labels);
    for (const concept of wanted.concepts ?? []) expect(asks[0]?.concepts.map(({ asked }) => asked)).toContain(concept);
  });

  it('inherits nothing into a complete question', () => {
    const question = '2022年望川慈善组织有几个';
    const alone = parseQuery(question, { history: [], context });
    expect(parseQuery(question, { history: ['2021年临湖结婚登记多少对'], context })).toEqual(alone);
  });

  it('marks an inherited period as one that may give way', () => {
    const { asks } = parseQuery('望川呢', { history: ['2021年临湖低保对象有多少人'], context });
    expect(asks.map(({ softPeriod }) => softPeriod)).toEqual([true]);
  });

  it('does not mend what the reports already write', () => {
    expect(parseQuery('临湖结婚登记多少对', { history: [], context }).corrections).toEqual([]);
  });

  it('reads 今年 only when it is told the year', () => {
    const timeless = { ...context, thisYear: null };
    expect(parseQuery('今年临湖结婚登记多少对', { history: [], context: timeless }).asks[0]?.period).toBeNull();
  });
});
