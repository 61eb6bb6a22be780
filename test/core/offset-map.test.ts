import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CleanText } from '../../src/core/clean-text.ts';
import type { Edit } from '../../src/core/edit.ts';
import { applyEdits, OffsetMap, type Side } from '../../src/core/offset-map.ts';

const RUNS = 10_000;

function edit(start: number, end: number, text: string): Edit {
  return { start, end, text, rule: 'test' };
}

/** Steps of [text kept before the edit, text removed, text put in its place]. */
const steps = fc.array(
  fc.tuple(fc.string({ maxLength: 4 }), fc.string({ maxLength: 3 }), fc.string({ maxLength: 3, unit: 'grapheme' })),
  { maxLength: 8 },
);
const edited = fc.tuple(steps, fc.string({ maxLength: 4 })).map(([list, tail]) => {
  const edits: Edit[] = [];
  let source = '';
  for (const [kept, removed, text] of list) {
    source += kept;
    edits.push(edit(source.length, source.length + removed.length, text));
    source += removed;
  }
  return { source: source + tail, edits };
});

/** Edits of a text given by cut points, so that they may fall anywhere. */
const cuts = fc.array(fc.tuple(fc.nat(40), fc.string({ maxLength: 3 })), { maxLength: 8 });
function editsAt(text: string, list: readonly (readonly [number, string])[]): Edit[] {
  const points = list.map(([point]) => Math.min(point, text.length)).sort((a, b) => a - b);
  const edits: Edit[] = [];
  for (let i = 0; i + 1 < points.length; i += 2) edits.push(edit(points[i]!, points[i + 1]!, list[i]![1]));
  return edits;
}

function isTouched(map: OffsetMap, position: number): boolean {
  return map.ranges.some(({ from }) => from.start <= position && position <= from.end);
}

describe('OffsetMap.map()', () => {
  const map = OffsetMap.of([edit(2, 5, ''), edit(8, 8, 'xyz'), edit(10, 12, 'abcd'), edit(12, 13, '')]);
  it.each<[number, Side, number]>([
    [0, 'before', 0],
    [2, 'before', 2],
    [3, 'after', 2],
    [5, 'before', 2],
    [8, 'before', 5],
    [8, 'after', 8],
    [10, 'after', 10],
    [11, 'before', 10],
    [11, 'after', 14],
    [12, 'before', 14],
    [13, 'after', 14],
    [20, 'after', 21],
  ])('%d, %s -> %d', (position, side, expected) => {
    expect(map.map(position, side)).toBe(expected);
  });
});

describe('OffsetMap.mapSpan()', () => {
  it.each([
    [
      'removed text at the edges stays out',
      [edit(0, 2, ''), edit(4, 6, '')],
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ],
    ['a cut replacement comes in whole', [edit(2, 6, 'ab')], { start: 3, end: 4 }, { start: 2, end: 6 }],
  ])('from clean to source: %s', (_, edits, clean, source) => {
    expect(OffsetMap.of(edits).invert().mapSpan(clean)).toEqual(source);
  });

  it('gives an empty span inside removed text', () => {
    expect(OffsetMap.of([edit(2, 6, '')]).mapSpan({ start: 3, end: 5 })).toEqual({ start: 2, end: 2 });
  });
});

describe('OffsetMap.invert()', () => {
  it('sends every unchanged character back to its place, and the character is the same', () => {
    fc.assert(
      fc.property(edited, ({ source, edits }) => {
        const text = applyEdits(source, edits);
        const map = OffsetMap.of(edits);
        const back = map.invert();
        for (let position = 0; position < source.length; position++) {
          if (edits.some(({ start, end }) => start <= position && position < end)) continue;
          const moved = map.mapSpan({ start: position, end: position + 1 });
          expect(text.slice(moved.start, moved.end)).toBe(source[position]);
          expect(back.mapSpan(moved)).toEqual({ start: position, end: position + 1 });
        }
        expect(back.invert()).toEqual(map);
      }),
      { numRuns: RUNS },
    );
  });

  it('keeps order on each side', () => {
    fc.assert(
      fc.property(edited, ({ source, edits }) => {
        const map = OffsetMap.of(edits);
        for (const side of ['before', 'after'] as const) {
          const moved = Array.from({ length: source.length + 1 }, (_, position) => map.map(position, side));
          expect(moved).toEqual(moved.toSorted((a, b) => a - b));
        }
      }),
    );
  });
});

describe('OffsetMap.compose()', () => {
  it('equals the two maps in sequence at every position that no edit touches, and at both ends', () => {
    fc.assert(
      fc.property(edited, cuts, ({ source, edits }, list) => {
        const between = applyEdits(source, edits);
        const next = editsAt(between, list);
        const [first, second] = [OffsetMap.of(edits), OffsetMap.of(next)];
        const composed = first.compose(second);
        for (let position = 0; position <= source.length; position++) {
          if (isTouched(composed, position)) continue;
          for (const side of ['before', 'after'] as const) {
            expect(composed.map(position, side)).toBe(second.map(first.map(position, side), side));
          }
        }
        expect(composed.map(source.length, 'after')).toBe(applyEdits(between, next).length);
      }),
      { numRuns: RUNS },
    );
  });

  it('makes ranges whose replacement from the last text turns the first text into it', () => {
    fc.assert(
      fc.property(edited, cuts, ({ source, edits }, list) => {
        const between = applyEdits(source, edits);
        const next = editsAt(between, list);
        const text = applyEdits(between, next);
        const { ranges } = OffsetMap.of(edits).compose(OffsetMap.of(next));
        const composed = ranges.map(({ from, to }) => edit(from.start, from.end, text.slice(to.start, to.end)));
        expect(applyEdits(source, composed)).toBe(text);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('applyEdits()', () => {
  it.each([
    ['overlapping', [edit(0, 3, ''), edit(2, 4, '')]],
    ['unsorted', [edit(3, 4, ''), edit(0, 1, '')]],
    ['outside the text', [edit(3, 9, '')]],
  ])('refuses edits that are %s', (_, edits) => {
    expect(() => applyEdits('abcdef', edits)).toThrow(RangeError);
  });
});

describe('CleanText.display()', () => {
  it('shows the clean slice of a source span', () => {
    const source = '網(wǎng)上辦理 11.48 億元';
    const text = CleanText.of(source, [edit(1, 7, ''), edit(16, 17, '')]);
    expect(text.display({ start: 0, end: 10 })).toBe('網上辦理');
    expect(text.display({ start: 11, end: source.length })).toBe('11.48億元');
  });
});
