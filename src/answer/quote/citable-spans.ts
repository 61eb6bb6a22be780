import type { Artefact } from '../../core/artefact.ts';
import { overlaps, type Span } from '../../core/span.ts';
import type { CorpusReport } from '../corpus/corpus.ts';
import { CLAUSE_END, SENTENCE_END, splitSpan } from '../corpus/text-bounds.ts';
import { matchView } from '../match-view.ts';
import { chooseSpan } from './choose-span.ts';
import { MAX_QUOTE_LENGTH } from './make-quote.ts';

type Library = Pick<Artefact, 'passages' | 'cleanText' | 'damage'>;

/** Sentences that are joined into one quote at most. */
const LONGEST_RUN = 5;

/**
 * The spans of a report that answers quote: its sentences, what is chosen around each clause of a long one, and neighbouring
 * sentences that fit one quote. In source positions, sorted by start, the longer first; no span twice.
 */
export function citableSpans(library: Library, report: string): Span[] {
  const clean = library.cleanText(report);
  const text = { folded: matchView(clean.text), toSource: clean.map.invert() };
  const { garbled } = library.damage(report);
  const sentences = library.passages
    .filter((passage) => passage.report === report)
    .flatMap((passage) => splitSpan(text.folded, clean.map.mapSpan(passage), SENTENCE_END))
    .map((sentence) => ({ sentence, source: text.toSource.mapSpan(sentence) }))
    .filter(({ source }) => !garbled.some((span) => overlaps(span, source)));
  const chosen = sentences.flatMap(({ sentence }) =>
    chosenSpans(text, sentence).map((span) => text.toSource.mapSpan(span)),
  );
  const runs = sentenceRuns(sentences.map(({ source }) => source));
  return distinct([...runs, ...chosen]);
}

/** What is chosen around each clause of a sentence. One that is quoted whole is chosen whole for every clause. */
function chosenSpans(text: Pick<CorpusReport, 'folded' | 'toSource'>, sentence: Span): Span[] {
  const chosen: Span[] = [];
  for (const { start } of splitSpan(text.folded, sentence, CLAUSE_END)) {
    const span = chooseSpan(text, { at: { start, end: start + 1 }, sentence });
    const isWhole = span.start === sentence.start && span.end === sentence.end;
    if (isWhole && chosen.length === 0) return [];
    chosen.push(span);
  }
  return chosen;
}

/** Each sentence, and the runs that start with it. */
function sentenceRuns(sentences: readonly Span[]): Span[] {
  return sentences.flatMap(({ start }, first) => {
    const runs: Span[] = [];
    for (let last = first; last < Math.min(first + LONGEST_RUN, sentences.length); last++) {
      const { end } = sentences[last]!;
      // Quotes are joined over one character at most: the white space between two sentences.
      const touches = last === first || sentences[last]!.start - sentences[last - 1]!.end <= 1;
      if (!touches || end - start > MAX_QUOTE_LENGTH) break;
      runs.push({ start, end });
    }
    return runs;
  });
}

function distinct(spans: readonly Span[]): Span[] {
  const byKey = new Map(spans.map((span) => [`${span.start}-${span.end}`, span]));
  return [...byKey.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}
