import type { Figure } from '../../../core/figure.ts';

/** Ways to ask, in turn: plain, by the short name of the place, without the place, without the year, for growth, for what is done. */
const FORMS: readonly ((asked: Asked) => string)[] = [
  ({ year, place, property, unit }) => `${year}年${place}${property}有多少${unit}？`,
  ({ year, place, property }) => `${place.slice(0, -1)}${year}年${property}是多少`,
  ({ year, property, unit }) => `${year}年${property}多少${unit}`,
  ({ place, property, unit }) => `请问${place}的${property}一共有几${unit}？`,
  ({ year, place, property }) => `${year}年${place}${property}同比增长多少？`,
  ({ place, property }) => `${place}在${property}方面做了什么`,
  ({ year, place, property }) => `${Number(year) - 30}年${place}${property}是多少`,
];

interface Asked {
  readonly year: string;
  readonly place: string;
  readonly property: string;
  readonly unit: string;
}

/** Different questions about figures spread evenly over the reports, some of them without an answer. */
export function makeQuestions(figures: readonly Figure[], count: number): string[] {
  const known = figures.filter(({ property, region, masked }) => property !== '' && region !== null && !masked);
  const questions = new Set<string>();
  for (let turn = 0; turn < 4 * count && questions.size < count; turn++) {
    const { period, region, property, unit } = known[Math.floor(((turn * 0.618034) % 1) * known.length)] ?? {};
    if (property === undefined) break;
    const asked = { year: period?.slice(0, 4) ?? '2020', place: region ?? '', property, unit: unit ?? '' };
    questions.add(FORMS[turn % FORMS.length]!(asked));
  }
  return [...questions];
}
