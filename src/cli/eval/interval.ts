import { createRandom } from '../../build/embedding/random.ts';
import { percent, type Tally } from './score.ts';

/** Bounds in percent. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 2000;
const SEED = 20240229;
const TAIL = 0.025;

/**
 * The 95 % percentile bootstrap interval of a measure (Efron and Tibshirani, An Introduction to the Bootstrap, 13.3). Questions
 * are drawn, not single trials, for the quotes of one answer stand or fall together. The same questions give the same bounds.
 *
 * @param questions hits and trials of each question that has any
 */
export function intervalOf(questions: readonly Tally[]): Interval {
  const random = createRandom(SEED);
  const drawn = Array.from({ length: RESAMPLES }, () => {
    let [hits, trials] = [0, 0];
    for (let i = 0; i < questions.length; i++) {
      const question = questions[random() % questions.length]!;
      hits += question.hits;
      trials += question.trials;
    }
    return percent({ hits, trials });
  }).sort((a, b) => a - b);
  const last = RESAMPLES - 1;
  return { low: drawn[Math.floor(TAIL * last)]!, high: drawn[Math.ceil((1 - TAIL) * last)]! };
}
