import { createModelAnswerer } from '../../answer/model/create-model-answerer.ts';
import type { Reply } from '../../core/block.ts';
import type { Database } from '../database.ts';
import type { Dependencies } from '../dependencies.ts';
import { embedQuestion } from './embed-question.ts';
import type { ModelSettings } from './model-settings.ts';
import { createModelTools } from './model-tools.ts';
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
  const { caps } = model;
  const shares = [
    ...(asker.user === null ? [] : [{ scope: `user ${asker.user}`, caps: caps.user }]),
    { scope: `chat ${asker.chat}`, caps: caps.chat },
  ];
  const { complete, record } = createModelTools({ model, database, dependencies, shares });
  const answering = createModelAnswerer({ answerer, check, complete, prompts, milliseconds: MILLISECONDS });
  const { reply, steps } = await answering.reply(question, history);
  await record(steps);
  return reply;
}
