import { overlaps, type Span } from '../../core/span.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { CLAUSE_END, splitSpan } from '../corpus/text-bounds.ts';
import { chooseSpan } from '../quote/choose-span.ts';
import { matchConcept } from '../rank/match-concept.ts';
import type { SentenceHit } from '../rank/rank-sentences.ts';
import type { Findings } from '../rank/retrieve.ts';
import { acceptsSentence } from './accept.ts';

/** A stretch of a report that answers, in clean positions. */
export interface ChosenPassage extends Span {
  readonly report: number;
  readonly hit: SentenceHit;
}

/** Scores this near the best are quoted as well. */
const NEAR = 0.15;
const MAX_PASSAGES = 4;

/** The clause of a sentence that holds most of what was asked. */
function bestClause(corpus: Corpus, { findings, hit }: { findings: Findings; hit: SentenceHit }): Span {
  const sentence = corpus.sentences[hit.sentence]!;
  const { folded } = corpus.reports[sentence.report]!;
  let best: { clause: Span; score: number } = { clause: sentence, score: -1 };
  for (const clause of splitSpan(folded, sentence, CLAUSE_END)) {
    const text = folded.slice(clause.start, clause.end);
    const score = findings.concepts.reduce((sum, { concept, weight }) => sum + weight * matchConcept(concept, text), 0);
    if (score > best.score) best = { clause, score };
  }
  return best.clause;
}

/** Chooses the passages that answer an ask: the best sentence, and others about as good. */
export function selectSentences(findings: Findings, corpus: Corpus): ChosenPassage[] {
  const accepted = findings.sentences.filter(acceptsSentence);
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
  return chosen;
}
