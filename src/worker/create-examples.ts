import type { Figure } from '../core/figure.ts';
import type { Answerer } from './dependencies.ts';

const EXAMPLES = 3;
/** Questions tried at most, so that an index of odd figures holds nobody up. */
const TRIED = 6;
/** Longest property of an example, in code units: a reader should take the question in at a glance. */
const LONGEST_PROPERTY = 10;

/**
 * Asked at the start. The first takes 36 ms of CPU, as it compiles the code, each after it 6 ms; the first real question then
 * takes 12 ms after two, 10 after three and 9 after four (in workerd, two shared cores).
 */
const ASKED_AT_START = 4;

/** Questions that this index answers, from as many reports as there are, for help texts and pages. */
export interface Examples {
  /** Asks the first of them, so that the first real question runs on compiled code and built tables. */
  warmUp(): void;
  /** All of them; those not yet asked are asked now, once. */
  list(): readonly string[];
}

/** Finds examples among the figures: questions whose answer is the figure that they ask for. */
export function createExamples(figures: readonly Figure[], answerer: Pick<Answerer, 'reply'>): Examples {
  const waiting = [...candidatesOf(figures)];
  const questions: string[] = [];
  function askNext(): void {
    const figure = waiting.shift()!;
    const question = `${figure.period}年${figure.region}${figure.property}有多少${figure.unit}？`;
    const [best] = answersOf(question, answerer);
    if (best?.raw === figure.raw && !questions.includes(question)) questions.push(question);
  }
  return {
    warmUp() {
      for (let i = 0; i < ASKED_AT_START && waiting.length > 0; i++) askNext();
    },
    list() {
      while (questions.length < EXAMPLES && waiting.length > 0) askNext();
      return questions.slice(0, EXAMPLES);
    },
  };
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
