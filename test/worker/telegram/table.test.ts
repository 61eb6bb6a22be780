import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWidths } from '../../../src/core/display-width.ts';
import { drawTable } from '../../../src/worker/telegram/table.ts';

/** Where the columns of a line begin: how many wide and narrow characters stand before each cell. */
function starts(line: string, cells: readonly string[]): readonly { wide: number; narrow: number }[] {
  let from = 0;
  return cells.map((cell) => {
    const at = line.indexOf(cell, from);
    from = at + cell.length;
    return countWidths(line.slice(0, at));
  });
}

const cell = fc.string({
  unit: fc.constantFrom('市', '年', '万', '元', '𠮷', '1', '.', 'A'),
  minLength: 1,
  maxLength: 4,
});

describe('drawTable()', () => {
  it('puts columns in line in any font, with as many wide and as many narrow characters before each', () => {
    expect(
      drawTable([
        ['温州市', '2018年', '14.7万人', '[1]'],
        ['甲县', '2018年', '7620人', '[2]'],
        ['甲县', '2019年', '报告里没有'],
      ]),
    ).toBe('温州市 2018年 14.7万人　　　 [1]\n甲县　 2018年 7620人　　　　 [2]\n甲县　 2019年 报告里没有');
  });

  it('lets the last columns go on below where a telephone has no room for them', () => {
    expect(
      drawTable([
        ['深圳市', '2018年', '45.9亿元', '福利彩票销售额', '[1]'],
        ['甲市', '2018年', '报告里没有', '“福彩”'],
      ]),
    ).toBe('深圳市 2018年 45.9亿元\n　福利彩票销售额 [1]\n甲市　 2018年 报告里没有\n　“福彩”');
  });

  it('gives up on what no line of a telephone holds', () => {
    expect(drawTable([['甲市', '2018年', '3个', '很'.repeat(16)]])).toBeNull();
  });

  it('holds every cell in order, at most 32 columns wide, each column at one place', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 6 }), (rows) => {
        const drawn = drawTable(rows);
        if (drawn === null) return;
        const lines = drawn.split('\n');
        expect(drawn.split(/\s+/u)).toEqual(rows.flat());
        for (const line of lines) {
          const { wide, narrow } = countWidths(line);
          expect(2 * wide + narrow).toBeLessThanOrEqual(32);
        }
        const places = lines.map((line, i) => starts(line, rows[i]!));
        for (const place of places) expect(place).toEqual(places[0]);
      }),
    );
  });
});
