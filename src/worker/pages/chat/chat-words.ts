import type { PageLanguage } from '../language.ts';

/** What stands around the conversation, and what the script says. */
interface ChatWords {
  readonly heading: string;
  readonly held: (counts: { readonly reports: number; readonly figures: number }) => string;
  readonly commands: string;
  readonly log: string;
  readonly question: string;
  readonly placeholder: string;
  readonly send: string;
  readonly restart: string;
  readonly typing: string;
  readonly copied: string;
  readonly failed: string;
}

export const CHAT_WORDS: Readonly<Record<PageLanguage, ChatWords>> = {
  zh: {
    heading: '向政府工作报告提问',
    held: ({ reports, figures }) =>
      `已收录${reports}份报告、${figures}个数字。与 Telegram 里的是同一个机器人，可以追问。`,
    commands: '也可以：/compare 比较，/figures 浏览数字，/verify 核对一句话，/reports 看收录了什么，/help 看全部。',
    log: '对话',
    question: '问题',
    placeholder: '问一个数字，或一件事',
    send: '发送',
    restart: '新对话',
    typing: '正在查找……',
    copied: '已复制',
    failed: '没有送达，请再试一次。',
  },
  en: {
    heading: 'Ask the government work reports',
    held: ({ reports, figures }) =>
      `${reports} reports with ${figures} figures. The same bot as on Telegram: follow up as you like.`,
    commands:
      'Also: /compare two figures, /figures to browse, /verify a sentence, /reports for what is held, /help for everything.',
    log: 'Conversation',
    question: 'Question',
    placeholder: 'Ask for a figure, or about something',
    send: 'Send',
    restart: 'New conversation',
    typing: 'Looking it up…',
    copied: 'Copied',
    failed: 'That did not arrive. Please try again.',
  },
};
