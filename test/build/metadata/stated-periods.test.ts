import { describe, expect, it } from 'vitest';
import { lastYear, statedPeriods } from '../../../src/build/metadata/stated-periods.ts';

describe('statedPeriods()', () => {
  it.each([
    ['2018年工作总结', ['2018']],
    ['2023 年度人力资源公报', ['2023']],
    ['二〇一八年工作总结', ['2018']],
    ['二○一二年上半年', ['2012上半年']],
    ['2012年上半年工作总结', ['2012上半年']],
    ['2021-2025年', ['2021..2025']],
    ['2021年至2025年', ['2021..2025']],
    ['“十四五”时期和2025年工作回顾', ['2021..2025', '2025']],
    ['十三五规划', ['2016..2020']],
    ['十一五期间', ['2006..2010']],
    ['《总体规划(2021-2035年)》', []],
    ['共2018个，十五个', []],
    ['12345热线', []],
  ])('%s -> %j', (text, periods) => {
    expect(statedPeriods(text).map(({ period }) => period)).toEqual(periods);
  });
});

describe('lastYear()', () => {
  it.each([
    ['2018', 2018],
    ['2012上半年', 2012],
    ['2021..2025', 2025],
  ])('%s -> %d', (period, year) => {
    expect(lastYear(period)).toBe(year);
  });
});
