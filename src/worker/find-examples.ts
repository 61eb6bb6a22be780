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
  for (const figure of candidatesOf(figures).slice(0, TRIED)) {
    const question = `${figure.period}年${figure.region}${figure.property}有多少${figure.unit}？`;
    const [best] = answersOf(question, answerer);
    if (best?.raw === figure.raw && !questions.includes(question)) questions.push(question);
    if (questions.length === EXAMPLES) break;
  }
  return questions;
}

function isTelling({ kind, masked, value, unit, property, region, period }: Figure): boolean {
  const isCount = kind === 'actual' && !masked && value !== null && value > 0 && /^\p{Script=Han}{1,2}$/u.test(unit);
  const isDated = /^\d{4}$/u.test(period ?? '');
  const isPlaced = region !== null && /^\p{Script=Han}+$/u.test(region) && !property.includes(region);
  return isCount && isDated && isPlaced && property !== '' && property.length <= LONGEST_PROPERTY;
}

/** Figures to ask for, first those that no other shares place, time and property with: a question for them has one answer. */
function candidatesOf(figures: readonly Figure[]): readonly Figure[] {
  const telling = figures.filter(isTelling);
  const asked = ({ region, period, property }: Figure): string => `${region} ${period} ${property}`;
  const counts = new Map<string, number>();
  for (const figure of telling) counts.set(asked(figure), (counts.get(asked(figure)) ?? 0) + 1);
  const isAlone = (figure: Figure): boolean => counts.get(asked(figure)) === 1;
  return [...spread(telling.filter(isAlone)), ...spread(telling.filter((figure) => !isAlone(figure)))];
}

/** One figure of each report in turn, so that the first few come from different reports. */
function spread(figures: readonly Figure[]): readonly Figure[] {
  const byReport = Object.values(Object.groupBy(figures, ({ report }) => report)).flatMap((group) =>
    group ? [group] : [],
  );
  const longest = Math.max(0, ...byReport.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => byReport.flatMap((group) => group[i] ?? [])).flat();
}

function answersOf(question: string, answerer: Pick<Answerer, 'reply'>) {
  const { answer } = answerer.reply(question);
  return answer.type === 'answer' ? answer.figures : [];
}
