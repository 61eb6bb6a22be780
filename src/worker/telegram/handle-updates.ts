import type { Update } from 'grammy/types';
import type { Dependencies } from '../dependencies.ts';
import type { TelegramBindings } from '../environment.ts';
import { createModelLedger } from '../model/model-ledger.ts';
import { createBot } from './bot.ts';
import { createDelivery } from './delivery.ts';
import { judgeFailure } from './judge-failure.ts';
import { sendApology } from './send.ts';
import { NO_SETTINGS } from './state/chats.ts';
import type { Inbox, Job } from './state/inbox.ts';
import { createState, type State } from './state/state.ts';
import { chatOf, languageOf } from './update.ts';
import type { UpdateContext } from './update-context.ts';
import { WORDINGS } from './wording.ts';

export interface UpdateTools {
  readonly dependencies: Dependencies;
  readonly bindings: TelegramBindings;
}

/** Attempts after which an update that ends the Worker itself each time is given up. */
const MAX_STARTS = 4;
/** Milliseconds after which no further update of a key is begun: whoever sends without end must not hold up the batch. */
const TURN = 50;

/** Handles the waiting updates of a key, oldest first, until there is none, one has to wait, or it is the others' turn. */
export async function handleUpdates(key: string, { dependencies, bindings }: UpdateTools): Promise<void> {
  const { settings, database, updates, digests, model, embedding } = bindings;
  const state = createState(database, dependencies.now);
  const begun = dependencies.now();
  do {
    const job = await state.inbox.claim(key);
    if (job === null) return;
    const pause = await handleJob(job, { dependencies, settings, state, model, embedding, database, digests });
    if (pause === null) {
      await state.inbox.finish(job.updateId);
      continue;
    }
    await postpone(state.inbox, job, { ...pause, now: dependencies.now() });
    await updates.send({ key }, { delaySeconds: pause.seconds });
    return;
  } while (dependencies.now() - begun < TURN);
  if (await state.inbox.isWaiting(key)) await updates.send({ key });
}

interface Pause {
  readonly seconds: number;
  readonly forgiven: boolean;
}

function postpone(inbox: Inbox, { updateId }: Job, { seconds, forgiven, now }: Pause & { now: number }): Promise<void> {
  return inbox.postpone(updateId, { dueAt: now + seconds * 1000, forgiven });
}

/** Handles an update and says how long to wait if it must be handled again. */
export async function handleJob(
  job: Job,
  parts: Pick<UpdateContext, 'dependencies' | 'settings' | 'state' | 'model' | 'embedding' | 'database' | 'digests'>,
): Promise<Pause | null> {
  const { log } = parts.dependencies;
  // It was written down as it had been parsed.
  const update = JSON.parse(job.body) as Update;
  const chat = chatOf(update);
  const chatSettings = chat === null ? NO_SETTINGS : await parts.state.chats.settings(chat);
  const words = WORDINGS[chatSettings.language ?? languageOf(update)];
  if (chat !== null && chatSettings.goneAt !== null && update.my_chat_member === undefined) {
    // What was said before the bot was put out reaches nobody; what is said after means that it is back.
    if (job.receivedAt <= chatSettings.goneAt) {
      log({ event: 'telegram_chat_gone', updateId: job.updateId });
      return null;
    }
    await parts.state.chats.markBack(chat);
  }
  const delivery = createDelivery(job, parts.state);
  const context = { ...parts, chatSettings, words, delivery, attempts: job.attempts, isAgain: job.isAgain };
  const bot = createBot(context);
  if (job.attempts > MAX_STARTS) {
    log({ event: 'telegram_update_dead', updateId: job.updateId, attempts: job.attempts });
    await sendApology(bot.api, update, context);
    return null;
  }
  try {
    await bot.handleUpdate(update);
    return null;
  } catch (error) {
    const verdict = judgeFailure(error, job);
    log(verdict.entry);
    if (verdict.do === 'postpone') {
      const { seconds, forgiven } = verdict;
      log({ event: 'telegram_update_postponed', updateId: job.updateId, seconds });
      return { seconds, forgiven };
    }
    if (verdict.do === 'apologize') await sendApology(bot.api, update, context);
    return null;
  }
}

/** Handles again what was left over, and forgets what is old. */
export async function sweep({ dependencies, bindings }: UpdateTools): Promise<void> {
  const state: State = createState(bindings.database, dependencies.now);
  for (const key of await state.inbox.overdueKeys()) await bindings.updates.send({ key });
  await createModelLedger(bindings.database, dependencies.now).prune();
  for (const part of [state.inbox, state.conversations, state.answers, state.presses, state.usage]) await part.prune();
}
