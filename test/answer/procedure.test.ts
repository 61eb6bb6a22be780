import { describe, expect, it } from 'vitest';
import { findProcedure } from '../../src/answer/query/procedure.ts';
import cases from '../cases/procedures.json' with { type: 'json' };

describe('findProcedure()', () => {
  it.each(cases.procedures)('sees that %s asks how something is done', (question) => {
    expect(findProcedure(question)).not.toBeNull();
  });

  it.each(cases.others)('sees that %s asks what was done', (question) => {
    expect(findProcedure(question)).toBeNull();
  });

  it('takes a word in passing for no answer', () => {
    const { evidence } = findProcedure('低保申请条件')!;
    expect(evidence.test('清退不符合条件对象613户')).toBe(false);
    expect(evidence.test('申请人应当具备下列条件')).toBe(true);
  });

  it('wants a number beside what is to be called', () => {
    const evidence = findProcedure('民政局电话多少')!.evidence;
    expect(evidence.test('咨询电话：12345')).toBe(true);
    expect(evidence.test('不少居民打来电话')).toBe(false);
  });
});
