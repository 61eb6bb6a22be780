import type { Figure } from '../../core/figure.ts';
import type { Span } from '../../core/span.ts';
import { matchView } from '../match-view.ts';
import type { CorpusReport, Sentence } from './corpus.ts';
import { CLAUSE_END, ITEM_END, PART_END, stretchAround } from './text-bounds.ts';

/** The words around a figure, folded, from the nearest to the farthest. */
export interface FigureWords {
  readonly property: string;
  /** Its own item: between the neighbouring figures, inside enumeration marks. */
  readonly item: string;
  /** Its clause up to the end of its item: what it may be told of. */
  readonly clause: string;
  /** A short sentence that opens its paragraph and says what it is about. */
  readonly topic: string;
  /** The rest of the clause, which more often tells of another figure. */
  readonly clauseAfter: string;
  /** The clause before, where the subject of this one may stand. */
  readonly previousClause: string;
  readonly part: string;
  readonly partAfter: string;
  readonly sentence: string;
  readonly previousSentence: string;
  readonly heading: string;
  readonly title: string;
}

/** Where a figure stands. Spans are clean positions of its report. */
export interface Surroundings {
  readonly report: CorpusReport;
  readonly figure: Figure;
  readonly at: Span;
  readonly before: Span | undefined;
  readonly after: Span | undefined;
  /** Sentences of the report, and the index of the figure's own. */
  readonly sentences: readonly Sentence[];
  readonly sentence: number;
}

/** What stands between the neighbouring figures, narrowed to the item's own marks. */
function itemAround(
  text: string,
  { at, before, after, within }: { at: Span; before: Span | undefined; after: Span | undefined; within: Span },
): Span {
  const start = before === undefined ? within.start : Math.max(within.start, before.end);
  const end = after === undefined ? within.end : Math.min(within.end, after.start);
  const bounds = { start: Math.min(start, at.start), end: Math.max(end, at.end) };
  return stretchAround(text, { ...at, within: bounds, marks: ITEM_END });
}

const LONGEST_TOPIC = 16;
const SENTENCES_BACK = 4;

/** The nearest short sentence without a number before the figure's own, in the same paragraph. */
function topicOf({ report, sentences, sentence }: Surroundings): string {
  for (let back = 1; back <= SENTENCES_BACK; back++) {
    const [earlier, later] = [sentences[sentence - back], sentences[sentence - back + 1]];
    if (earlier === undefined || later === undefined || report.folded.slice(earlier.end, later.start).includes('\n'))
      return '';
    if (earlier.folded.length <= LONGEST_TOPIC && !/\d/u.test(earlier.folded)) return earlier.folded;
  }
  return '';
}

/** Gathers the words around a figure. */
function readWords(surroundings: Surroundings, context: FigureContext): FigureWords {
  const { report, at, sentences } = surroundings;
  const within = context.sentence;
  const text = report.folded;
  const part = stretchAround(text, { ...at, within, marks: PART_END });
  const clause = stretchAround(text, { ...at, within, marks: CLAUSE_END });
  const item = itemAround(text, { at, before: surroundings.before, after: surroundings.after, within: clause });
  const earlier = Math.max(part.start, clause.start - 1);
  const previous = stretchAround(text, { start: earlier, end: earlier, within: part, marks: CLAUSE_END });
  const slice = (span: Span): string => text.slice(span.start, span.end);
  return {
    property: context.property,
    item: slice(item),
    clause: text.slice(clause.start, item.end),
    clauseAfter: text.slice(item.end, clause.end),
    part: text.slice(part.start, item.end),
    partAfter: text.slice(item.end, part.end),
    sentence: context.sentenceText,
    previousClause: clause.start > part.start ? slice(previous) : '',
    topic: context.topic,
    previousSentence: sentences[surroundings.sentence - 1]?.folded ?? '',
    heading: sentences[surroundings.sentence]!.heading,
    title: report.foldedTitle,
  };
}

/** A figure at its place; its words are read when first asked for, which most figures never are. */
export class FigureContext {
  readonly at: Span;
  /** Span of its sentence. */
  readonly sentence: Span;
  readonly #surroundings: Surroundings;
  #property: string | null = null;
  #sentenceText: string | null = null;
  #topic: string | null = null;
  #words: FigureWords | null = null;

  constructor(surroundings: Surroundings) {
    const { at, sentences, sentence } = surroundings;
    const own = sentences[sentence]!;
    this.at = at;
    this.sentence = own.end >= at.end ? own : { start: own.start, end: at.end };
    this.#surroundings = surroundings;
  }

  /** `words.property`, without reading the others. */
  get property(): string {
    this.#property ??= matchView(this.#surroundings.figure.property);
    return this.#property;
  }

  /** `words.sentence`, without reading the others. */
  get sentenceText(): string {
    this.#sentenceText ??= this.#readSentence();
    return this.#sentenceText;
  }

  /** `words.topic`, without reading the others. */
  get topic(): string {
    this.#topic ??= topicOf(this.#surroundings);
    return this.#topic;
  }

  get words(): FigureWords {
    this.#words ??= readWords(this.#surroundings, this);
    return this.#words;
  }

  /** The text that the sentence itself holds where that is all: figures of one sentence then share one string. */
  #readSentence(): string {
    const { report, sentences, sentence } = this.#surroundings;
    const own = sentences[sentence]!;
    return own.end === this.sentence.end ? own.folded : report.folded.slice(this.sentence.start, this.sentence.end);
  }
}
