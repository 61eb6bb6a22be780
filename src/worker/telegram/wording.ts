import { MAX_QUESTION_LENGTH } from '../question.ts';
import { DIGEST_WORDING_EN, DIGEST_WORDING_ZH, DIGEST_WORDING_ZH_HANT, type DigestWording } from './digest-wording.ts';
import type { Language } from './state/chats.ts';

/** What the bot says besides its answers. Answers themselves are in the language of the reports. */
export interface Wording {
  readonly failed: string;
  readonly tooLong: string;
  readonly notText: string;
  readonly emptyAsk: string;
  readonly introduction: string;
  readonly examples: string;
  readonly inGroups: string;
  /** The commands, one a line. */
  readonly commands: string;
  /** Buttons. */
  readonly source: string;
  readonly more: string;
  readonly context: string;
  readonly copy: string;
  /** Notes that a press is answered with. */
  readonly noMore: string;
  readonly done: string;
  readonly thanks: string;
  readonly expired: string;
  readonly unknownCitation: string;
  /** Limits and access. */
  readonly tooMany: string;
  readonly tooManyToday: string;
  readonly notAllowed: string;
  /** Commands. */
  readonly emptyCompare: string;
  readonly emptyVerify: string;
  readonly verbatim: string;
  readonly differs: string;
  readonly notHeld: string;
  readonly reports: string;
  readonly sources: string;
  readonly noAddress: string;
  readonly chooseReport: string;
  readonly chooseSection: string;
  readonly forgotten: string;
  readonly about: string;
  readonly settings: string;
  readonly language: string;
  readonly automatic: string;
  readonly consents: string;
  readonly refuses: string;
  readonly adminsOnly: string;
  readonly saved: string;
  readonly digest: DigestWording;
}

export const WORDINGS: Readonly<Record<Language, Wording>> = {
  zh: {
    failed: '抱歉，这个问题暂时没能答上来，请稍后再试。',
    tooLong: `问题太长了，请控制在${MAX_QUESTION_LENGTH}个字以内。`,
    notText: '目前只能看懂文字。请把问题打成一句话发给我。',
    emptyAsk: '请在命令后面写上问题。',
    introduction: '我根据收录的政府工作报告回答问题：先给数字，再给原文和出处。报告里没有的，我会直接说没有。',
    examples: '可以这样问：',
    inGroups: '在群里请@我、回复我，或用 /ask 加问题。',
    commands: [
      '/compare 比较两个地方或两年的数字',
      '/figures 按报告和章节浏览数字',
      '/verify 核对一句话是不是报告原文',
      '/reports 收录了哪些报告',
      '/sources 报告的来源网址',
      '/digest 每日摘要，群里只有管理员能改',
      '/settings 语言和记录设置，群里只有管理员能改',
      '/forget 删除我的提问记录',
      '/about 关于这个机器人',
    ].join('\n'),
    source: '原文',
    more: '更多依据',
    context: '上下文',
    copy: '复制引文',
    noMore: '没有更多依据了。',
    done: '已经发过了，请看下面。',
    thanks: '谢谢反馈。',
    expired: '这个按钮已经失效，请重新提问。',
    unknownCitation: '这条出处已经不在收录的报告里了。',
    tooMany: '问得有点快，请过一会儿再问。',
    tooManyToday: '今天的提问次数用完了，请明天再来。',
    notAllowed: '这个机器人只对指定的人和群开放。',
    emptyCompare: '请在命令后面写上要比较的，例如两个地方或两年的同一个数字。',
    emptyVerify: '请在命令后面写上要核对的一句话。',
    verbatim: '原文如此：',
    differs: '与原文不同，原文是：',
    notHeld: '报告里没有这句话。',
    reports: '已收录的报告：',
    sources: '报告的来源：',
    noAddress: '未记录网址',
    chooseReport: '请选一份报告：',
    chooseSection: '请选一节：',
    forgotten: '已经删除您的提问记录和评价。',
    about:
      '我是问据。每个数字和引文都能在报告原文里逐字找到；找不到的我不说。提问只保留30天，用 /forget 可以立即删除；群里只看得到发给我的话。',
    settings: '设置',
    language: '语言',
    automatic: '自动',
    consents: '没答上来的问题：允许留给管理者改进',
    refuses: '没答上来的问题：不保留',
    adminsOnly: '只有群管理员可以改设置。',
    saved: '已保存。',
    digest: DIGEST_WORDING_ZH,
  },
  'zh-hant': {
    failed: '抱歉，這個問題暫時沒能答上來，請稍後再試。',
    tooLong: `問題太長了，請控制在${MAX_QUESTION_LENGTH}個字以內。`,
    notText: '目前只能看懂文字。請把問題打成一句話發給我。',
    emptyAsk: '請在命令後面寫上問題。',
    introduction: '我根據收錄的政府工作報告回答問題：先給數字，再給原文和出處。報告裡沒有的，我會直接說沒有。',
    examples: '可以這樣問：',
    inGroups: '在群組裡請@我、回覆我，或用 /ask 加問題。',
    commands: [
      '/compare 比較兩個地方或兩年的數字',
      '/figures 按報告和章節瀏覽數字',
      '/verify 核對一句話是不是報告原文',
      '/reports 收錄了哪些報告',
      '/sources 報告的來源網址',
      '/digest 每日摘要，群組裡只有管理員能改',
      '/settings 語言和記錄設定，群組裡只有管理員能改',
      '/forget 刪除我的提問記錄',
      '/about 關於這個機器人',
    ].join('\n'),
    source: '原文',
    more: '更多依據',
    context: '上下文',
    copy: '複製引文',
    noMore: '沒有更多依據了。',
    done: '已經發過了，請看下面。',
    thanks: '謝謝意見。',
    expired: '這個按鈕已經失效，請重新提問。',
    unknownCitation: '這條出處已經不在收錄的報告裡了。',
    tooMany: '問得有點快，請過一會兒再問。',
    tooManyToday: '今天的提問次數用完了，請明天再來。',
    notAllowed: '這個機器人只對指定的人和群組開放。',
    emptyCompare: '請在命令後面寫上要比較的，例如兩個地方或兩年的同一個數字。',
    emptyVerify: '請在命令後面寫上要核對的一句話。',
    verbatim: '原文如此：',
    differs: '與原文不同，原文是：',
    notHeld: '報告裡沒有這句話。',
    reports: '已收錄的報告：',
    sources: '報告的來源：',
    noAddress: '未記錄網址',
    chooseReport: '請選一份報告：',
    chooseSection: '請選一節：',
    forgotten: '已經刪除您的提問記錄和評價。',
    about:
      '我是問據。每個數字和引文都能在報告原文裡逐字找到；找不到的我不說。提問只保留30天，用 /forget 可以立即刪除；群組裡只看得到發給我的話。',
    settings: '設定',
    language: '語言',
    automatic: '自動',
    consents: '沒答上來的問題：允許留給管理者改進',
    refuses: '沒答上來的問題：不保留',
    adminsOnly: '只有群組管理員可以改設定。',
    saved: '已儲存。',
    digest: DIGEST_WORDING_ZH_HANT,
  },
  en: {
    failed: 'Sorry, I could not answer that just now. Please try again later.',
    tooLong: `That question is too long. Please keep it within ${MAX_QUESTION_LENGTH} characters.`,
    notText: 'I only understand text so far. Please write your question as a sentence.',
    emptyAsk: 'Please write your question after the command.',
    introduction:
      'I answer from Chinese government work reports: the figure first, then the passage and where it stands. If the reports do not hold it, I say so.',
    examples: 'For example:',
    inGroups: 'In groups, mention me, reply to me, or use /ask with your question.',
    commands: [
      '/compare Compare figures of two places or years',
      '/figures Browse figures by report and section',
      '/verify Check whether a sentence stands in a report',
      '/reports Which reports are held',
      '/sources Where the reports come from',
      '/digest Daily digest; in groups for admins',
      '/settings Language and records; in groups for admins',
      '/forget Delete my questions',
      '/about About this bot',
    ].join('\n'),
    source: 'Source',
    more: 'More evidence',
    context: 'Context',
    copy: 'Copy citation',
    noMore: 'There is no more evidence.',
    done: 'Already sent, please look below.',
    thanks: 'Thank you.',
    expired: 'This button no longer works. Please ask again.',
    unknownCitation: 'That source is no longer among the reports.',
    tooMany: 'That was rather fast. Please ask again in a while.',
    tooManyToday: 'No more questions today. Please come back tomorrow.',
    notAllowed: 'This bot is open to chosen people and groups only.',
    emptyCompare: 'Please write after the command what to compare: one figure of two places or two years.',
    emptyVerify: 'Please write the sentence to check after the command.',
    verbatim: 'Found word for word:',
    differs: 'The source differs. It says:',
    notHeld: 'The reports do not hold this sentence.',
    reports: 'Reports held:',
    sources: 'Where the reports come from:',
    noAddress: 'no address recorded',
    chooseReport: 'Choose a report:',
    chooseSection: 'Choose a section:',
    forgotten: 'Your questions and ratings have been deleted.',
    about:
      'I am Wenju. Every figure and quote can be found in a report, character for character; what cannot be found I do not say. Questions are kept for 30 days, and /forget deletes them at once; in groups I only see what is meant for me.',
    settings: 'Settings',
    language: 'Language',
    automatic: 'Automatic',
    consents: 'Unanswered questions: may be kept for the owners to improve on',
    refuses: 'Unanswered questions: not kept',
    adminsOnly: 'Only admins of the group can change its settings.',
    saved: 'Saved.',
    digest: DIGEST_WORDING_EN,
  },
};

/** The help text, with questions that this index can answer. */
export function helpText(words: Wording, examples: readonly string[]): string {
  const lines = [words.introduction];
  if (examples.length > 0) lines.push('', words.examples, ...examples.map((example) => `· ${example}`));
  lines.push('', words.inGroups, '', words.commands);
  return lines.join('\n');
}
