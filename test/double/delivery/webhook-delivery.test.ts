import { describe, expect, it } from 'vitest';
import { deliverAll, deliverUpdate } from './webhook-delivery.ts';

const MESSAGE = { update_id: 1, message: { chat: { id: 5 } } };
const PRESS = { update_id: 2, callback_query: { from: { id: 5 } } };

/** Delivers to a bot that always answers so, and gives how long Telegram waited each time. */
async function waits(response: { status: number; body?: unknown; retryAfter?: number }, update: object, most = 12) {
  const passed: number[] = [];
  const webhook = async () => (passed.length < most ? { body: null, ...response } : { status: 200, body: null });
  const delivered = await deliverUpdate(webhook, update, { secret: 's', pass: (seconds) => passed.push(seconds) });
  return { passed, ...delivered };
}

describe('deliverUpdate()', () => {
  it.each([500, 302, 401])('backs off after %i, as Telegram does', async (status) => {
    const { passed, isAccepted } = await waits({ status }, MESSAGE, 8);
    expect([passed, isAccepted]).toEqual([[0, 2, 4, 8, 16, 32, 64, 90], true]);
  });

  it('waits as long as the bot asks', async () => {
    expect((await waits({ status: 503, retryAfter: 5 }, MESSAGE, 3)).passed).toEqual([5, 5, 5]);
  });

  it('gives a press up after 150 seconds', async () => {
    const { isAccepted, attempts } = await waits({ status: 500 }, PRESS, 1000);
    expect([isAccepted, attempts]).toEqual([false, 8]);
  });
});

describe('deliverAll()', () => {
  it('delivers the updates of a chat one after another, those of others beside them, and presses past them', async () => {
    const log: string[] = [];
    let running = 0;
    let most = 0;
    const webhook = async (update: { update_id: number }) => {
      most = Math.max(most, ++running);
      log.push(`begin ${update.update_id}`);
      await Promise.resolve();
      log.push(`end ${update.update_id}`);
      running--;
      return { status: 200, body: null };
    };
    const updates = [1, 2, 3].map((update_id) => ({ ...MESSAGE, update_id }));
    const other = { update_id: 4, message: { chat: { id: 6 } } };
    await deliverAll(
      (update) => webhook(update as { update_id: number }),
      [...updates, other, { ...PRESS, update_id: 5 }],
      {
        secret: 's',
        pass: () => {},
        connections: 2,
      },
    );
    const own = log.filter((entry) => /[123]$/u.test(entry));
    expect(own).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2', 'begin 3', 'end 3']);
    expect([most, log.length]).toEqual([2, 10]);
  });
});
