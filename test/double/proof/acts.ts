import { standing } from '../chats/standing.ts';
import { tooManyRequests } from '../fault.ts';
import { SECRET, type Stage } from './stage.ts';

const FORUM = -100;
const ASK = '@wenju_test_bot 问';

async function forgeRequests({ webhook, api, findings }: Stage): Promise<void> {
  const before = api.journal.length;
  for (const secret of [null, '', 'wrong', `${SECRET} `]) {
    const message = { message_id: 1, date: 1, chat: { id: 5, type: 'private' as const, first_name: 'R' }, text: 'x' };
    const from = { id: 5, is_bot: false, first_name: 'R' };
    const { status } = await webhook({ update_id: 0, message: { ...message, from } }, secret);
    if (status < 400) findings.push('a forged request is accepted');
  }
  if (api.journal.length > before) findings.push('a forged request causes a call');
}

async function deliverTwice(stage: Stage): Promise<void> {
  await stage.say({ chat: 5, text: '问' });
  await stage.delivery.repeat(stage.api.state.updates.all.at(-1)!.update, 10);
  stage.expectSent(5, 1, 'an update delivered eleven times');
}

async function sayWhatIsHard(stage: Stage): Promise<void> {
  await stage.say({ chat: 9, text: 'poison' });
  await stage.say({ chat: 9, text: 'long' });
  stage.expectSent(9, 2, 'an answer of two parts');
}

async function useTopics(stage: Stage): Promise<void> {
  stage.api.state.chats.setTopics(FORUM, [42]);
  stage.api.state.me.can_read_all_group_messages = true;
  await stage.say({ chat: FORUM, by: 5, text: '别人的话' });
  stage.expectSent(FORUM, 0, 'a text for others');
  stage.api.state.me.can_read_all_group_messages = false;
  const more = { message_thread_id: 42, is_topic_message: true };
  await stage.say({ chat: FORUM, by: 5, text: ASK, more });
  const inTopic = stage.api.state.messages(FORUM).every(({ message_thread_id }) => message_thread_id === 42);
  if (!inTopic) stage.findings.push('an answer stands outside of its topic');
}

async function press(stage: Stage): Promise<void> {
  stage.clock.pass(10);
  stage.api.people.press({ chat: 5, message: stage.api.state.messages(5)[0]?.message_id ?? 0, data: 'm:1' });
  await stage.delivery.run();
  if (stage.api.state.presses.size > 0) stage.findings.push('a press is left unanswered');
}

async function askInline(stage: Stage): Promise<void> {
  stage.api.people.askInline(5, '问');
  await stage.delivery.run();
  if (stage.api.state.inlineQueries.size > 0) stage.findings.push('an inline query is left unanswered');
}

async function editQuestion(stage: Stage): Promise<void> {
  await stage.say({ chat: 10, text: '问什么' });
  const id = stage.api.state.updates.all.at(-1)!.update.message!.message_id;
  stage.clock.pass(10);
  stage.api.people.edit({ chat: 10, id, text: '问别的' });
  await stage.delivery.run();
  stage.expectSent(10, 1, 'a question that was edited');
  const [answer] = stage.api.state.messages(10);
  if (answer?.edit_date === undefined) stage.findings.push('an edited question is not answered anew');
}

async function flood(stage: Stage): Promise<void> {
  stage.api.faults.add({ chat: 7 }, tooManyRequests(7));
  await stage.say({ chat: 7, text: '问' });
  stage.expectSent(7, 1, 'a call that was refused');
  for (let i = 0; i < 25; i++) stage.api.people.say({ chat: 8, text: '问' });
  await stage.delivery.run();
  stage.expectSent(8, 25, 'a flood');
}

async function cutConnections(stage: Stage): Promise<void> {
  for (const [chat, when] of [[31, 'after'] as const, [32, 'halfway'] as const]) {
    stage.api.faults.add({ method: 'sendMessage', chat }, { kind: 'reset', when });
    await stage.say({ chat, text: '问' });
    stage.expectSent(chat, 1, 'an answer that was recorded and then cut off');
  }
}

async function shutOut(stage: Stage): Promise<void> {
  const { chats } = stage.api.state;
  chats.close(6);
  for (let i = 0; i < 2; i++) await stage.say({ chat: 6, text: '问' });
  chats.setMember(-8, standing(stage.api.state.me.id, 'restricted'));
  for (let i = 0; i < 2; i++) await stage.say({ chat: -8, by: 5, text: ASK });
  chats.add({ id: -7, type: 'group', title: 'G' });
  chats.move(-7, -1007);
  for (let i = 0; i < 2; i++) await stage.say({ chat: -7, by: 5, text: ASK });
  stage.expectSent(-1007, 2, 'a group that has moved');
}

/** Those who may change settings, and those who may not. */
async function changeSettings(stage: Stage): Promise<void> {
  const { chats } = stage.api.state;
  const chat = -9;
  chats.add({ id: chat, type: 'supergroup', title: 'G' });
  const people = ['creator', 'administrator', 'member', 'restricted', 'left', 'kicked'] as const;
  for (const [i, status] of people.entries()) chats.setMember(chat, standing(20 + i, status));
  const text = '/set@wenju_test_bot 简短';
  for (const by of [20, 21, 'anonymous' as const]) await stage.say({ chat, by, text });
  stage.expectSent(chat, 3, 'settings changed by those who may');
  const outsiders = [22, 23, 24, 25, 26, { channel: -55 }, { channel: -56, isLinked: true }];
  for (const by of outsiders) await stage.say({ chat, by, text });
  chats.setMember(chat, standing(21, 'member'));
  await stage.say({ chat, by: 21, text });
  stage.expectSent(chat, 3, 'settings changed by those who may not');
}

/** In the order in which they are played. */
export const ACTS: readonly ((stage: Stage) => Promise<void>)[] = [
  forgeRequests,
  deliverTwice,
  sayWhatIsHard,
  useTopics,
  press,
  askInline,
  editQuestion,
  flood,
  cutConnections,
  shutOut,
  changeSettings,
];
