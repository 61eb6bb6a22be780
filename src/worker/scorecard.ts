import * as z from 'zod/mini';

const score = z.object({
  percent: z.number(),
  low: z.number(),
  high: z.number(),
  hits: z.number(),
  trials: z.number(),
});

const SCORECARD = z.object({
  sets: z.array(
    z.object({
      name: z.string(),
      index: z.object({ version: z.string(), reports: z.number() }),
      questions: z.number(),
      measures: z.record(z.string(), score),
    }),
  ),
  calibration: z.object({
    absent: z.number(),
    answerable: z.number(),
    curves: z.array(
      z.object({
        threshold: z.string(),
        chosen: z.number(),
        curve: z.array(
          z.object({ at: z.number(), refused: z.number(), falselyRefused: z.number(), right: z.number() }),
        ),
      }),
    ),
  }),
});

/** What pages show of index/scorecard.json: how well questions with known answers are answered. */
export type Scorecard = z.output<typeof SCORECARD>;
export type Score = z.output<typeof score>;
export type CalibrationCurve = Scorecard['calibration']['curves'][number];

/** The scorecard in a file's text; null where it is none. */
export function parseScorecard(text: string): Scorecard | null {
  try {
    return SCORECARD.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
