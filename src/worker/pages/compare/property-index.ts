import { matchView } from '../../../answer/match-view.ts';
import type { Figure } from '../../../core/figure.ts';

/** A property with its figures, in the order of the reports. */
export interface Property {
  /** As the first figure writes it. */
  readonly name: string;
  /** As properties are compared: script and width of characters put aside. */
  readonly key: string;
  readonly figures: readonly Figure[];
}

/** Figures by property. */
export interface PropertyIndex {
  /** The property of that name; null when no figure has it. */
  find(name: string): Property | null;
  /** Other properties whose name holds what was asked, those with most figures first. */
  related(name: string): readonly Property[];
  /** Properties stated for several places or times, those with most first. */
  readonly comparable: readonly Property[];
}

export function createPropertyIndex(figures: readonly Figure[]): PropertyIndex {
  const keys = new Map<string, string>();
  const byKey = new Map<string, Figure[]>();
  for (const figure of figures) {
    if (figure.property === '') continue;
    let key = keys.get(figure.property);
    if (key === undefined) {
      key = matchView(figure.property);
      keys.set(figure.property, key);
    }
    const group = byKey.get(key);
    if (group === undefined) byKey.set(key, [figure]);
    else group.push(figure);
  }
  const properties = [...byKey].map(([key, own]): Property => ({ key, name: own[0]!.property, figures: own }));
  const found = new Map(properties.map((property) => [property.key, property]));
  return {
    find: (name) => found.get(matchView(name)) ?? null,
    related(name) {
      const key = matchView(name);
      const others = properties.filter((property) => property.key !== key && property.key.includes(key));
      return others.sort((a, b) => b.figures.length - a.figures.length);
    },
    comparable: properties
      .map((property) => ({ property, cells: countCells(property) }))
      .filter(({ cells }) => cells > 1)
      .sort((a, b) => b.cells - a.cells)
      .map(({ property }) => property),
  };
}

/** Places and times that a property is stated for, those it does not name left out. */
function countCells({ figures }: Property): number {
  if (figures.length < 2) return figures.length;
  const stated = figures.filter(({ region, period }) => region !== null && period !== null);
  return new Set(stated.map(({ region, period }) => `${region}\n${period}`)).size;
}
