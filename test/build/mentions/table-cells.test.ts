import { describe, expect, test } from 'vitest';
import { findMentions } from '../../../src/build/figures/find-mentions.ts';
import { findTableCells } from '../../../src/build/figures/mentions/table-cells.ts';
import { fold } from '../../../src/core/fold.ts';

const found = (text: string): string[] =>
  findMentions(fold(text), text).map(
    ({ start, end, value, unit, masked }) => `${text.slice(start, end)} = ${masked ? 'masked' : value} ${unit}`,
  );

const tables = [
  {
    claim: 'takes the unit from the line above',
    text: '单位：万元\n项目\t上年\t本年\n支出\t12,345.6\t13000\n其中：救助\t9000\t**',
    cells: ['12,345.6 = 123456000 元', '13000 = 130000000 元', '9000 = 90000000 元', '** = masked 元'],
  },
  {
    claim: 'takes the unit from the unit column',
    text: '指标\t单位\t数量\n对象\t万人\t7.1\n户数\t户\t4,717\n标准\t元/人·月\t1,245.0',
    cells: ['7.1 = 71000 人', '4,717 = 4717 户', '1,245.0 = 1245 元/人·月'],
  },
  {
    claim: 'takes the unit from the head of the column or the label of the row',
    text: '名称\t人数（人）\t序号\n东片\t1234\t1\n增长（％）\t-3.5\t2',
    cells: ['1234 = 1234 人', '-3.5 = -3.5 %'],
  },
  {
    claim: 'reads the bars of Markdown',
    text: '| 指标 | 单位 | 数量 |\n| --- | --- | --- |\n| 支出 | 万元 | 404,423.1 |\n| 標準 | 元/人、月 | 169.6 |',
    cells: ['404,423.1 = 4044231000 元', '169.6 = 169.6 元/人·月'],
  },
  { claim: 'leaves a table of contents alone', text: '综述\t2\n措施与行动\t18', cells: [] },
  { claim: 'leaves years and rows without label alone', text: '单位：人\n\t2022\t2023\n\t5\t6', cells: [] },
  {
    claim: 'reads a cell with its own unit as any amount',
    text: '甲\t12.5%\n乙\t3家',
    cells: ['12.5% = 12.5 %', '3家 = 3 家'],
  },
  { claim: 'does not join a cell with the next row', text: '甲\t5\n户数\t8', cells: [] },
];

describe('findTableCells()', () => {
  test.each(tables)('findTableCells() $claim', ({ text, cells }) => {
    expect(found(text)).toEqual(cells);
  });

  test('findTableCells() tells the row and the column of a cell', () => {
    const text = '指标\t数量（户）\n低保家庭\t4717';
    const [cell] = findTableCells({ folded: fold(text), text });
    expect(text.slice(cell?.cell.label.start, cell?.cell.label.end)).toBe('低保家庭');
    expect(text.slice(cell?.cell.head?.start, cell?.cell.head?.end)).toBe('数量（户）');
  });
});
