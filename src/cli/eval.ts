import { basename, join } from 'node:path';
import { promptVersion } from '../worker/model/prompt-version.ts';
import { parseFlags, runCommand } from './arguments.ts';
import { calibrate } from './eval/calibrate.ts';
import { checkScorecard, staleSets } from './eval/check-scorecard.ts';
import { compareWithModel } from './eval/compare-with-model.ts';
import { checkFloors, parseFloor } from './eval/floor.ts';
import { readGold } from './eval/gold.ts';
import { type GoldSet, readGoldSets } from './eval/gold-sets.ts';
import { judgeSet } from './eval/judge-set.ts';
import { printCalibration, printMisses, printScores } from './eval/print-scores.ts';
import { readScorecard, type SetScores, scoreSet, writeScorecard } from './eval/scorecard.ts';
import { loadArtefact } from './load-artefact.ts';
import { loadPrompts } from './load-prompts.ts';

const COMMAND = 'eval';
const GOLD_FOLDER = 'test/gold';
const SCORECARD = 'scorecard.json';

/** Answers, judges and prints a set. */
function evaluateSet({ name, items, artefact }: GoldSet, { misses }: { misses: boolean }): SetScores {
  const judged = judgeSet({ items, artefact });
  const scores = scoreSet(judged, { name, manifest: artefact.manifest });
  printScores(scores);
  if (misses) printMisses(judged);
  return scores;
}

async function readOneSet(file: string, index: string): Promise<GoldSet> {
  return { name: basename(file, '.jsonl'), items: await readGold(file), artefact: await loadArtefact(index) };
}

/**
 * `npm run eval`: answers the gold sets, prints the scores and writes the scorecard beside the index; with `--check` it
 * compares with the scorecard that is there. `--gold` scores one file on an index and writes nothing; `--model` compares the
 * scores with and without the configured language model and writes nothing either.
 */
async function evaluate(): Promise<number> {
  const flags = parseFlags(COMMAND, {
    index: { type: 'string', default: 'index' },
    gold: { type: 'string' },
    misses: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    model: { type: 'boolean', default: false },
    calibrate: { type: 'boolean', default: false },
    min: { type: 'string', multiple: true, default: [] },
  });
  const floors = flags.min.map(parseFloor);
  const all = flags.gold === undefined;
  const file = join(flags.index, SCORECARD);
  const committed = all && flags.check ? await readScorecard(file) : null;
  const golds =
    flags.gold === undefined
      ? await readGoldSets(GOLD_FOLDER, flags.index)
      : [await readOneSet(flags.gold, flags.index)];
  if (flags.model) {
    const helped = await compareWithModel(golds, process.env);
    return report(helped.flatMap((scores) => checkFloors(scores, floors)));
  }
  const sets = golds.map((gold) => evaluateSet(gold, flags));
  const writes = all && !flags.check;
  const calibration = writes || flags.calibrate ? calibrate(golds) : null;
  if (flags.calibrate && calibration !== null) printCalibration(calibration);
  if (writes && calibration !== null) {
    const prompts = await promptVersion(await loadPrompts());
    await writeScorecard(file, { prompts, sets, calibration });
  }
  const failures = sets.flatMap((scores) => checkFloors(scores, floors));
  if (committed !== null) {
    failures.push(...checkScorecard({ sets }, committed));
    const stale = staleSets({ sets }, committed);
    if (stale.length > 0) process.stdout.write(`成绩单已旧（${stale.join('、')}），提交前请运行 npm run eval\n`);
  }
  return report(failures);
}

/** Prints what failed and gives the exit code. */
function report(failures: readonly string[]): number {
  for (const failure of failures) process.stderr.write(`${COMMAND}: ${failure}\n`);
  return failures.length > 0 ? 1 : 0;
}

await runCommand(COMMAND, evaluate);
