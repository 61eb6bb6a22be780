import type { BotCommand } from 'grammy/types';
import type { Language } from './state/chats.ts';

const COMMANDS: readonly ({ readonly command: string } & Readonly<Record<Language, string>>)[] = [
  { command: 'start', zh: '开始使用', 'zh-hant': '開始使用', en: 'Get started' },
  { command: 'help', zh: '怎么用，能问什么', 'zh-hant': '怎麼用，能問什麼', en: 'How to ask, and what about' },
  {
    command: 'ask',
    zh: '提问，例如：/ask 2020年低保对象有多少人',
    'zh-hant': '提問，例如：/ask 2020年低保對象有多少人',
    en: 'Ask the reports a question',
  },
  {
    command: 'compare',
    zh: '比较两个地方或两年的数字',
    'zh-hant': '比較兩個地方或兩年的數字',
    en: 'Compare figures of two places or years',
  },
  {
    command: 'figures',
    zh: '按报告和章节浏览数字',
    'zh-hant': '按報告和章節瀏覽數字',
    en: 'Browse figures by report and section',
  },
  {
    command: 'verify',
    zh: '核对一句话是不是报告原文',
    'zh-hant': '核對一句話是不是報告原文',
    en: 'Check whether a sentence stands in a report',
  },
  { command: 'reports', zh: '收录了哪些报告', 'zh-hant': '收錄了哪些報告', en: 'Which reports are held' },
  { command: 'sources', zh: '报告的来源网址', 'zh-hant': '報告的來源網址', en: 'Where the reports come from' },
  {
    command: 'digest',
    zh: '每日摘要，群里只有管理员能改',
    'zh-hant': '每日摘要，群裡只有管理員能改',
    en: 'Daily digest; in groups for admins',
  },
  {
    command: 'settings',
    zh: '语言和记录设置，群里只有管理员能改',
    'zh-hant': '語言和記錄設定，群組裡只有管理員能改',
    en: 'Language and records; in groups for admins',
  },
  { command: 'forget', zh: '删除我的提问记录', 'zh-hant': '刪除我的提問記錄', en: 'Delete my questions' },
  { command: 'about', zh: '关于这个机器人', 'zh-hant': '關於這個機器人', en: 'About this bot' },
];

/** The commands with what they do, for the menu that Telegram shows. */
export function commandList(language: Language): readonly BotCommand[] {
  return COMMANDS.map(({ command, [language]: description }) => ({ command, description }));
}
