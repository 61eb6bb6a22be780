import { describe, expect, it } from 'vitest';
import { findLimit } from '../../src/cli/bench/answer/find-limit.ts';
import { makeQuestions } from '../../src/cli/bench/answer/make-questions.ts';
import type { Figure } from '../../src/core/figure.ts';
import { runScript } from './run-script.ts';

const FIGURE: Figure = {
  ...{ report: 'a', start: 0, end: 3, raw: '12张', value: 12, min: null, max: null, unit: '张', approx: null },
  ...{
    kind: 'actual',
    masked: false,
    cumulative: false,
    property: '床位',
    region: '清源县',
    period: '2020',
    partOf: null,
  },
};

describe('findLimit()', () => {
  const points = [
    { reports: 10, value: 20 },
    { reports: 110, value: 120 },
  ];
  it.each([
    { limit: 70, reached: 60 },
    { limit: 20, reached: 10 },
    { limit: 10, reached: 5 },
    { limit: 121, reached: null },
  ])('puts $limit at $reached', ({ limit, reached }) => {
    expect(findLimit(points, limit)).toBe(reached);
  });
});

describe('makeQuestions()', () => {
  it('asks in several ways, each question once', () => {
    const figures = ['床位', '机构', '社工', '村居'].map((property) => ({ ...FIGURE, property }));
    const questions = makeQuestions(figures, 12);
    expect(questions).toHaveLength(12);
    expect(new Set(questions).size).toBe(12);
    expect(questions.some((question) => /清源县.*有多少张/u.test(question))).toBe(true);
  });

  it('asks nothing without figures', () => {
    expect(makeQuestions([{ ...FIGURE, masked: true }], 5)).toEqual([]);
  });
});

describe('bench:answer', () => {
  it.each(['0', 'x', '5,-1', '2.5'])('refuses --reports=%s', (counts) => {
    expect(runScript('bench-answer.ts', [`--reports=${counts}`])).toMatchObject({ status: 2, stdout: '' });
  });
});
