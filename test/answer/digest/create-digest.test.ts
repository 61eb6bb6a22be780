import { describe, expect, it } from 'vitest';
import { checkReply } from '../../../src/answer/check-reply.ts';
import { createCorpus } from '../../../src/answer/corpus/corpus.ts';
import { createDigest, type DigestRequest } from '../../../src/answer/digest/create-digest.ts';
import { TOPIC_NAMES } from '../../../src/answer/digest/topic.ts';
import { createDivisions } from '../../../src/core/divisions.ts';
import { createInventedArtefact } from '../invented-artefact.ts';

const artefact = createInventedArtefact();
const corpus = createCorpus(artefact, createDivisions());
const digest = createDigest(corpus);
const REQUEST: DigestRequest = {
  ...{ day: '2026-11-22', seed: '-100:0', shown: new Set() },
  ...{ topics: [], follows: [], changes: [], questions: [] },
};

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

describe('createDigest()', () => {
  it('lists items of 3 to 5 figures, and comparisons of two', () => {
    const sizes = digest.items([]).map(({ kind, figures }) => `${kind} ${figures.length}`);
    expect(sizes.filter((size) => !/^(?:topic [345]|comparison 2)$/u.test(size))).toEqual([]);
    expect(sizes).toContain('comparison 2');
  });

  it('says nothing that does not pass both gates', () => {
    const days = Array.from({ length: 40 }, (_, i) => digest.compose({ ...REQUEST, day: dayAfter(REQUEST.day, i) }));
    const parts = days.flatMap((one) => one.parts);
    expect(parts.length).toBeGreaterThan(40);
    for (const { reply } of parts) expect(checkReply(reply, artefact)).toEqual([]);
  });

  it('computes a difference only between like figures of one property', () => {
    for (const { figures } of digest.items([]).filter(({ kind }) => kind === 'comparison')) {
      const [a, b] = figures.map(({ figure }) => figure);
      expect(a!.property).toBe(b!.property);
      expect([a!.approx, b!.approx, a!.masked, b!.masked]).toEqual([null, null, false, false]);
    }
  });

  it('leaves out of comparisons what a report contradicts itself about', () => {
    const doubted = new Set(artefact.reports.filter(({ doubts }) => doubts.length > 0).map(({ id }) => id));
    expect(doubted.size).toBeGreaterThan(0);
    const compared = digest.items([]).filter(({ kind }) => kind === 'comparison');
    expect(compared.flatMap(({ figures }) => figures).filter(({ figure }) => doubted.has(figure.report))).toEqual([]);
  });

  it('gives the same bytes for the same request, and others on the next day', () => {
    const again = createDigest(createCorpus(createInventedArtefact(), createDivisions()));
    expect(JSON.stringify(again.compose(REQUEST))).toBe(JSON.stringify(digest.compose(REQUEST)));
    const next = digest.compose({ ...REQUEST, day: '2026-11-23' });
    expect(next.parts.map(({ item }) => item)).not.toEqual(digest.compose(REQUEST).parts.map(({ item }) => item));
  });

  it('repeats nothing before everything has been shown, then begins anew', () => {
    const all = digest.items([]).length;
    let shown = new Set<string>();
    let repeated = 0;
    let rounds = 0;
    for (let i = 0; i < 3 * all; i++) {
      const { parts, restarts } = digest.compose({ ...REQUEST, day: dayAfter(REQUEST.day, i), shown });
      if (restarts) {
        expect(shown.size).toBe(all);
        shown = new Set();
        rounds++;
      }
      const items = parts.flatMap(({ item }) => item ?? []);
      expect(items.length).toBeGreaterThan(0);
      repeated += items.filter((item) => shown.has(item)).length;
      for (const item of items) shown.add(item);
    }
    console.log(
      `digest: ${all} items, ${3 * all} days, ${rounds} rounds, ${repeated} repeated while unseen ones remained`,
    );
    expect(rounds).toBeGreaterThanOrEqual(2);
    expect(repeated).toBe(0);
  });

  it('keeps to chosen topics and begins with followed ones', () => {
    const chosen = digest.compose({ ...REQUEST, topics: ['养老'] });
    expect(chosen.parts.map(({ reply }) => reply.answer.text).join()).toMatch(/养老|老年/u);
    expect(digest.items(['养老']).every(({ topics }) => topics.includes('养老'))).toBe(true);
    const followed = digest.compose({ ...REQUEST, follows: ['殡葬', '婚姻登记'] }).parts[0]?.item;
    const item = digest.items([]).find(({ key }) => key === followed);
    expect(item?.topics.some((topic) => ['殡葬', '婚姻登记'].includes(topic))).toBe(true);
  });

  it('tells of new and changed reports with their figures, quotes and titles', () => {
    const [a, b] = artefact.reports;
    const changes = [
      { report: a!.id, kind: 'new' },
      { report: b!.id, kind: 'changed' },
    ] as const;
    const { parts } = digest.compose({ ...REQUEST, changes });
    const [fresh, changed] = parts.map(({ reply }) => reply.answer);
    expect(fresh!.text).toContain('新收录的报告');
    expect(fresh!.quotes.every(({ report }) => report === a!.id)).toBe(true);
    expect(fresh!.figures.length).toBeGreaterThan(0);
    expect(changed!.text).toContain('内容有更新的报告');
    expect(changed!.text).toContain(`《${b!.title}》`);
  });

  it('is short when there is nothing new, and empty when there is nothing to say', () => {
    const { parts } = digest.compose(REQUEST);
    expect(parts.length).toBeLessThanOrEqual(2);
    const missing = TOPIC_NAMES.find((name) => digest.items([name]).length === 0)!;
    expect(digest.compose({ ...REQUEST, topics: [missing] }).parts).toEqual([]);
  });

  it('repeats questions as text that nobody can click and no number of which is a statement', () => {
    const questions = ['@you 2019年“低保”\u202e多少？', 'see http://evil.example/a', 'x'.repeat(500), '  ', '\ud83d'];
    const part = digest.compose({ ...REQUEST, questions }).parts.at(-1)!;
    expect(part.item).toBeNull();
    expect(part.reply.answer.text).not.toMatch(/[@/\u202e]|\.[a-z]/u);
    expect(Math.max(...part.reply.blocks.map(({ text }) => [...text].length))).toBeLessThanOrEqual(64);
    expect(checkReply(part.reply, artefact)).toEqual([]);
  });
});
