import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readDivisions, shortName } from '../../../src/build/divisions/read-divisions.ts';
import divisions from '../../../src/core/divisions.json' with { type: 'json' };
import placeWords from '../../../src/core/place-words.json' with { type: 'json' };

describe('readDivisions()', () => {
  it('gives what src/core/divisions.json holds', () => {
    expect(readDivisions()).toEqual(divisions);
  });

  it('stays small enough to ship', () => {
    expect(gzipSync(JSON.stringify([divisions, placeWords])).length).toBeLessThan(60_000);
  });
});

describe('shortName()', () => {
  it.each([
    ['青田县', '青田'],
    ['新疆维吾尔自治区', '新疆'],
    ['内蒙古自治区', '内蒙古'],
    ['双江拉祜族佤族布朗族傣族自治县', '双江'],
    ['龙胜各族自治县', '龙胜'],
    ['东乡族自治县', '东乡'],
    ['鄂温克族自治旗', '鄂温克'],
    ['喀什地区', '喀什'],
    ['神农架林区', '神农架'],
    ['万柏林区', '万柏林'],
    ['温州经济技术开发区', ''],
  ])('%s -> %s', (name, short) => {
    expect(shortName(name)).toBe(short);
  });
});
