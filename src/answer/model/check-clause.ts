import { findUncovered } from './cover-words.ts';
import type { DraftClause } from './draft-clauses.ts';
import WORDS from './draft-words.json' with { type: 'json' };
import { type Evidence, type EvidenceFigure, plain } from './evidence.ts';
import type { RefusalReason } from './refusal.ts';

const GLUE: ReadonlySet<string> = new Set(WORDS.glue);
const KINDS: Readonly<Record<string, readonly string[]>> = WORDS.kinds;

/** The model's own words of a clause, as compared; stored text leaves a gap. */
function wordsOf(clause: DraftClause): string {
  return clause.map((part) => (part.type === 'words' ? plain(part.text) : ' ')).join('');
}

/** The clause with the names of its figures put in, without the mentions. */
function expand(clause: DraftClause, { figures }: Evidence): string {
  return clause
    .map((part) => {
      if (part.type === 'words') return plain(part.text);
      if (part.type === 'quote' || part.part === 'raw') return ' ';
      return plain(figures.find(({ index }) => index === part.figure)?.[part.part] ?? '');
    })
    .join('');
}

/** Which code a word goes by that is not where its source has it. */
function nameUncovered(rest: string): RefusalReason {
  const begins = (words: readonly string[]): boolean => words.some((word) => rest.startsWith(word));
  if (begins(WORDS.direction)) return 'direction';
  if (begins(WORDS.comparison)) return 'comparison';
  return begins(WORDS.quantities) ? 'number' : 'unsupported_word';
}

/** Whether all names put in are those of the figure whose mention stands in the clause. */
function namesFit(
  clause: DraftClause,
  { figure, figures }: { figure: EvidenceFigure; figures: readonly EvidenceFigure[] },
) {
  return clause.every((part) => {
    if (part.type !== 'figure' || part.part === 'raw') return true;
    return figures.find(({ index }) => index === part.figure)?.[part.part] === figure[part.part];
  });
}

/** Words of the source clause that change what is said and are missing in the draft. */
function lostQualifier(source: string, text: string): boolean {
  return WORDS.qualifiers.some((word) => source.includes(word) && !text.includes(word));
}

/** A figure that is no plain count must be called what it is. */
function namesKind({ kind, clauses }: EvidenceFigure, text: string): boolean {
  const words = KINDS[kind];
  if (words === undefined) return true;
  const said = (other: string): boolean => words.some((word) => other.includes(word));
  return said(text) || !clauses.some(said);
}

/** A clause that gives a figure: its words come from the clause of the report that holds it. */
function checkFigureClause(
  clause: DraftClause,
  { figure, evidence }: { figure: EvidenceFigure; evidence: Evidence },
): RefusalReason | null {
  const text = expand(clause, evidence);
  const labels = [figure.property, figure.region, figure.kind === 'target' ? '目标' : ''].map(plain);
  for (const source of figure.clauses) {
    const rest = wordsOf(clause)
      .split(' ')
      .map((words) => findUncovered(words, { glue: GLUE, labels, source }))
      .find((uncovered) => uncovered !== null);
    if (rest !== undefined && rest !== null) return nameUncovered(rest);
    if (lostQualifier(source, text)) return 'lost_qualifier';
  }
  const others = evidence.figures.filter(({ property }) => !figure.property.includes(property));
  if (others.some(({ property }) => !property.includes(figure.property) && text.includes(plain(property))))
    return 'wrong_figure';
  return namesKind(figure, text) ? null : 'lost_qualifier';
}

/**
 * A clause without a figure: words that state nothing and names of the figures in its quotes. What else a report says is put
 * in by a placeholder for the quote, in quotation marks: a demand hidden in a report never becomes the bot's own words.
 */
function checkPlainClause(clause: DraftClause, { evidence, cites }: { evidence: Evidence; cites: readonly number[] }) {
  const text = wordsOf(clause);
  const labels = evidence.figures
    .filter(({ quote }) => cites.includes(quote))
    .flatMap(({ property, region }) => [plain(property), plain(region)]);
  const rest = text
    .split(' ')
    .map((words) => findUncovered(words, { glue: GLUE, labels, source: '' }))
    .find((uncovered) => uncovered !== null);
  return rest === undefined || rest === null ? null : nameUncovered(rest);
}

/** What is wrong with a clause of a draft, or null. */
export function checkClause(
  clause: DraftClause,
  { evidence, cites }: { evidence: Evidence; cites: readonly number[] },
): RefusalReason | null {
  const mentioned = clause.flatMap((part) => (part.type === 'figure' && part.part === 'raw' ? [part.figure] : []));
  const figures = evidence.figures.filter(({ index }) => mentioned.includes(index));
  if (figures.length === 0) return checkPlainClause(clause, { evidence, cites });
  if (figures.length > 1) return 'wrong_figure';
  const figure = figures[0]!;
  if (!namesFit(clause, { figure, figures: evidence.figures })) return 'wrong_figure';
  return checkFigureClause(clause, { figure, evidence });
}
