import type { Context } from 'grammy';
import type { UpdateContext } from './update-context.ts';

/** Questions answered. A person types no faster; a lively group asks no more. */
export const LIMITS = { userMinute: 10, userDay: 300, chatMinute: 20 } as const;

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Days begin at midnight in China, UTC+8. */
const OFFSET = 8 * 3_600_000;

/** Whether a question is within its limits; `notice`: what to tell the asker, once a period, when it is not. */
export type LimitResult = { readonly ok: true } | { readonly ok: false; readonly notice: string | null };

/** Counts a question. Handled again after a failure it is not counted again. */
export async function countQuestion(ctx: Context, context: UpdateContext): Promise<LimitResult> {
  const { isAgain, dependencies, settings, state, words } = context;
  if (isAgain) return { ok: true };
  const time = dependencies.now();
  const minute = `minute ${Math.floor(time / MINUTE)}`;
  const day = `day ${Math.floor((time + OFFSET) / DAY)}`;
  const [user, chat] = [`user ${ctx.from?.id}`, `chat ${ctx.chat?.id}`];
  const rules = [
    { scope: user, period: minute, limit: LIMITS.userMinute, notice: words.tooMany },
    { scope: user, period: day, limit: LIMITS.userDay, notice: words.tooManyToday },
    { scope: chat, period: minute, limit: LIMITS.chatMinute, notice: words.tooMany },
    { scope: 'all', period: day, limit: settings.dailyLimit, notice: words.tooManyToday },
  ];
  for (const { scope, period, limit, notice } of rules) {
    if ((await state.usage.count(scope, period)) <= limit) continue;
    // Whatever the limit, who meets it is told once.
    const told = await state.usage.count(`told ${user} ${scope}`, period);
    return { ok: false, notice: told === 1 ? notice : null };
  }
  return { ok: true };
}

/** Whether this is the first time today that a chat is told something. */
export async function isFirstToday(subject: string, { dependencies, state }: UpdateContext): Promise<boolean> {
  const day = `day ${Math.floor((dependencies.now() + OFFSET) / DAY)}`;
  return (await state.usage.count(subject, day)) === 1;
}
