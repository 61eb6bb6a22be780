import type { Reply } from '../../core/block.ts';
import { hashText } from '../../core/hash-text.ts';
import { checkReply } from '../check-reply.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { composeItem } from './compose-item.ts';
import { composeNews, type ReportChange } from './compose-news.ts';
import { composeQuestions } from './compose-questions.ts';
import type { DigestItem } from './digest-item.ts';
import { listComparisonItems } from './list-comparison-items.ts';
import { listSeries } from './list-series.ts';
import { listSectionItems, listSeriesItems } from './list-topic-items.ts';
import { type RotationRequest, rotate } from './rotation.ts';

export interface DigestRequest extends RotationRequest {
  /** Only items of these topics; all when empty. */
  readonly topics: readonly string[];
  /** Reports gained or changed since the last digest. */
  readonly changes: readonly ReportChange[];
  /** Questions that found no answer, of a chat that wants to see them. */
  readonly questions: readonly string[];
}

/** One part of a digest; `item`: the key of what it shows, null when it shows no item. */
export interface DigestPart {
  readonly reply: Reply;
  readonly item: string | null;
}

/** What a digest says, the most important part first. Every part has passed both gates. Empty: there is nothing to say. */
export interface ComposedDigest {
  readonly parts: readonly DigestPart[];
  /** Whether all items had been shown, so that these begin anew. */
  readonly restarts: boolean;
}

/** A report and a fingerprint of its text. */
export interface ReportFingerprint {
  readonly report: string;
  readonly hash: string;
}

/** What daily digests are made of. The same request gives the same digest. */
export interface Digest {
  compose(request: DigestRequest): ComposedDigest;
  /** The reports of the index, to find out later which have changed. */
  fingerprints(): readonly ReportFingerprint[];
  /** Everything that can be shown of some topics, or of all when there are none. */
  items(topics: readonly string[]): readonly DigestItem[];
}

/** Prepares digests over the reports of a corpus. Items are listed when first asked for, and composed once each. */
export function createDigest(corpus: Corpus): Digest {
  const list = once(() => listItems(corpus));
  const hashes = once(() =>
    corpus.library.reports.map(({ id }) => ({ report: id, hash: hashText(corpus.library.source(id)) })),
  );
  const composed = new Map<string, Reply | null>();
  const isSound = (reply: Reply): boolean => checkReply(reply, corpus.library).length === 0;

  /** The item as it is sent; null when it does not pass its gates. */
  function replyTo(item: DigestItem): Reply | null {
    const known = composed.get(item.key);
    if (known !== undefined) return known;
    const reply = composeItem(corpus, item);
    const sound = isSound(reply) ? reply : null;
    composed.set(item.key, sound);
    return sound;
  }

  function firstSound(candidates: readonly DigestItem[]): readonly DigestPart[] {
    const item = candidates.find((candidate) => replyTo(candidate) !== null);
    const reply = item === undefined ? null : replyTo(item);
    return item === undefined || reply === null ? [] : [{ reply, item: item.key }];
  }

  const isOf = (item: DigestItem, topics: readonly string[]): boolean =>
    topics.length === 0 || item.topics.some((topic) => topics.includes(topic));
  const items = (topics: readonly string[]): readonly DigestItem[] =>
    list().filter((item) => isOf(item, topics) && composed.get(item.key) !== null);

  /** The next items. Those that fail their gates are known then, and missing when it is tried again. */
  function nextItems(request: DigestRequest): ComposedDigest {
    const held = items(request.topics);
    const { topics, comparisons, restarts } = rotate(held, request);
    const parts = [...firstSound(topics), ...firstSound(comparisons)];
    return parts.length === 0 && items(request.topics).length < held.length ? nextItems(request) : { parts, restarts };
  }

  return {
    items,
    fingerprints: hashes,
    compose(request) {
      const next = nextItems(request);
      const news = composeNews(corpus, request).filter(isSound);
      const questions = composeQuestions(request.questions);
      const parts = [
        ...news.map((reply) => ({ reply, item: null })),
        ...next.parts,
        ...(questions !== null && isSound(questions) ? [{ reply: questions, item: null }] : []),
      ];
      return { parts, restarts: next.restarts };
    },
  };
}

function listItems(corpus: Corpus): readonly DigestItem[] {
  const series = listSeries(corpus);
  return [...listSectionItems(corpus), ...listSeriesItems(series), ...listComparisonItems(corpus, series)];
}

function once<Value>(compute: () => Value): () => Value {
  let value: { readonly of: Value } | null = null;
  return () => {
    value ??= { of: compute() };
    return value.of;
  };
}
