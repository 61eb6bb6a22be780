import { describe, expect, it } from 'vitest';
import { fold } from '../../src/core/fold.ts';

describe('fold()', () => {
  it.each([
    ['溫州幾戶', '温州几户'],
    ['４７．２％（注）', '47.2%(注)'],
    ['1，2；3', '1，2；3'],
    ['𠮷田', '𠮷田'],
  ])('%s -> %s, same length', (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(fold(text)).toHaveLength(text.length);
  });
});
