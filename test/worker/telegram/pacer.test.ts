import { describe, expect, it } from 'vitest';
import { createPacer, Paced } from '../../../src/worker/telegram/pacer.ts';

interface Sent {
  readonly chat: number;
  readonly time: number;
}

/** The most messages in any window of so many milliseconds. */
function busiest(sent: readonly Sent[], window: number): number {
  const times = sent.map(({ time }) => time).sort((a, b) => a - b);
  let most = 0;
  let first = 0;
  for (const [i, time] of times.entries()) {
    while (times[first]! <= time - window) first++;
    most = Math.max(most, i - first + 1);
  }
  return most;
}

function of(chat: number, sent: readonly Sent[]): readonly Sent[] {
  return sent.filter((one) => one.chat === chat);
}

/** Sends `count` messages to each chat as fast as the pacer lets them, the chats in turn; gives what was sent when. */
function sendAll(chats: readonly number[], count: number): Sent[] {
  let time = 0;
  const pacer = createPacer(() => time);
  const due = chats.flatMap((chat) => Array.from({ length: count }, () => ({ chat, at: 0 })));
  const sent: Sent[] = [];
  while (due.length > 0) {
    due.sort((a, b) => a.at - b.at);
    const next = due.shift()!;
    time = Math.max(time, next.at);
    try {
      sent.push({ chat: next.chat, time: time + pacer.reserve(next.chat) });
    } catch (error) {
      if (!(error instanceof Paced)) throw error;
      due.push({ chat: next.chat, at: time + error.seconds * 1000 });
    }
  }
  return sent;
}

describe('createPacer()', () => {
  it('keeps 30 a second over 1,000 groups and is through in two minutes', () => {
    const chats = Array.from({ length: 1000 }, (_, i) => -1 - i);
    const sent = sendAll(chats, 1);
    const seconds = Math.ceil(Math.max(...sent.map(({ time }) => time)) / 1000);
    const [all, own] = [busiest(sent, 1000), Math.max(...chats.map((chat) => busiest(of(chat, sent), 1000)))];
    console.log(
      `promise 8: 1,000 messages to 1,000 groups in ${seconds} s, at most ${all} a second, ${own} in a group`,
    );
    expect(sent).toHaveLength(1000);
    expect([all <= 30, own]).toEqual([true, 1]);
    expect(seconds).toBeLessThanOrEqual(120);
  });

  it('keeps 3 in three seconds in a private chat', () => {
    expect(busiest(sendAll([1], 20), 3000)).toBe(3);
  });

  it('keeps 1 a second in each of three groups', () => {
    const sent = sendAll([-1, -2, -3], 20);
    for (const chat of [-1, -2, -3]) expect(busiest(of(chat, sent), 1000)).toBe(1);
  });

  it('keeps 20 a minute in one busy group', () => {
    expect(busiest(sendAll([-5], 60), 60_000)).toBeLessThanOrEqual(20);
  });

  it('holds back a chat that Telegram has refused, and no other', () => {
    let time = 0;
    const pacer = createPacer(() => time);
    pacer.block(5, 60);
    expect(() => pacer.reserve(5)).toThrow(Paced);
    expect(pacer.reserve(6)).toBe(0);
    time = 60_000;
    expect(pacer.reserve(5)).toBe(0);
  });
});
