import { overlaps, type Span } from '../../core/span.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { CLAUSE_END, splitSpan } from '../corpus/text-bounds.ts';
import { chooseSpan } from '../quote/choose-span.ts';
import type { SentenceHit } from '../rank/rank-sentences.ts';
import type { Findings } from '../rank/retrieve.ts';
import { acceptsSentence } from './accept.ts';
import { expectedName, holdsName } from './expected-name.ts';

/** A stretch of a report that answers, in clean positions. */
export interface ChosenPassage extends Span {
  readonly report: number;
  readonly hit: SentenceHit;
}

/** Scores this near the best are quoted as well. */
const NEAR = 0.15;
const MAX_PASSAGES = 4;

/** What naming the place asked is worth to a clause, in weights of concepts. */
const NAMED_CLAUSE = 1;

/** The clause of a sentence that holds most of what was asked. */
function bestClause(corpus: Corpus, { findings, hit }: { findings: Findings; hit: SentenceHit }): Span {
  const sentence = corpus.sentences[hit.sentence]!;
  const { folded } = corpus.reports[sentence.report]!;
  const place = findings.ask.region?.held === 'mention' ? findings.ask.region.short : null;
  let best: { clause: Span; score: number } = { clause: sentence, score: -1 };
  for (const clause of splitSpan(folded, sentence, CLAUSE_END)) {
    const text = folded.slice(clause.start, clause.end);
    const named = place !== null && text.includes(place) ? NAMED_CLAUSE : 0;
    const score = findings.concepts.reduce((sum, { match, weight }) => sum + weight * match(text), named);
    if (score > best.score) best = { clause, score };
  }
  return best.clause;
}

/** What finds the names a question asks for. */
export type NameFinder = Pick<Parameters<typeof holdsName>[1], 'segmenter' | 'divisions'>;

const NAME_BONUS = 0.15;
const NAMES_LOOKED_AT = 12;

/** Sentences that hold a name of the kind asked come first among those about as good. */
function preferNames(
  hits: readonly SentenceHit[],
  { question, corpus, names }: { question: string; corpus: Corpus; names: NameFinder },
): SentenceHit[] {
  const kind = expectedName(question);
  if (kind === null) return [...hits];
  const bonus = (hit: SentenceHit): number =>
    holdsName(corpus.sentences[hit.sentence]!.folded, { kind, ...names }) ? NAME_BONUS : 0;
  return hits
    .slice(0, NAMES_LOOKED_AT)
    .map((hit) => ({ ...hit, score: hit.score + bonus(hit) }))
    .sort((a, b) => b.score - a.score);
}

const INTRODUCES =
  /(?:[：:]|如下|主要表现在|包括以下)[。：:]?\s*$|^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．].{0,40}$/u;
const MAX_ITEMS = 3;

/** A sentence that introduces others (主要表现在：, or a numbered heading) is followed by its first items. */
function withEnumeration(chosen: readonly ChosenPassage[], corpus: Corpus): ChosenPassage[] {
  return chosen.flatMap((passage) => {
    const lead = corpus.sentences[passage.hit.sentence]!;
    if (!INTRODUCES.test(lead.folded)) return [passage];
    const items = corpus.sentences
      .slice(passage.hit.sentence + 1, passage.hit.sentence + 1 + MAX_ITEMS)
      .filter(({ report }) => report === lead.report);
    const spans = items.map((sentence) =>
      chooseSpan(corpus.reports[lead.report]!, { at: { start: sentence.start, end: sentence.start + 1 }, sentence }),
    );
    return [passage, ...spans.map((span) => ({ ...span, report: lead.report, hit: passage.hit }))];
  });
}

/**
 * Chooses the passages that answer an ask: the best sentence, and others about as good.
 *
 * @param evidence what a sentence must hold beside what was asked, null when nothing
 */
export function selectSentences(
  findings: Findings,
  { corpus, names, evidence }: { corpus: Corpus; names: NameFinder; evidence: RegExp | null },
): ChosenPassage[] {
  const fitting = findings
    .sentences()
    .filter(
      (hit) =>
        acceptsSentence(hit, findings) && (evidence === null || evidence.test(corpus.sentences[hit.sentence]!.folded)),
    );
  const accepted = preferNames(fitting, {
    question: findings.ask.text,
    corpus,
    names,
  });
  const [best] = accepted;
  if (best === undefined) return [];
  const chosen: ChosenPassage[] = [];
  for (const hit of accepted.filter(({ score }) => score >= best.score - NEAR).slice(0, MAX_PASSAGES)) {
    const sentence = corpus.sentences[hit.sentence]!;
    const report = corpus.reports[sentence.report]!;
    const span = chooseSpan(report, { at: bestClause(corpus, { findings, hit }), sentence });
    if (!chosen.some((other) => other.report === report.index && overlaps(other, span)))
      chosen.push({ ...span, report: report.index, hit });
  }
  return withEnumeration(chosen, corpus);
}
