import { describe, expect, it } from 'vitest';
import { findStructure } from '../../../src/build/structure/find-structure.ts';
import { fold } from '../../../src/core/fold.ts';
import type { Section } from '../../../src/core/section.ts';
import sections from '../../cases/sections.json' with { type: 'json' };

const { A, B } = sections.prose;

function structureOf(template: string) {
  const text = template.replaceAll('{A}', A).replaceAll('{B}', B).replaceAll('{LONG}', A.repeat(14));
  return { text, ...findStructure({ id: 'report', text, folded: fold(text) }) };
}

/** Level, P for a plan, label, heading and period, as the cases write them. */
function shown({ level, plan, label, heading, period }: Section): string {
  return `${level}${plan ? 'P' : ''} ${label}|${heading}${period === null ? '' : `|${period}`}`;
}

describe('findStructure()', () => {
  it.each(sections.cases)('finds the outline of: $name', ({ text, outline }) => {
    const found = structureOf(text).sections.filter(({ start, end }) => end > start);
    expect(found.map(shown)).toEqual(outline);
  });

  it.each(sections.cases)('nests sections and covers the text of: $name', ({ text: template }) => {
    const { text, sections: found } = structureOf(template);
    expect(found[0]).toMatchObject({ level: 0, start: 0 });
    for (const section of found) {
      const around = section.parent === null ? { start: 0, end: text.length, level: 0 } : found[section.parent]!;
      expect(section.start).toBeGreaterThanOrEqual(around.start);
      expect(section.end).toBeLessThanOrEqual(around.end);
      expect(section.level).toBe(section.level === 0 ? 0 : around.level + 1);
    }
    const top = found.filter(({ parent }) => parent === null);
    for (const [index, section] of top.entries()) expect(section.end).toBe(top[index + 1]?.start ?? text.length);
  });
});
