import { createAnswerer } from '../../answer/answer.ts';
import { checkReply } from '../../answer/check-reply.ts';
import type { Complete } from '../../answer/model/complete.ts';
import { createModelAnswerer, type Prompts } from '../../answer/model/create-model-answerer.ts';
import type { ModelStep } from '../../answer/model/model-trace.ts';
import { createOramaBackend } from '../../core/orama-backend.ts';
import type { GoldSet } from './gold-sets.ts';
import { type Judged, judge } from './score.ts';

/** For one question; nobody waits here. */
const MILLISECONDS = 60_000;

export interface ModelUse {
  readonly complete: Complete;
  readonly prompts: Prompts;
}

/** Answers every question of a set with the model's help, and tells what became of each request to it. */
export async function judgeWithModel(
  { items, artefact }: Pick<GoldSet, 'items' | 'artefact'>,
  { complete, prompts }: ModelUse,
): Promise<{ readonly judged: readonly Judged[]; readonly steps: readonly ModelStep[] }> {
  const answerer = createAnswerer({ artefact, backend: createOramaBackend(artefact) });
  const check = (reply: Parameters<typeof checkReply>[0]) => checkReply(reply, artefact);
  const helped = createModelAnswerer({ answerer, check, complete, prompts, milliseconds: MILLISECONDS });
  const source = (report: string): string => artefact.source(report);
  const judged: Judged[] = [];
  const steps: ModelStep[] = [];
  for (const gold of items) {
    const answered = await helped.reply(gold.question, gold.history);
    judged.push(judge(gold, { answer: answered.reply.answer, source }));
    steps.push(...answered.steps);
  }
  return { judged, steps };
}
