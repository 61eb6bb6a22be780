import type { FigureHit } from '../rank/rank-figures.ts';
import type { Findings } from '../rank/retrieve.ts';
import { unitFamily } from '../rank/unit-family.ts';
import { acceptsFigure } from './accept.ts';

const NEAR = 0.3;
const LOOKED_AT = 8;
/** What a sentence that answers all the asks of a list is worth, in points of the ranking. */
const TOGETHER = 0.2;

function candidatesOf({ figures, thresholds }: Findings): FigureHit[] {
  const accepted = figures.filter((hit) => acceptsFigure(hit, thresholds));
  const [best] = accepted;
  return accepted
    .filter(
      ({ score, entry }) => score >= best!.score - NEAR && unitFamily(entry.figure) === unitFamily(best!.entry.figure),
    )
    .slice(0, LOOKED_AT);
}

function together(a: FigureHit, b: FigureHit): boolean {
  return a.entry !== b.entry && a.entry.report === b.entry.report && a.entry.sentence.start === b.entry.sentence.start;
}

/** The things that one question lists mostly stand in one sentence: figures that do come first among those about as good. */
export function alignList(findings: readonly Findings[]): Findings[] {
  const candidates = findings.map(candidatesOf);
  return findings.map((found, index) => {
    const others = candidates.filter((_, other) => other !== index);
    const shareOf = (hit: FigureHit): number =>
      others.filter((hits) => hits.some((other) => together(hit, other))).length / Math.max(1, others.length);
    const ordered = candidates[index]!.map((hit) => ({ hit, fit: hit.score + TOGETHER * shareOf(hit) }))
      .sort((a, b) => b.fit - a.fit)
      .map(({ hit }) => hit);
    return { ...found, figures: [...ordered, ...found.figures.filter((hit) => !ordered.includes(hit))] };
  });
}
