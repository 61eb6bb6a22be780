import { afterEach, describe, expect, it } from 'vitest';
import { checkReply } from '../../../src/answer/check-reply.ts';
import type { ComposedDigest } from '../../../src/answer/digest/create-digest.ts';
import type { DigestSettings } from '../../../src/worker/digest/digest-settings.ts';
import { loadDependencies } from '../../../src/worker/index-modules.ts';
import { readMessage, replyAsSent } from '../../e2e/read-message.ts';
import { createDigestWorld, DAY, type DigestWorld, HOUR, MINUTE } from './world.ts';

const DAYS = 60;
/** 07:30 in Shanghai. */
const FIRST_DUE = Date.parse('2026-11-21T23:30:00Z');
const PLACE = { chat: -1001234567890, topic: 0 };
/** The day before which one of the reports is not yet held. */
const NEWS_DAY = 20;

const { digest, check, artefact } = loadDependencies();
const LATE_REPORT = artefact.reports.at(-1)!.id;
let world: DigestWorld;
afterEach(() => world.close());

interface Played {
  readonly texts: readonly string[];
  readonly composed: readonly ComposedDigest[];
  readonly items: readonly { readonly shown: readonly string[]; readonly restarts: boolean }[];
}

/** The messages of sixty days of one group with the index of the repository, and what they were made of. */
async function play(days: number, settings: Partial<DigestSettings> = {}): Promise<Played> {
  const composed: ComposedDigest[] = [];
  let day = 0;
  world = createDigestWorld({
    start: FIRST_DUE - HOUR,
    check,
    digest: {
      ...digest,
      fingerprints: () => digest.fingerprints().filter(({ report }) => report !== LATE_REPORT || day >= NEWS_DAY),
      compose(request) {
        const made = digest.compose(request);
        composed.push(made);
        return made;
      },
    },
  });
  await world.keep(PLACE, settings);
  for (; day < days; day++) {
    world.waitUntil(FIRST_DUE + day * DAY + 3 * MINUTE);
    await world.tick();
    await world.settle();
  }
  const { results } = await world.database
    .prepare('SELECT items, restarts FROM digest_send ORDER BY day')
    .all<{ items: string; restarts: number }>();
  const items = results.map((row) => ({ shown: JSON.parse(row.items) as string[], restarts: row.restarts === 1 }));
  expect(world.api.journal.flatMap(({ violations }) => violations)).toEqual([]);
  return { texts: sentTexts(), composed, items };
}

const sentTexts = () => world.api.state.messages(PLACE.chat).map(({ text = '' }) => text);

/** Items that were shown again while others had not been shown. */
function countRepeats(items: Played['items'], all: number): { repeats: number; rounds: number } {
  let seen = new Set<string>();
  let repeats = 0;
  let rounds = 0;
  for (const { shown, restarts } of items) {
    if (restarts) {
      if (seen.size < all) repeats++;
      seen = new Set();
      rounds++;
    }
    repeats += shown.filter((item) => seen.has(item)).length;
    for (const item of shown) seen.add(item);
  }
  return { repeats, rounds };
}

/** What the gates say of each message as it stands in the chat, part by part. */
function gateFailures(composed: readonly ComposedDigest[]): number {
  const messages = world.api.state.messages(PLACE.chat);
  return messages.reduce((sum, { text = '', entities = [] }, i) => {
    const read = readMessage(text, entities);
    let from = 0;
    const failures = composed[i]!.parts.flatMap(({ reply }) => {
      const own = read.slice(from, from + reply.blocks.length);
      from += own.length;
      return checkReply(replyAsSent(reply, own), artefact as Parameters<typeof checkReply>[1]);
    });
    return sum + failures.length + (from === read.length ? 0 : 1);
  }, 0);
}

/** A new report is told of on the day from which it is held, and only then; a day without news is short. */
function expectNewsOnce(texts: readonly string[]): void {
  const news = texts.flatMap((text, day) => (text.includes('新收录的报告') ? [day] : []));
  expect(news).toEqual([NEWS_DAY]);
  expect(texts[NEWS_DAY]).toContain(`——《${artefact.reports.at(-1)!.title}》`);
  const quiet = texts.filter((_, day) => day !== NEWS_DAY).map(({ length }) => length);
  expect(Math.max(...quiet)).toBeLessThan(2000);
}

describe('digests of sixty days for one group', () => {
  it('repeat nothing while something is unseen, pass the gates as sent, tell of news, and are the same bytes again', async () => {
    const first = await play(DAYS);
    const { repeats, rounds } = countRepeats(first.items, digest.items([]).length);
    const failures = gateFailures(first.composed);
    const longest = Math.max(...first.texts.map((text) => [...text].length));
    const quotes = first.composed.flatMap(({ parts }) => parts.flatMap(({ reply }) => reply.answer.quotes)).length;
    world.close();
    const again = await play(DAYS);
    const same = again.texts.filter((text, i) => text === first.texts[i]).length;
    console.log(
      `digest days: ${first.texts.length} days, ${digest.items([]).length} items, ${rounds} rounds begun anew, ${repeats} repeated while others were unseen; ${quotes} quotes, ${failures} gate failures; longest ${longest} of 4096; ${same} of ${DAYS} the same bytes again`,
    );
    expect(first.texts).toHaveLength(DAYS);
    expect([repeats, failures, same]).toEqual([0, 0, DAYS]);
    expect(longest).toBeLessThanOrEqual(4096);
    expectNewsOnce(first.texts);
  });

  it('begin anew sooner where few topics are chosen, and still repeat nothing before', async () => {
    const topics = ['养老'];
    const { items, texts } = await play(DAYS / 2, { topics });
    const { repeats, rounds } = countRepeats(items, digest.items(topics).length);
    console.log(`digest days: topic 养老, ${digest.items(topics).length} items, ${rounds} rounds, ${repeats} repeated`);
    expect(texts).toHaveLength(DAYS / 2);
    expect(rounds).toBeGreaterThan(0);
    expect(repeats).toBe(0);
  });
});
