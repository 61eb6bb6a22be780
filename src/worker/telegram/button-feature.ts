import { Composer, type Context, GrammyError } from 'grammy';
import { answerQuestion } from './answer-question.ts';
import { checkedMessages } from './checked-messages.ts';
import { sendCitation } from './citation-feature.ts';
import { BROWSE, browse } from './figures-feature.ts';
import { EXAMPLE } from './help.ts';
import { judgeFailure } from './judge-failure.ts';
import { BUTTON, moreKeyboard } from './keyboard.ts';
import { sendMessages } from './send.ts';
import { changeSetting, SETTING } from './settings-feature.ts';
import type { SentAnswer } from './state/answers.ts';
import type { UpdateContext } from './update-context.ts';

/** What a press is answered with: a note that Telegram shows for a moment, or nothing. */
type Note = string | undefined;

type Press = Context & { callbackQuery: { data: string } };
/** `argument`: what stands after the prefix. */
type Handler = (ctx: Press, argument: string, context: UpdateContext) => Promise<Note>;

const HANDLERS: readonly (readonly [prefix: string, handler: Handler])[] = [
  [BUTTON.more, sendMore],
  [BUTTON.context, sendContext],
  [BUTTON.helpful, (ctx, id, context) => rate(ctx, { id, value: 1 }, context)],
  [BUTTON.unhelpful, (ctx, id, context) => rate(ctx, { id, value: -1 }, context)],
  [EXAMPLE, askExample],
  [SETTING, changeSetting],
  [BROWSE, browseOnce],
];

/** Presses of buttons. Each is answered, whatever it was, so that no client waits. */
export function buttonFeature(context: UpdateContext): Composer<Context> {
  const feature = new Composer();
  feature.on('callback_query', async (ctx) => {
    const { data } = ctx.callbackQuery;
    const found = HANDLERS.find(([prefix]) => data?.startsWith(prefix));
    if (found === undefined || data === undefined || ctx.chat === undefined) {
      return answerPress(ctx, context.words.expired);
    }
    let note: Note;
    try {
      note = await found[1](ctx as Press, data.slice(found[0].length), context);
    } catch (error) {
      // What is tried again is answered then.
      const { do: next } = judgeFailure(error, { updateId: ctx.update.update_id, attempts: context.attempts });
      if (next !== 'postpone') await answerPress(ctx, context.words.failed);
      throw error;
    }
    await answerPress(ctx, note);
  });
  return feature;
}

/** A press that Telegram has forgotten, or that was answered before, needs no answer. */
async function answerPress(ctx: Context, note: Note): Promise<void> {
  try {
    await ctx.answerCallbackQuery(note === undefined ? {} : { text: note });
  } catch (error) {
    if (!(error instanceof GrammyError && error.error_code === 400)) throw error;
  }
}

/** Whether this press of the button is the one that does something. */
function isFirst(ctx: Press, { state }: UpdateContext): Promise<boolean> {
  const { data } = ctx.callbackQuery;
  const [chat, message] = [ctx.chat?.id ?? 0, ctx.msgId ?? 0];
  return state.presses.isFirst({ chat, message, data, updateId: ctx.update.update_id });
}

/** An answer that was given in the chat of the press. */
async function answerHere(ctx: Press, id: string, { state }: UpdateContext): Promise<SentAnswer | null> {
  const answer = await state.answers.find(id);
  return answer?.chat === ctx.chat?.id ? answer : null;
}

async function sendMore(ctx: Press, argument: string, context: UpdateContext): Promise<Note> {
  const { dependencies, settings, words } = context;
  const [id = '', skipped] = argument.split(':');
  const answer = await answerHere(ctx, id, context);
  const skip = Number(skipped);
  if (answer === null || !Number.isSafeInteger(skip) || skip < 0) return words.expired;
  const { question, history } = answer;
  const quoted = dependencies.answerer.reply(question, history).answer.quotes;
  const more = dependencies.evidence.more({ question, history, quoted, skip });
  if (more === null) return words.noMore;
  if (!(await isFirst(ctx, context))) return words.done;
  const messages = checkedMessages(more.reply, { dependencies, settings });
  const keyboard = moreKeyboard(id, { skip: skip + more.reply.answer.quotes.length, words });
  const last = messages.length - 1;
  const shown = messages.map((message, i) => (i === last && !more.isLast ? { ...message, keyboard } : message));
  await sendMessages(ctx, shown, context);
  return undefined;
}

async function sendContext(ctx: Press, id: string, context: UpdateContext): Promise<Note> {
  if (!(await isFirst(ctx, context))) return context.words.done;
  return (await sendCitation(ctx, id, context)) ? undefined : context.words.unknownCitation;
}

async function rate(ctx: Press, { id, value }: { id: string; value: 1 | -1 }, context: UpdateContext): Promise<Note> {
  if ((await answerHere(ctx, id, context)) === null) return context.words.expired;
  await context.state.answers.rate(id, { user: ctx.callbackQuery.from.id, value });
  return context.words.thanks;
}

async function browseOnce(ctx: Press, argument: string, context: UpdateContext): Promise<Note> {
  return (await isFirst(ctx, context)) ? browse(ctx, argument, context) : context.words.done;
}

async function askExample(ctx: Press, index: string, context: UpdateContext): Promise<Note> {
  const example = context.dependencies.examples()[Number(index)];
  if (example === undefined) return context.words.expired;
  if (!(await isFirst(ctx, context))) return context.words.done;
  await answerQuestion(ctx, { typed: example, history: [] }, context);
  return example;
}
