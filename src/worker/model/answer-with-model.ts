import { createModelAnswerer } from '../../answer/model/create-model-answerer.ts';
import type { ModelStep } from '../../answer/model/model-trace.ts';
import type { Reply } from '../../core/block.ts';
import type { Database } from '../database.ts';
import type { Dependencies } from '../dependencies.ts';
import { budgeted } from './budgeted.ts';
import { createComplete } from './create-complete.ts';
import { embedQuestion } from './embed-question.ts';
import { createModelLedger, type ModelLedger } from './model-ledger.ts';
import type { ModelProvider, ModelSettings } from './model-settings.ts';
import { promptVersion } from './prompt-version.ts';
import type { EmbeddingBindings } from './question-embedder.ts';

/** For one question, whatever is asked of the model: people wait, and the queue goes on to the next. */
const MILLISECONDS = 12_000;

export interface ModelQuestion {
  readonly question: string;
  readonly history: readonly string[];
  readonly asker: { readonly chat: number; readonly user: number | null };
  /** Null: there is no model, and the rules answer alone. */
  readonly model: ModelSettings | null;
  readonly database: Database;
  readonly embedding: EmbeddingBindings;
  readonly dependencies: Dependencies;
}

/** The reply to a question, with the model's help where one is configured. Whatever fails, the extractive reply is given. */
export async function answerWithModel(asked: ModelQuestion): Promise<Reply> {
  const { question, history, asker, model, database, embedding, dependencies } = asked;
  const { check, prompts } = dependencies;
  const vector = await embedQuestion(question, { embedding, dependencies });
  const answerer = vector === null ? dependencies.answerer : dependencies.answerer.near(vector);
  if (model === null) return answerer.reply(question, history);
  const { caps, provider } = model;
  const shares = [
    ...(asker.user === null ? [] : [{ scope: `user ${asker.user}`, caps: caps.user }]),
    { scope: `chat ${asker.chat}`, caps: caps.chat },
    { scope: 'all', caps: caps.all },
  ];
  const ledger = createModelLedger(database, dependencies.now);
  const complete = budgeted(createComplete(provider, dependencies.fetch), {
    ...{ ledger, shares, edition: editionOf(provider, dependencies) },
  });
  const answering = createModelAnswerer({ answerer, check, complete, prompts, milliseconds: MILLISECONDS });
  const { reply, steps } = await answering.reply(question, history);
  await record(steps, { ledger, dependencies });
  return reply;
}

function editionOf(provider: ModelProvider, { artefact }: Dependencies): string {
  const place = provider.type === 'openai' ? provider.url : provider.type;
  return `${artefact.manifest.version} ${place} ${provider.name}`;
}

/** What became of the steps goes to the log and the owners; none of it holds the answer up. */
async function record(
  steps: readonly ModelStep[],
  { ledger, dependencies }: { ledger: ModelLedger; dependencies: Dependencies },
): Promise<void> {
  const { log, prompts } = dependencies;
  const prompt = await promptVersion(prompts);
  for (const { task, outcome, reason } of steps)
    log({ event: 'model_asked', name: task, detail: reason === null ? outcome : `${outcome} ${reason}`, prompt });
  await ledger.record(steps).catch(() => log({ event: 'database_failed', name: 'model' }));
}
