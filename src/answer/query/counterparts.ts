import counterparts from './counterparts.json' with { type: 'json' };
import type { Concept } from './query.ts';

/** Words of which one takes the place of the other in a name: 收入 and 支出 in 一般公共预算收入. */
const SETS: readonly (readonly string[])[] = counterparts;

function swapFor(asked: string, earlier: string): readonly [string, string] | null {
  for (const set of SETS) {
    const to = set.find((word) => word === asked);
    const from = set.find((word) => word !== asked && earlier.includes(word));
    if (to !== undefined && from !== undefined) return [from, to];
  }
  return null;
}

function swap({ asked, alternatives }: Concept, [from, to]: readonly [string, string]): Concept {
  return {
    role: 'thing',
    asked: asked.replace(from, to),
    alternatives: alternatives
      .filter(({ text }) => text.includes(from))
      .map(({ text, strength }) => ({ text: text.replace(from, to), strength })),
  };
}

/**
 * The things of an earlier question with the counterpart that a follow-up names in their stead (一般公共预算收入 — 支出呢);
 * null where the follow-up names anything else.
 */
export function replaceCounterparts(own: readonly Concept[], earlier: readonly Concept[]): Concept[] | null {
  const [only, ...others] = own;
  if (only === undefined || others.length > 0) return null;
  const target = earlier.find(({ asked }) => swapFor(only.asked, asked) !== null);
  const pair = target === undefined ? null : swapFor(only.asked, target.asked);
  return pair === null ? null : earlier.map((concept) => (concept === target ? swap(concept, pair) : concept));
}
