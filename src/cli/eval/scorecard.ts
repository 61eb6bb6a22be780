import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import type { Artefact } from '../../core/artefact.ts';
import { WenjuError } from '../../core/error.ts';
import type { Calibration } from './calibrate.ts';
import { intervalOf } from './interval.ts';
import { type Judged, MEASURES, percent, type Tally, tallyOf } from './score.ts';

const scoreSchema = z.object({
  percent: z.number(),
  /** 95 % bootstrap interval, in percent. */
  low: z.number(),
  high: z.number(),
  hits: z.number(),
  trials: z.number(),
});

const setScoresSchema = z.object({
  name: z.string(),
  index: z.object({ version: z.string(), reports: z.number(), passages: z.number(), figures: z.number() }),
  questions: z.number(),
  /** By measure; those without a trial are left out. */
  measures: z.partialRecord(z.enum(MEASURES), scoreSchema),
  /** Right answers by category of question. */
  categories: z.record(z.string(), scoreSchema),
});

const storedSchema = z.object({ sets: z.array(setScoresSchema) });

export type Score = z.infer<typeof scoreSchema>;
/** How well the questions of one gold set are answered. */
export type SetScores = z.infer<typeof setScoresSchema>;
/** What stands in scorecard.json. Follows from gold sets, reports and code alone: no day, no machine. */
export interface Scorecard {
  /** Version of the prompts of the optional model, which has no part in these scores. */
  readonly prompts: string;
  readonly sets: readonly SetScores[];
  readonly calibration: Calibration;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** @param questions hits and trials of each question; null if none has a trial */
function scoreOf(questions: readonly Tally[]): Score | null {
  const tried = questions.filter(({ trials }) => trials > 0);
  if (tried.length === 0) return null;
  const sum = (key: keyof Tally): number => tried.reduce((total, tally) => total + tally[key], 0);
  const tally = { hits: sum('hits'), trials: sum('trials') };
  const { low, high } = intervalOf(tried);
  return { percent: round(percent(tally)), low: round(low), high: round(high), ...tally };
}

function scoresBy<Name extends string>(
  names: readonly Name[],
  tallies: (name: Name) => readonly Tally[],
): Record<string, Score> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const score = scoreOf(tallies(name));
      return score === null ? [] : [[name, score] as const];
    }),
  );
}

/** The scores of a gold set from its judged answers. */
export function scoreSet(
  judged: readonly Judged[],
  { name, manifest }: { name: string; manifest: Artefact['manifest'] },
): SetScores {
  const { reports, passages, figures } = manifest.counts;
  const categories = [...new Set(judged.map(({ gold }) => gold.category))].sort();
  return {
    name,
    index: { version: manifest.version, reports, passages, figures },
    questions: judged.length,
    measures: scoresBy(MEASURES, (measure) => judged.map((item) => tallyOf(item.trials[measure]))),
    categories: scoresBy(categories, (category) =>
      judged.filter(({ gold }) => gold.category === category).map(({ trials }) => tallyOf(trials.right)),
    ),
  };
}

/**
 * The scores in a scorecard; the calibration is for people.
 *
 * @throws {WenjuError} `bad_file` if it cannot be read or is no scorecard
 */
export async function readScorecard(file: string): Promise<Pick<Scorecard, 'sets'>> {
  try {
    return storedSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    throw new WenjuError('bad_file', `${file} 不可用，请运行 npm run eval 重新生成`, { file }, { cause: error });
  }
}

/** An object without objects in it: a score, which stands on one line. */
const INNERMOST = /\{[^{}]*\}/gu;

export async function writeScorecard(file: string, scorecard: Scorecard): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const json = JSON.stringify(scorecard, null, 1).replace(INNERMOST, (object) => object.replace(/\s+/gu, ' '));
  await writeFile(file, `${json}\n`);
}
