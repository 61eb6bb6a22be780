import { Composer, type Context } from 'grammy';
import { type DigestCommand, parseDigestCommand } from '../../answer/digest/command/parse-command.ts';
import { createDigestRecords } from '../digest/digest-records.ts';
import { DEFAULT_DIGEST, type DigestPlace, type DigestSettings, type KeptDigest } from '../digest/digest-settings.ts';
import { type ComposingTools, freezeNow, previewDigest } from '../digest/freeze-digests.ts';
import { announceDigests } from '../digest/sweep-digests.ts';
import type { DigestQueue } from '../environment.ts';
import { digestSettingsText, digestWhyText, wrongCommandText } from './digest-text.ts';
import { sendMessages, sendText, topicOf } from './send.ts';
import { isAdmitted } from './settings-feature.ts';
import type { UpdateContext } from './update-context.ts';

/** Digests looked back at for /digest why. */
const LOOKED_BACK = 60;

/** /digest: the daily digest of a chat or topic, for the admins of a group. */
export function digestFeature(context: UpdateContext): Composer<Context> {
  const feature = new Composer();
  feature.command('digest', async (ctx) => {
    if (!(await isAdmitted(ctx))) return sendText(ctx, context.words.adminsOnly, context);
    const topic = topicOf(ctx.msg).message_thread_id ?? 0;
    await obey(ctx, parseDigestCommand(ctx.match), { ...context, place: { chat: ctx.chat.id, topic } });
  });
  return feature;
}

type PlaceContext = UpdateContext & { readonly place: DigestPlace };
/** Where digests can be sent. */
type SendingContext = PlaceContext & { readonly digests: DigestQueue };

function canSend(context: PlaceContext): context is SendingContext {
  return context.digests !== null;
}

/** What composing takes. */
function toolsOf({ dependencies, settings, database, model }: PlaceContext): ComposingTools {
  return { dependencies, bindings: { settings, database, model } };
}

async function obey(ctx: Context, command: DigestCommand, context: PlaceContext): Promise<void> {
  const { words, dependencies } = context;
  const kept = await keptOf(context);
  if (command.do === 'preview') return preview(ctx, kept, context);
  if (!canSend(context)) return sendText(ctx, words.digest.elsewhere, context);
  const { settings } = kept;
  switch (command.do) {
    case 'wrong':
      return sendText(ctx, wrongCommandText(command.part, words.digest), context);
    case 'show':
      return sendText(ctx, digestSettingsText(settings, { now: dependencies.now(), words: words.digest }), context);
    case 'why':
      return explain(ctx, settings, context);
    case 'now':
      return sendNow(ctx, kept, context);
    case 'change':
      return change(ctx, { ...settings, ...command.change }, context);
    case 'pause':
      return change(ctx, { ...settings, pausedUntil: dependencies.now() + command.length }, context);
    case 'resume':
      return change(ctx, { ...settings, pausedUntil: null }, context);
    case 'follow':
      return change(ctx, { ...settings, follows: [...new Set([...settings.follows, ...command.topics])] }, context);
    case 'unfollow': {
      const follows = settings.follows.filter((topic) => !command.topics.includes(topic));
      return change(ctx, { ...settings, follows }, context);
    }
  }
}

/** The settings of a place, those that a new one begins with where it has none. */
async function keptOf({ place, state, dependencies }: PlaceContext): Promise<KeptDigest> {
  const kept = await state.digests.find(place);
  return kept ?? { ...place, settings: DEFAULT_DIGEST, startedAt: dependencies.now(), dueAt: null };
}

async function change(ctx: Context, settings: DigestSettings, context: PlaceContext): Promise<void> {
  const { place, state, dependencies, words } = context;
  await state.digests.keep(place, settings);
  const chosen = [...settings.topics, ...settings.follows];
  const isEmpty = chosen.length > 0 && dependencies.digest.items(chosen).length === 0;
  const saved = isEmpty ? words.digest.noSuchItems : words.saved;
  const text = digestSettingsText(settings, { now: dependencies.now(), words: words.digest });
  await sendText(ctx, `${saved}\n${text}`, context);
}

async function explain(ctx: Context, settings: DigestSettings, context: PlaceContext): Promise<void> {
  const { place, database, dependencies, words } = context;
  const fates = await createDigestRecords(database, dependencies.now).fates(place, LOOKED_BACK);
  await sendText(ctx, digestWhyText(fates, { settings, now: dependencies.now(), words: words.digest }), context);
}

async function preview(ctx: Context, kept: KeptDigest, context: PlaceContext): Promise<void> {
  const digest = await previewDigest(kept, toolsOf(context));
  if (digest === null) return sendText(ctx, context.words.digest.nothing, context);
  await sendMessages(ctx, [digest.message], context);
}

/** Writes today's down and has it sent by those who send all; one that is there already is not sent again. */
async function sendNow(ctx: Context, kept: KeptDigest, context: SendingContext): Promise<void> {
  const { database, dependencies, digests, words } = context;
  const records = createDigestRecords(database, dependencies.now);
  const [before] = await records.fates(context.place, 1);
  const key = await freezeNow(kept, toolsOf(context));
  if (key === null) return sendText(ctx, words.digest.nothing, context);
  if (before?.day === key.day) return sendText(ctx, words.digest.alreadyToday, context);
  await announceDigests([key], { dependencies, bindings: { database, digests } });
  await sendText(ctx, words.digest.sending, context);
}
