import { Composer, type Context } from 'grammy';
import type { MessageEntity } from 'grammy/types';
import { quoteReply } from '../evidence.ts';
import { answerQuestion } from './answer-question.ts';
import { checkedMessages } from './checked-messages.ts';
import { MAX_MESSAGE_LENGTH, type OutgoingMessage } from './message.ts';
import { sendMessages, sendText } from './send.ts';
import type { UpdateContext } from './update-context.ts';

/** Messages of a list at most: who holds more reports than these show reads on at the source pages. */
const MAX_MESSAGES = 3;
const MAX_LINKS = 90;

/** Commands about what is held: /reports, /sources, /verify, /compare, /about, /forget. */
export function libraryFeature(context: UpdateContext): Composer<Context> {
  const { dependencies, settings, state, words } = context;
  const { reports, manifest } = dependencies.artefact;
  const feature = new Composer();
  feature.command('reports', async (ctx) => {
    const { publicUrl } = settings;
    const lines = reports.map(({ id, title, region, period }) => ({
      text: `《${title}》 ${[region, period].filter((part) => part !== null).join(' ')}`.trimEnd(),
      url: publicUrl === null ? null : `${publicUrl}/r/${encodeURIComponent(id)}`,
    }));
    await sendMessages(ctx, listMessages(words.reports, lines), context);
  });
  feature.command('sources', async (ctx) => {
    const lines = reports.map(({ title, issuer, url }) => ({
      text: `《${title}》 ${issuer ?? ''} ${url === null ? words.noAddress : ''}`.trimEnd(),
      url,
    }));
    await sendMessages(ctx, listMessages(words.sources, lines), context);
  });
  feature.command('verify', (ctx) => verify(ctx, ctx.match, context));
  feature.command('compare', (ctx) => {
    const asked = ctx.match.trim();
    if (asked === '') return sendText(ctx, words.emptyCompare, context);
    return answerQuestion(ctx, { typed: /比较|对比|相比/u.test(asked) ? asked : `比较${asked}` }, context);
  });
  feature.command('about', (ctx) => {
    const { counts, version } = manifest;
    return sendText(ctx, `${words.about}\n${counts.reports} / ${counts.figures} · ${version.slice(0, 8)}`, context);
  });
  feature.command('forget', async (ctx) => {
    const user = ctx.from?.id;
    if (user === undefined) return;
    await state.conversations.forget({ user });
    await state.answers.forget({ user });
    await sendText(ctx, words.forgotten, context);
  });
  return feature;
}

/** Whether the reports say a sentence, with the place where they do. */
async function verify(ctx: Context, typed: string, context: UpdateContext): Promise<void> {
  const { dependencies, settings, words } = context;
  const statement = typed.trim();
  if (statement === '') return sendText(ctx, words.emptyVerify, context);
  if (statement.length > MAX_STATEMENT) return sendText(ctx, words.tooLong, context);
  const verification = dependencies.verifier.verify(statement);
  if (verification.verdict === 'not_held') return sendText(ctx, words.notHeld, context);
  const heading = verification.verdict === 'verbatim' ? words.verbatim : words.differs;
  const reply = quoteReply(dependencies.artefact, { heading, places: [verification.quote] });
  const messages = checkedMessages(reply, { dependencies, settings });
  await sendMessages(ctx, messages, context);
}

/** Longest sentence that is looked up, in UTF-16 code units. */
const MAX_STATEMENT = 1000;

interface Line {
  readonly text: string;
  readonly url: string | null;
}

/** A list, its lines linked, in as many messages as it needs. */
function listMessages(heading: string, lines: readonly Line[]): readonly OutgoingMessage[] {
  const messages: { text: string; entities: MessageEntity[] }[] = [{ text: heading, entities: [] }];
  for (const { text, url } of lines) {
    let last = messages.at(-1)!;
    if (last.text.length + text.length + 1 > MAX_MESSAGE_LENGTH || last.entities.length >= MAX_LINKS) {
      if (messages.length === MAX_MESSAGES) break;
      last = { text: heading, entities: [] };
      messages.push(last);
    }
    if (url !== null) last.entities.push({ type: 'text_link', offset: last.text.length + 1, length: text.length, url });
    last.text += `\n${text}`;
  }
  return messages;
}
