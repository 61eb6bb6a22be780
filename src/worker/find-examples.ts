import type { Figure } from '../core/figure.ts';
import type { Answerer } from './dependencies.ts';

const EXAMPLES = 3;
/** Questions tried at most, so that an index of odd figures cannot hold up the start. */
const TRIED = 4;
/** Longest property of an example, in code units: a reader should take the question in at a glance. */
const LONGEST_PROPERTY = 10;

/**
 * Questions that this index answers, from as many reports as there are, for help texts and pages. Finding them also warms
 * up the answerer.
 */
export function findExamples(figures: readonly Figure[], answerer: Pick<Answerer, 'reply'>): readonly string[] {
  const questions: string[] = [];
  for (const figure of candidatesOf(figures)) {
    const question = `${figure.period}年${figure.region}${figure.property}有多少${figure.unit}？`;
    const [best] = answersOf(question, answerer);
    if (best?.raw === figure.raw && !questions.includes(question)) questions.push(question);
    if (questions.length === EXAMPLES) break;
  }
  return questions;
}

/** Figures to ask for, first those that no other shares place, time and property with: a question for them has one answer. */
function candidatesOf(figures: readonly Figure[]): readonly Figure[] {
  const alone: Figure[] = [];
  const shared: Figure[] = [];
  for (const figure of spread(figures)) {
    if (alone.length === TRIED) break;
    if (!isTelling(figure)) continue;
    if (figures.some((other) => other !== figure && isAskedAlike(other, figure))) shared.push(figure);
    else alone.push(figure);
  }
  return [...alone, ...shared].slice(0, TRIED);
}

/** Whether one question asks for both. */
function isAskedAlike(a: Figure, b: Figure): boolean {
  return a.property === b.property && a.period === b.period && a.region === b.region;
}

function isTelling({ kind, masked, value, unit, property, region, period }: Figure): boolean {
  const isCount = kind === 'actual' && !masked && value !== null && value > 0 && /^\p{Script=Han}{1,2}$/u.test(unit);
  if (!isCount || property === '' || property.length > LONGEST_PROPERTY || region === null || period === null)
    return false;
  return /^\d{4}$/u.test(period) && /^\p{Script=Han}+$/u.test(region) && !property.includes(region);
}

/** Figures looked at in each report, so that a large index does not hold up the start. */
const LOOKED_AT = 40;

/** One figure of each report in turn, so that the first few come from different reports. */
function spread(figures: readonly Figure[]): readonly Figure[] {
  const byReport = Object.values(Object.groupBy(figures, ({ report }) => report)).flatMap((group) =>
    group ? [group] : [],
  );
  const longest = Math.min(LOOKED_AT, Math.max(0, ...byReport.map(({ length }) => length)));
  return Array.from({ length: longest }, (_, i) => byReport.flatMap((group) => group[i] ?? [])).flat();
}

function answersOf(question: string, answerer: Pick<Answerer, 'reply'>) {
  const { answer } = answerer.reply(question);
  return answer.type === 'answer' ? answer.figures : [];
}
