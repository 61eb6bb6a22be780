import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/core/figure.ts';
import { createExamples } from '../../src/worker/create-examples.ts';
import { REPLY } from './invented.ts';

const FIGURE: Figure = {
  ...{ report: 'a', start: 0, end: 4, raw: '300张', value: 300, min: null, max: null, unit: '张', approx: null },
  ...{
    kind: 'actual',
    masked: false,
    cumulative: false,
    property: '床位',
    region: '甲市',
    period: '2020',
    partOf: null,
  },
};

/** An answerer that gives the figure whose property stands in the question, or another one. */
function answererOf(figures: readonly Figure[], raw?: string) {
  return {
    reply(question: string) {
      const figure = figures.find(({ property }) => question.includes(property)) ?? FIGURE;
      return { ...REPLY, answer: { ...REPLY.answer, figures: [{ ...figure, quote: 0, raw: raw ?? figure.raw }] } };
    },
  };
}

describe('createExamples()', () => {
  it('asks for figures from different reports first, three at most', () => {
    const figures = [
      FIGURE,
      { ...FIGURE, property: '护工' },
      { ...FIGURE, report: 'b', property: '学校', unit: '所', region: '乙县' },
      { ...FIGURE, property: '医生' },
    ];
    expect(createExamples(figures, answererOf(figures)).list()).toEqual([
      '2020年甲市床位有多少张？',
      '2020年乙县学校有多少所？',
      '2020年甲市护工有多少张？',
    ]);
  });

  it.each([
    ['masked', { masked: true, value: null }],
    ['a target', { kind: 'target' as const }],
    ['a percentage', { unit: '%' }],
    ['undated', { period: null }],
    ['of a span of years', { period: '2016..2020' }],
    ['of a place with a masked name', { region: 'XX市' }],
    ['of no known place', { region: null }],
    ['of nothing', { property: '' }],
    ['long-winded', { property: '全市已经建成并且投入使用的床位' }],
  ])('asks for no figure that is %s', (_, fields) => {
    const figures = [{ ...FIGURE, ...fields }];
    expect(createExamples(figures, answererOf(figures)).list()).toEqual([]);
  });

  it('asks first for figures that have place, time and property to themselves', () => {
    const shared = [FIGURE, { ...FIGURE, start: 9, end: 13, raw: '400张', value: 400 }];
    const figures = [...shared, { ...FIGURE, property: '护工' }];
    expect(createExamples(figures, answererOf(figures)).list()).toEqual([
      '2020年甲市护工有多少张？',
      '2020年甲市床位有多少张？',
    ]);
  });

  it('offers no question that is answered with another figure', () => {
    expect(createExamples([FIGURE], answererOf([FIGURE], '301张')).list()).toEqual([]);
  });

  it('lists three, though four were asked', () => {
    const figures = ['床位', '护工', '学校', '医生'].map((property) => ({ ...FIGURE, property }));
    const examples = createExamples(figures, answererOf(figures));
    examples.warmUp();
    expect(examples.list()).toHaveLength(3);
  });

  it('asks four at the start, and more when some of them were answered otherwise', () => {
    const figures = ['床位', '护工', '学校', '医生', '教师'].map((property) => ({ ...FIGURE, property }));
    const asked: string[] = [];
    const [right, wrong] = [answererOf(figures), answererOf(figures, '301张')];
    const examples = createExamples(figures, {
      reply(question) {
        asked.push(question);
        return (/护工|学校/u.test(question) ? wrong : right).reply(question);
      },
    });
    examples.warmUp();
    expect(asked).toHaveLength(4);
    expect(examples.list()).toEqual(['床位', '医生', '教师'].map((property) => `2020年甲市${property}有多少张？`));
    expect(examples.list()).toHaveLength(3);
    expect(asked).toHaveLength(5);
  });
});
