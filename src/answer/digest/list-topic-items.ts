import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusFigure } from '../corpus/corpus-figure.ts';
import type { DigestItem } from './digest-item.ts';
import { figureKey, isTelling, sectionOf, topicsOfFigures } from './telling-figures.ts';

/** Figures of one item. */
const FEWEST = 3;
const MOST = 5;

/** The items of every section with enough figures, in the order of the reports: each figure in one item at most. */
export function listSectionItems(corpus: Corpus): readonly DigestItem[] {
  const bySection = Map.groupBy(corpus.figures.all().filter(isTelling), (figure) => sectionOf(corpus, figure));
  const groups: CorpusFigure[][] = [];
  const small = new Map<string, CorpusFigure[]>();
  for (const [section, figures] of bySection) {
    const distinct = withoutRepeats(figures);
    if (distinct.length >= FEWEST) {
      groups.push(...splitEvenly(distinct));
      continue;
    }
    // Sections with a figure or two are told together with their neighbours under the same heading.
    const parent = `${figures[0]?.report} ${corpus.library.sections[section]?.parent ?? section}`;
    const waiting = [...(small.get(parent) ?? []), ...distinct];
    const isEnough = waiting.length >= FEWEST;
    if (isEnough) groups.push(...splitEvenly(withoutRepeats(waiting)));
    small.set(parent, isEnough ? [] : waiting);
  }
  return groups.filter((group) => group.length >= FEWEST).map((figures) => topicItem('s', figures));
}

/** One item a property that several places or years have. */
export function listSeriesItems(series: readonly (readonly CorpusFigure[])[]): readonly DigestItem[] {
  return series
    .filter(({ length }) => length >= FEWEST)
    .flatMap((figures) => splitEvenly(figures).filter(({ length }) => length >= FEWEST))
    .map((figures) => topicItem('p', figures));
}

function topicItem(prefix: string, figures: readonly CorpusFigure[]): DigestItem {
  const key = `${prefix}:${figures.map(figureKey).join('+')}`;
  return { key, kind: 'topic', figures, topics: topicsOfFigures(figures) };
}

/** Without figures that say the same again. */
function withoutRepeats(figures: readonly CorpusFigure[]): CorpusFigure[] {
  const seen = new Set<string>();
  return figures.filter(({ figure: { property, raw } }) => {
    const said = `${property} ${raw}`;
    const isNew = !seen.has(said);
    seen.add(said);
    return isNew;
  });
}

/** Runs of at most `MOST` figures, as equal as can be. */
function splitEvenly(figures: readonly CorpusFigure[]): CorpusFigure[][] {
  const runs = Math.ceil(figures.length / MOST);
  return Array.from({ length: runs }, (_, run) =>
    figures.slice(Math.round((run * figures.length) / runs), Math.round(((run + 1) * figures.length) / runs)),
  );
}
