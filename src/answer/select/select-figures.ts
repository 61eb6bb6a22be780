import type { Corpus } from '../corpus/corpus.ts';
import type { Ask } from '../query/query.ts';
import type { FigureHit } from '../rank/rank-figures.ts';
import type { Findings } from '../rank/retrieve.ts';
import { unitFamily } from '../rank/unit-family.ts';
import { acceptsFigure } from './accept.ts';
import { alignRespective } from './respective.ts';
import { withoutSelected } from './selected-part.ts';

/** A figure chosen for an ask. A companion belongs to it (its earlier value, its growth); a sibling stands in the same words. */
export interface ChosenFigure {
  readonly hit: FigureHit;
  readonly role: 'main' | 'companion' | 'sibling';
}

/** What answers one ask, best report first. */
export interface Selection {
  readonly ask: Ask;
  /** One group a report, each with its main figure first. Empty: nothing answers. */
  readonly groups: readonly (readonly ChosenFigure[])[];
  readonly findings: Findings;
  /** The best figure already answers another ask of the question: one number for several words. */
  readonly shared: boolean;
}

/** Scores this near the best of another report answer as well. */
const EQUAL_SCORE = 0.12;
const EQUAL_THINGS = 0.88;
/** Another figure of the sentence belongs to the answer when it holds this share of what the main one holds. */
const SIBLING_THINGS = 0.8;
/** A question that also asks where a change started. */
const STARTS = /从(?:多少|百分|几)|原来|原先|以前|之前|由多少/u;
/** A figure that answers another ask answers this one too when it is so much better than any other. */
const SHARED_LEAD = 0.2;
const MAX_GROUPS = 5;
const MAX_SIBLINGS = 3;

function sameSentence(a: FigureHit, b: FigureHit): boolean {
  return a.entry.report === b.entry.report && a.entry.sentence.start === b.entry.sentence.start;
}

function isChange({ entry }: FigureHit): boolean {
  return entry.figure.kind === 'change_rate' || entry.figure.kind === 'previous';
}

/** The figure that a growth is the growth of, or that an earlier value changed into: in the same sentence, the nearest. */
function partnerOf(main: FigureHit, { corpus, ask }: { corpus: Corpus; ask: Ask }): FigureHit | null {
  const { kind } = main.entry.figure;
  const others = corpus.figures
    .inPassage(main.entry.passage)
    .filter(
      (entry) => entry !== main.entry && entry.sentence.start === main.entry.sentence.start && !entry.figure.masked,
    );
  const wanted = others.filter((entry) => {
    if (kind === 'previous')
      return entry.at.start > main.entry.at.start && unitFamily(entry.figure) === unitFamily(main.entry.figure);
    if (kind === 'change_rate')
      return entry.at.start < main.entry.at.start && !/previous|change_rate|share|rank/u.test(entry.figure.kind);
    return ask.kind === 'from_to' || ask.kind === 'change_rate'
      ? entry.figure.kind === 'previous' && entry.at.start < main.entry.at.start
      : false;
  });
  const ordered = wanted.sort((a, b) => distance(a.at.start, main) - distance(b.at.start, main));
  const base =
    kind === 'change_rate'
      ? (ordered.find((entry) => main.entry.words.property.includes(entry.words.property)) ?? ordered[0])
      : ordered[0];
  return base === undefined ? null : { ...main, entry: base };
}

function distance(position: number, main: FigureHit): number {
  return Math.abs(position - main.entry.at.start);
}

/** The main figure with what belongs to it. */
function groupOf(
  main: FigureHit,
  { accepted, corpus, ask, wide }: { accepted: readonly FigureHit[]; corpus: Corpus; ask: Ask; wide: boolean },
): ChosenFigure[] {
  const partner = partnerOf(main, { corpus, ask });
  const swaps = partner !== null && main.entry.figure.kind === 'previous' && !STARTS.test(ask.text);
  const chosen: ChosenFigure[] = [{ hit: swaps ? partner : main, role: 'main' }];
  if (partner !== null) chosen.push({ hit: swaps ? main : partner, role: 'companion' });
  const siblings = accepted
    .filter(
      (hit) =>
        sameSentence(hit, main) && !chosen.some((one) => one.hit.entry === hit.entry) && !hit.entry.figure.masked,
    )
    .filter((hit) => wide || (hit.things >= SIBLING_THINGS * main.things && (!isChange(hit) || isChange(main))))
    .slice(0, MAX_SIBLINGS)
    .sort((a, b) => a.entry.at.start - b.entry.at.start);
  return [...chosen, ...siblings.map((hit) => ({ hit, role: 'sibling' as const }))];
}

const CHANGE_WORDS = /增|减|提|降|涨|跌|升|多|少|缩|扩|高出|下滑|倍|番/u;

/** Whether a figure counts what was added or taken away: 减少了32个村. */
function nameChange({ entry: { words } }: FigureHit): boolean {
  return CHANGE_WORDS.test(`${words.property}${words.item}`);
}

/** Whether figures tell how something changed: a level alone does not. */
function tellsChange(group: readonly ChosenFigure[]): boolean {
  return group.some(({ hit: { entry }, role }) => {
    const { figure, words } = entry;
    if (role !== 'sibling' && /change_rate|previous/u.test(figure.kind)) return true;
    return (
      role === 'main' &&
      (/percent|multiple/u.test(unitFamily(figure)) || CHANGE_WORDS.test(`${words.property}${words.item}`))
    );
  });
}

function newestFirst(a: FigureHit, b: FigureHit): number {
  return (b.entry.period?.last ?? 0) - (a.entry.period?.last ?? 0);
}

/** The best figure of each report that answers about as well as the best of all, newest first. */
function bestOfReports(accepted: readonly FigureHit[], taken: ReadonlySet<unknown>): FigureHit[] {
  const free = accepted.filter(({ entry }) => !taken.has(entry));
  const [best] = free;
  if (best === undefined) return [];
  const mains = free.filter((hit, index) => free.findIndex(({ entry }) => entry.report === hit.entry.report) === index);
  const family = unitFamily(best.entry.figure);
  return mains
    .filter(
      (hit) =>
        hit.score >= best.score - EQUAL_SCORE &&
        hit.things >= EQUAL_THINGS * best.things &&
        unitFamily(hit.entry.figure) === family,
    )
    .sort(newestFirst)
    .slice(0, MAX_GROUPS);
}

/**
 * Chooses what answers an ask.
 *
 * @param taken figures that already answer another ask of the same question
 */
export function selectFigures(
  findings: Findings,
  { corpus, taken, single }: { corpus: Corpus; taken: ReadonlySet<unknown>; single: boolean },
): Selection {
  const { ask } = findings;
  const fitting = findings.figures.filter((hit) => acceptsFigure(hit, findings.thresholds));
  const accepted = alignRespective(withoutSelected(fitting, ask), findings.concepts);
  const mains = bestOfReports(accepted, taken);
  const kept = single ? mains.slice(0, 1) : mains;
  const [best] = accepted;
  const shared = best !== undefined && taken.has(best.entry) && best.score - (kept[0]?.score ?? 0) > SHARED_LEAD;
  if (shared) return { ask, findings, groups: [], shared };
  const groupsOf = (hits: readonly FigureHit[]): ChosenFigure[][] =>
    hits.map((main) => groupOf(main, { accepted, corpus, ask, wide: false }));
  const groups = groupsOf(kept);
  if (ask.kind !== 'change_rate') return { ask, findings, shared, groups };
  const telling = groups.filter(tellsChange);
  const others = telling.length > 0 ? [] : bestOfReports(accepted.filter(nameChange), taken).slice(0, kept.length);
  return { ask, findings, shared, groups: telling.length > 0 ? telling : groupsOf(others) };
}
