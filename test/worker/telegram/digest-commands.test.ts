import { describe, expect, it } from 'vitest';
import { createCorpus } from '../../../src/answer/corpus/corpus.ts';
import { createDigest } from '../../../src/answer/digest/create-digest.ts';
import type { Reply } from '../../../src/core/block.ts';
import { createDivisions } from '../../../src/core/divisions.ts';
import type { Database } from '../../../src/worker/database.ts';
import { createDigestSettings } from '../../../src/worker/digest/digest-settings.ts';
import { createOwnersReports } from '../../../src/worker/telegram/state/reports.ts';
import { createInventedArtefact } from '../../answer/invented-artefact.ts';
import cases from '../../cases/digest-commands.json' with { type: 'json' };
import { createHarness, type OutgoingCall, post, textUpdate } from '../harness.ts';

const NOW = Date.parse('2026-11-22T03:00:00Z');
const DIGEST = createDigest(createCorpus(createInventedArtefact(), createDivisions()));
const GROUP = { id: -100, type: 'supergroup', title: 'G' };
const PERSON = { id: 8, is_bot: false, first_name: 'U', language_code: 'zh-hans' };
/** As Telegram shows whoever writes as the group. */
const ANONYMOUS = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };

const PLACES = [
  { place: 'group', chat: GROUP, topic: 0, message: {} },
  { place: 'topic', chat: GROUP, topic: 7, message: { message_thread_id: 7, is_topic_message: true } },
] as const;
const SENDERS = [
  { sender: 'admin', status: 'administrator', message: { from: PERSON }, admitted: true },
  { sender: 'member', status: 'member', message: { from: PERSON }, admitted: false },
  { sender: 'anonymous admin', status: 'left', message: { from: ANONYMOUS, sender_chat: GROUP }, admitted: true },
] as const;
const GROUP_ROWS = PLACES.flatMap((place) =>
  SENDERS.map((sender) => ({ ...place, ...sender, message: { ...place.message, ...sender.message } })),
);
const ROWS = [
  ...GROUP_ROWS,
  {
    ...{ place: 'private chat', chat: { id: 8, type: 'private', first_name: 'U' }, topic: 0 },
    ...{ sender: 'person', status: 'left', message: { from: PERSON }, admitted: true },
  },
];

function createChat(status: string) {
  return createHarness({
    now: () => NOW,
    parts: { digest: DIGEST },
    telegram({ method, parameters }: OutgoingCall) {
      const user = { id: Number(parameters.user_id), is_bot: false, first_name: 'U' };
      const message = { message_id: 9, date: 1, chat: GROUP, text: 'x' };
      return Response.json({ ok: true, result: method === 'getChatMember' ? { status, user } : message });
    },
  });
}

describe('/digest', () => {
  let right = 0;
  it.each(ROWS)('by $sender in a $place: every command behaves as written', async (row) => {
    for (const { command, change, reply } of cases) {
      const harness = createChat(row.status);
      const store = createDigestSettings(harness.bindings.DB as Database, () => NOW);
      await post(harness, textUpdate(`/digest ${command}`, { chat: row.chat, ...row.message }));
      const kept = await store.find({ chat: row.chat.id, topic: row.topic });
      const sent = harness.calls.filter(({ method }) => method === 'sendMessage');
      const texts = sent.map(({ parameters }) => String(parameters.text));
      for (const { parameters } of sent) {
        expect([parameters.chat_id, parameters.message_thread_id ?? 0]).toEqual([row.chat.id, row.topic]);
      }
      if (row.admitted) {
        const expected = change && 'pausedUntil' in change && change.pausedUntil ? shifted(change.pausedUntil) : change;
        if (expected === undefined) expect(kept?.settings.isOn ?? false).toBe(false);
        else expect(kept?.settings).toMatchObject(expected);
        expect(texts.join('\n')).toContain(reply);
        // The digest itself comes by the queue.
        expect(texts).toHaveLength(command === 'now' ? 2 : 1);
      } else {
        expect([kept, texts]).toEqual([null, ['只有群管理员可以改设置。']]);
      }
      right++;
    }
  });

  it('tells its figure', () => {
    const wrong = cases.filter((one) => one.wrong).length;
    console.log(
      `digest commands: ${right} of ${ROWS.length * cases.length} as written (${cases.length} commands, ${wrong} of them wrong, by ${ROWS.length} kinds of sender and place)`,
    );
    expect(right).toBe(ROWS.length * cases.length);
  });

  it('sends the digest of a day once, however often it is asked for', async () => {
    const harness = createChat('administrator');
    for (let i = 0; i < 3; i++)
      await post(harness, textUpdate('/digest now', { message_id: i, chat: GROUP, from: PERSON }));
    const texts = harness.calls.map(({ parameters }) => String(parameters.text ?? ''));
    expect(texts.filter((text) => text.includes('——《'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('一天只发一次'))).toHaveLength(2);
  });

  it('shows the same in a preview as it then sends', async () => {
    const harness = createChat('administrator');
    await post(harness, textUpdate('/digest preview', { message_id: 1, chat: GROUP, from: PERSON }));
    await post(harness, textUpdate('/digest now', { message_id: 2, chat: GROUP, from: PERSON }));
    const digests = harness.calls.filter(({ parameters }) => String(parameters.text).includes('——《'));
    expect(digests).toHaveLength(2);
    expect(digests[1]!.parameters.text).toBe(digests[0]!.parameters.text);
    expect(digests[1]!.parameters.entities).toEqual(digests[0]!.parameters.entities);
  });

  it('says why: the last one, its time, and the next', async () => {
    const harness = createChat('administrator');
    await post(harness, textUpdate('/digest on', { message_id: 1, chat: GROUP, from: PERSON }));
    await post(harness, textUpdate('/digest now', { message_id: 2, chat: GROUP, from: PERSON }));
    await post(harness, textUpdate('/digest why', { message_id: 3, chat: GROUP, from: PERSON }));
    const text = String(harness.calls.at(-1)!.parameters.text);
    expect(text).toContain('最近一次发出：2026-11-22 11:00 已发出');
    expect(text).toContain('下次：2026-11-23 07:30');
  });
});

describe('questions without an answer', () => {
  const DAY = 86_400_000;
  const GIVEN = '甲市的星星有多少颗 @someone';
  const ABSENT: Reply = {
    answer: { type: 'absent', reason: 'property', figures: [], quotes: [], caveats: [], text: '报告里没有。' },
    blocks: [{ type: 'headline', text: '报告里没有。' }],
  };

  /** What the digest of the day after says, and what the owners are shown. */
  async function ask(switches: readonly string[]) {
    let time = NOW;
    const harness = createHarness({ now: () => time, parts: { digest: DIGEST }, reply: () => ABSENT });
    const chat = { id: 8, type: 'private', first_name: 'U' };
    const say = (text: string, id: number) =>
      post(harness, textUpdate(text, { message_id: id, chat, from: { ...PERSON, id: 8 } }));
    for (const [i, command] of switches.entries()) await say(command, i);
    await say(GIVEN, 50);
    time += DAY;
    await say('/digest preview', 51);
    const { unanswered } = await createOwnersReports(harness.bindings.DB as Database, () => time).summarize();
    return { text: String(harness.calls.at(-1)!.parameters.text), unanswered };
  }

  it('are listed on the day after where the chat has opted in, and shown to nobody else', async () => {
    const { text, unanswered } = await ask(['/digest on', '/digest ask-unanswered on']);
    expect(text).toContain('昨天没有答上来的问题\n· “甲市的星星有多少颗 ＠someone”');
    expect(unanswered).toEqual([]);
  });

  it('are not kept where it has not, or has opted out', async () => {
    for (const switches of [['/digest on'], ['/digest on', '/digest ask-unanswered on', '/digest ask-unanswered off']])
      expect((await ask(switches)).text).not.toContain('昨天没有答上来的问题');
  });
});

function shifted(length: number) {
  return { pausedUntil: NOW + length };
}
