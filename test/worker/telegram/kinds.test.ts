import { describe, expect, it } from 'vitest';
import kinds from '../../cases/telegram-kinds.json' with { type: 'json' };
import { createHarness, post, textUpdate } from '../harness.ts';
import { REPLY } from '../invented.ts';

const HINT = '目前只能看懂文字。请把问题打成一句话发给我。';
let updates = 6_000_000;

/** What the bot does: nothing, the hint that it reads text alone, an answer, or an answer that is changed. */
type Behaviour = 'silent' | 'hint' | 'answer' | 'edit';

function behaviourOf(methods: readonly string[], texts: readonly unknown[]): Behaviour | 'something else' {
  if (methods.length === 0) return 'silent';
  if (methods.join() === 'sendMessage') return texts[0] === HINT ? 'hint' : 'answer';
  return methods.join() === 'sendMessage,editMessageText' ? 'edit' : 'something else';
}

describe('promise 15: kinds of chat and message', () => {
  let held = 0;
  it.each(kinds)('$name: $does', async ({ kind, text, message, does, asked, thread, after }) => {
    const harness = createHarness();
    if (after !== undefined) await post(harness, textUpdate(after, { ...message, message_id: 1, ...BEFORE }));
    const { message: own } = textUpdate(text ?? null, message);
    await post(harness, { update_id: ++updates, [kind ?? 'message']: own });
    const calls = harness.calls.filter(({ method }) => method !== 'answerCallbackQuery');
    const since = does === 'edit' || after === undefined ? calls : calls.slice(1);
    expect(
      behaviourOf(
        since.map(({ method }) => method),
        since.map(({ parameters }) => parameters.text),
      ),
    ).toBe(does);
    if (does === 'silent') expect(harness.questions).toEqual([]);
    if (does === 'hint' || does === 'silent') {
      held++;
      return;
    }
    expect(harness.questions.at(-1)).toBe(asked);
    const { parameters } = since.at(-1)!;
    expect(parameters).toMatchObject({ chat_id: (own as { chat: { id: number } }).chat.id, text: REPLY.answer.text });
    // The answer stands in the topic of the question and replies to it.
    if (does === 'answer') {
      expect(parameters.message_thread_id).toBe(thread);
      expect(parameters.reply_parameters).toMatchObject({ message_id: 3 });
      expect(harness.histories.at(-1)).toEqual(after === undefined ? [] : [after.replace('/ask ', '')]);
    }
    held++;
  });

  it('tells its figure', () => {
    console.log(`promise 15: ${held} of ${kinds.length} kinds of chat and message behave as written`);
    expect(kinds.length).toBeGreaterThanOrEqual(15);
    expect(held).toBe(kinds.length);
  });
});

/** An earlier question replies to nothing. */
const BEFORE = { reply_to_message: undefined, quote: undefined, edit_date: undefined };
