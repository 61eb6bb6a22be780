import type { FigureHit } from '../rank/rank-figures.ts';
import type { WeighedConcept } from '../rank/weigh-concepts.ts';

const RESPECTIVELY = /[^，。；]{0,20}分别/u;
const MARK = /、|以及|和|及|与/u;
/** How much better a name must speak of what was asked than the others of its list. */
const LEAD = 0.3;

/** The figures of one list: of one sentence and one property, in the order they stand in. */
function listOf(hit: FigureHit, hits: readonly FigureHit[]): FigureHit[] {
  const { report, sentence, words, figure } = hit.entry;
  return hits
    .filter(
      ({ entry }) =>
        entry.report === report &&
        entry.sentence.start === sentence.start &&
        entry.words.property === words.property &&
        entry.figure.unit === figure.unit,
    )
    .sort((a, b) => a.entry.at.start - b.entry.at.start);
}

/** The names before 分别 that the amounts of a list belong to; empty where they are not as many as the amounts. */
function namesOf(list: readonly FigureHit[]): string[] {
  const { words, sentence, at } = list[0]!.entry;
  const before = words.sentence.slice(0, at.start - sentence.start);
  const from = before.lastIndexOf('分别');
  if (from < 0 || /[。；]/u.test(before.slice(from))) return [];
  const named = before.slice(0, from);
  const items = named.slice(Math.max(named.lastIndexOf('。'), named.lastIndexOf('；')) + 1).split(MARK);
  return items.length < list.length ? [] : items.slice(-list.length);
}

/**
 * Hits with the amount that belongs to what was asked first, where the best one stands in a list of the form
 * A、B和C分别为1、2和3 whose amounts all have one property.
 */
export function alignRespective(hits: readonly FigureHit[], concepts: readonly WeighedConcept[]): readonly FigureHit[] {
  const [best] = hits;
  if (best === undefined || !RESPECTIVELY.test(best.entry.words.sentence)) return hits;
  const list = listOf(best, hits);
  const names = list.length < 2 ? [] : namesOf(list);
  const scores = names.map((name) =>
    concepts.reduce(
      (sum, { concept, match, weight }) => sum + (concept.role === 'thing' ? weight * match(name) : 0),
      0,
    ),
  );
  const [first = 0, second = 0] = scores.toSorted((a, b) => b - a);
  if (names.length === 0 || first - second < LEAD) return hits;
  const chosen = list[scores.indexOf(first)]!;
  return [{ ...chosen, score: best.score }, ...hits.filter((hit) => hit !== chosen)];
}
