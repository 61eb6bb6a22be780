import { Composer, type Context } from 'grammy';
import { createDigestRecords } from '../digest/digest-records.ts';
import { createModelLedger } from '../model/model-ledger.ts';
import { sendText } from './send.ts';
import type { UpdateContext } from './update-context.ts';

const MAX_QUESTIONS = 20;
const MAX_QUESTION_SHOWN = 100;

/** /admin, for owners in private: how the bot is doing. */
export function adminFeature(context: UpdateContext): Composer<Context> {
  const { dependencies, settings, state } = context;
  const feature = new Composer();
  feature.command('admin', async (ctx, next) => {
    if (ctx.chat.type !== 'private' || !settings.owners.has(ctx.from?.id ?? 0)) return next();
    const report = await state.reports.summarize();
    const { version, counts } = dependencies.artefact.manifest;
    const questions = report.unanswered
      .slice(0, MAX_QUESTIONS)
      .map((question) => `· ${[...question].slice(0, MAX_QUESTION_SHOWN).join('')}`);
    const lines = [
      `索引 ${version.slice(0, 8)}，${counts.reports}份报告，${counts.figures}个数字`,
      `答案 24小时${report.answersOfDay}，30天${report.answers}`,
      `人数（30天）${report.users}，群和私聊${report.chats}，已离开${report.gone}`,
      `反馈 👍${report.helpful} 👎${report.unhelpful}`,
      `待处理${report.waiting}${report.oldest === null ? '' : `，最早等了${report.oldest}秒`}`,
      `没答上来的（7天，已征得同意）${report.unanswered.length}`,
      ...questions,
    ];
    lines.push(...(await digestLines(context)));
    if (context.model !== null) lines.push(...(await modelLines(context)));
    await sendText(ctx, lines.join('\n'), context);
  });
  return feature;
}

/** What became of the digests of a day; none where there were none. */
async function digestLines({ dependencies, database, words }: UpdateContext): Promise<string[]> {
  const counts = await createDigestRecords(database, dependencies.now).counts();
  const told = counts.map(({ state, count }) => `${words.digest.fates[state]}${count}`);
  return told.length === 0 ? [] : [`${words.digest.title}（24小时）${told.join('；')}`];
}

/** How often the model was asked, what became of it and what it took. */
async function modelLines({ dependencies, database }: UpdateContext): Promise<string[]> {
  const outcomes = await createModelLedger(database, dependencies.now).outcomes();
  const sum = (of: 'count' | 'tokens'): number => outcomes.reduce((total, outcome) => total + outcome[of], 0);
  return [
    `模型（7天）请求${sum('count')}，约${sum('tokens')}个token`,
    ...outcomes.map(
      ({ task, outcome, reason, count }) => `· ${task} ${outcome}${reason === '' ? '' : ` ${reason}`} ${count}`,
    ),
  ];
}
