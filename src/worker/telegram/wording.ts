import { MAX_QUESTION_LENGTH } from '../question.ts';
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
    source: '原文',
    more: '更多依据',
    context: '上下文',
    copy: '复制引文',
    noMore: '没有更多依据了。',
    done: '已经发过了，请看下面。',
    thanks: '谢谢反馈。',
    expired: '这个按钮已经失效，请重新提问。',
    unknownCitation: '这条出处已经不在收录的报告里了。',
  },
  'zh-hant': {
    failed: '抱歉，這個問題暫時沒能答上來，請稍後再試。',
    tooLong: `問題太長了，請控制在${MAX_QUESTION_LENGTH}個字以內。`,
    notText: '目前只能看懂文字。請把問題打成一句話發給我。',
    emptyAsk: '請在命令後面寫上問題。',
    introduction: '我根據收錄的政府工作報告回答問題：先給數字，再給原文和出處。報告裡沒有的，我會直接說沒有。',
    examples: '可以這樣問：',
    inGroups: '在群組裡請@我、回覆我，或用 /ask 加問題。',
    source: '原文',
    more: '更多依據',
    context: '上下文',
    copy: '複製引文',
    noMore: '沒有更多依據了。',
    done: '已經發過了，請看下面。',
    thanks: '謝謝意見。',
    expired: '這個按鈕已經失效，請重新提問。',
    unknownCitation: '這條出處已經不在收錄的報告裡了。',
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
    source: 'Source',
    more: 'More evidence',
    context: 'Context',
    copy: 'Copy citation',
    noMore: 'There is no more evidence.',
    done: 'Already sent, please look below.',
    thanks: 'Thank you.',
    expired: 'This button no longer works. Please ask again.',
    unknownCitation: 'That source is no longer among the reports.',
  },
};

/** The help text, with questions that this index can answer. */
export function helpText(words: Wording, examples: readonly string[]): string {
  const lines = [words.introduction];
  if (examples.length > 0) lines.push('', words.examples, ...examples.map((example) => `· ${example}`));
  lines.push('', words.inGroups);
  return lines.join('\n');
}
