import type { ModelStep } from '../../answer/model/model-trace.ts';
import { WenjuError } from '../../core/error.ts';
import { createComplete } from '../../worker/model/create-complete.ts';
import { readModelSettings } from '../../worker/model/model-settings.ts';
import { promptVersion } from '../../worker/model/prompt-version.ts';
import { loadPrompts } from '../load-prompts.ts';
import type { GoldSet } from './gold-sets.ts';
import { judgeSet } from './judge-set.ts';
import { judgeWithModel, type ModelUse } from './judge-with-model.ts';
import { MEASURES } from './score.ts';
import { type SetScores, scoreSet } from './scorecard.ts';

const NAME_WIDTH = 18;

/**
 * The model of MODEL_URL, MODEL_NAME and MODEL_KEY.
 *
 * @throws {WenjuError} `missing_dependency` when none is configured or a variable is wrong
 */
async function readModel(variables: Readonly<Record<string, string | undefined>>): Promise<ModelUse> {
  const read = readModelSettings(variables);
  if (!read.ok) throw new WenjuError('missing_dependency', `${read.name} ${read.detail}`, { name: read.name });
  if (read.settings === null) {
    throw new WenjuError('missing_dependency', '没有配置模型：请设置 MODEL_URL、MODEL_NAME（和 MODEL_KEY）', {
      name: 'MODEL_URL',
    });
  }
  return { complete: createComplete(read.settings.provider, fetch), prompts: await loadPrompts() };
}

function printComparison(alone: SetScores, helped: SetScores): void {
  process.stdout.write(`${alone.name}：${alone.questions} 题\n${''.padEnd(NAME_WIDTH)}  规则    加模型\n`);
  for (const measure of MEASURES) {
    const [before, after] = [alone.measures[measure], helped.measures[measure]];
    if (before === undefined || after === undefined) continue;
    const cells = [before, after].map(({ percent }) => percent.toFixed(1).padStart(7));
    process.stdout.write(`${measure.padEnd(NAME_WIDTH)}${cells.join(' ')} %\n`);
  }
}

/** What became of the requests, most frequent first. */
function printSteps(steps: readonly ModelStep[]): void {
  const counts = new Map<string, number>();
  for (const { task, outcome, reason } of steps) {
    const name = `${task} ${outcome}${reason === null ? '' : ` ${reason}`}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const tokens = steps.reduce((sum, step) => sum + (step.tokens ?? 0), 0);
  process.stdout.write(`请求模型 ${steps.length} 次，${tokens} 个 token\n`);
  for (const [name, count] of [...counts].sort((a, b) => b[1] - a[1])) process.stdout.write(`  ${name} ${count}\n`);
}

/** Scores sets with and without the configured model, on the same questions, and prints what its checks refused. */
export async function compareWithModel(
  sets: readonly GoldSet[],
  variables: Readonly<Record<string, string | undefined>>,
): Promise<SetScores[]> {
  const use = await readModel(variables);
  process.stdout.write(`提示词 ${await promptVersion(use.prompts)}\n`);
  const scores: SetScores[] = [];
  for (const { name, items, artefact } of sets) {
    const parts = { name, manifest: artefact.manifest };
    const { judged, steps } = await judgeWithModel({ items, artefact }, use);
    const helped = scoreSet(judged, parts);
    printComparison(scoreSet(judgeSet({ items, artefact }), parts), helped);
    printSteps(steps);
    scores.push(helped);
  }
  return scores;
}
