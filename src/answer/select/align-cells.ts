import type { FigureHit } from '../rank/rank-figures.ts';
import type { Findings } from '../rank/retrieve.ts';
import { unitFamily, unitsAgree } from '../rank/unit-family.ts';
import { acceptsFigure } from './accept.ts';

/** Figures of a cell this near its best may take its place where they compare better. */
const NEAR = 0.2;
const LOOKED_AT = 4;
/** What one property in all cells is worth, in points of the ranking. */
const ALIKE = 0.25;
/** A hidden figure compares with nothing. */
const HIDDEN = -0.15;

function bigramsOf(text: string): Set<string> {
  const found = new Set<string>();
  for (let i = 0; i + 2 <= text.length; i++) found.add(text.slice(i, i + 2));
  return found;
}

/** Share of character pairs that two properties have in common (Dice coefficient), from 0 to 1. */
function likeness(a: FigureHit, b: FigureHit): number {
  const [ours, theirs] = [bigramsOf(a.entry.words.property), bigramsOf(b.entry.words.property)];
  const common = [...ours].filter((pair) => theirs.has(pair)).length;
  return ours.size + theirs.size === 0 ? 0 : (2 * common) / (ours.size + theirs.size);
}

function candidatesOf({ figures, thresholds }: Findings): FigureHit[] {
  const accepted = figures.filter((hit) => acceptsFigure(hit, thresholds));
  const [best] = accepted;
  return accepted.filter(({ score }) => score >= best!.score - NEAR).slice(0, LOOKED_AT);
}

/** How well a candidate answers its cell and compares with the candidates of the other cells. */
function fitAmong(hit: FigureHit, others: readonly (readonly FigureHit[])[]): number {
  const family = unitFamily(hit.entry.figure);
  const partners = others.map((candidates) =>
    Math.max(
      0,
      ...candidates.map((other) =>
        unitsAgree(family, unitFamily(other.entry.figure)) && !other.entry.figure.masked ? likeness(hit, other) : 0,
      ),
    ),
  );
  const alike = partners.reduce((sum, one) => sum + one, 0) / Math.max(1, partners.length);
  return hit.score + ALIKE * alike + (hit.entry.figure.masked ? HIDDEN : 0);
}

/** The cells of one thing compared: the figure of each that answers it and is most like those of the others comes first. */
function alignGroup(cells: readonly Findings[]): Findings[] {
  const candidates = cells.map(candidatesOf);
  const strongest = candidates.flatMap((hits) => hits.slice(0, 1)).sort((a, b) => b.score - a.score)[0];
  if (strongest === undefined) return [...cells];
  return cells.map((cell, index) => {
    const others = candidates.filter((hits, other) => other !== index && hits.length > 0);
    const best = candidates[index]!.map((hit) => ({ hit, fit: fitAmong(hit, others) })).sort((a, b) => b.fit - a.fit)[0]
      ?.hit;
    const ordered = best === undefined ? cell.figures : [best, ...cell.figures.filter((hit) => hit !== best)];
    const family = unitFamily(strongest.entry.figure);
    return { ...cell, figures: ordered.filter(({ entry }) => unitsAgree(family, unitFamily(entry.figure))) };
  });
}

/** The figures of a comparison that can be compared: alike in what they measure, of one family of units. */
export function alignCells(findings: readonly Findings[]): Findings[] {
  const keys = findings.map(({ ask }) => `${ask.label} ${ask.unit}`);
  const aligned = new Map(
    [...new Set(keys)].flatMap((key) => {
      const cells = findings.filter((_, index) => keys[index] === key);
      return alignGroup(cells).map((found, index) => [cells[index]!, found] as const);
    }),
  );
  return findings.map((found) => aligned.get(found) ?? found);
}
