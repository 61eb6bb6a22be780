import type { PageLanguage } from '../language.ts';

interface Part {
  readonly title: string;
  readonly items: readonly string[];
}

/** What the page about the bot says. */
export interface AboutWords {
  readonly title: string;
  readonly lead: string;
  /** How it works, in order. */
  readonly steps: Part;
  readonly gates: Part;
  readonly never: Part;
  readonly limits: Part;
  readonly privacy: Part;
  readonly scores: string;
  readonly scoresLead: string;
  readonly sets: Readonly<Record<string, string>>;
  readonly set: string;
  readonly questions: string;
  readonly measures: Readonly<Record<string, string>>;
  readonly stale: string;
  readonly curve: string;
  readonly curveLead: (counts: { absent: number; answerable: number }) => string;
  readonly thresholds: Readonly<Record<string, string>>;
  readonly lines: readonly [string, string, string];
  readonly chosen: string;
  readonly at: string;
  readonly numbers: string;
  readonly index: (index: {
    version: string;
    reports: number;
    passages: number;
    figures: number;
    newest: string;
  }) => string;
  readonly scroll: string;
}

export const ABOUT_WORDS: Readonly<Record<PageLanguage, AboutWords>> = {
  zh: {
    title: '关于问据',
    lead: '问据回答关于政府工作报告的问题：先给数字，再给原文，最后给出处。引文与数字都能在报告里逐字找到；报告里没有的，它直说没有，并说明收录了什么。',
    steps: {
      title: '怎么工作',
      items: [
        '读报告：原样保存每份文件，另做一份整理过的文本，两者逐字对应，随时能指回原文的位置。',
        '认结构：分出章节、句子，读出题名、发布机关、地区、期间；自相矛盾的地方记为存疑，跟着答案一起显示。',
        '取数字：找出每个数字的数值、单位、约数、指标、地区、期间和性质（实绩、目标、原值、变化、占比、排名、标准）。',
        '答问题：读懂问的是什么指标、哪里、什么时候，再从句子和数字里找最合的，连同所在的句子一起给出。',
      ],
    },
    gates: {
      title: '两道关',
      items: [
        '引文关：每段引文都必须与报告原文在该位置的文字完全相同，否则不发。',
        '数字关：自己话里的每个数字，都必须是引文里的数字，或由引文里的数字算出，否则不发。',
      ],
    },
    never: {
      title: '不做什么',
      items: [
        '不猜被隐去的数字（**个），也不把它当作零或没有。',
        '不拿别的地区、年份或指标的数字来顶替。',
        '不隐瞒年份是推断的，或原文自相矛盾。',
        '单位、期间或口径不同的数字，不相减。',
      ],
    },
    limits: {
      title: '做不到什么',
      items: [
        '数字本身不会错抄，但可能取到相邻的指标：请看引文，引文就是为此给的。',
        '一字之差的指标（如PM10与PM2.5），报告里没有所问的那个时，偶尔会用相邻的作答。',
        '换了说法太远的问题会答不上来。',
        '合并单元格的表格、多栏的PDF，读出的顺序可能有误。扫描件读不了。',
      ],
    },
    privacy: {
      title: '隐私',
      items: [
        '看这些网页不需要登录，不用cookie，也不向任何第三方发请求。',
        '在Telegram里的提问只保留30天，发 /forget 可立即删除。',
      ],
    },
    scores: '成绩单',
    scoresLead: '用答案已知的问题考出来的，括号里是95%置信区间。每次改动都重考。',
    sets: { dev: '已收录的报告', invented: '虚构的报告' },
    set: '题集',
    questions: '题数',
    measures: {
      right: '答对',
      exact: '数字准确',
      quote: '引文切题',
      masked: '隐去的如实说',
      absent: '没有的说没有',
      answered: '有的不拒答',
      verbatim: '引文逐字相同',
      grounded: '数字有据',
    },
    stale: '考试之后索引更新过，成绩是上一版的。',
    curve: '拒答的分寸',
    curveLead: ({ absent, answerable }) =>
      `门槛越高，${absent}道答案不在报告里的题拒得越多，${answerable}道有答案的题也错拒得越多。竖线是现在用的门槛。`,
    thresholds: {
      figure: '数字旁要有所问',
      score: '总的契合',
      sentence: '句中要有所问',
      sentenceOfPlace: '句中有所问的地名',
      head: '最要紧的词',
    },
    lines: ['该拒的拒了', '不该拒的拒了', '答对'],
    chosen: '现用',
    at: '门槛',
    numbers: '曲线的数据',
    index: ({ version, reports, passages, figures, newest }) =>
      `索引 ${version}：${reports}份报告，${passages}段，${figures}个数字，最新一份发布于${newest}。`,
    scroll: '成绩',
  },
  en: {
    title: 'About Wenju',
    lead: 'Wenju answers questions over Chinese government work reports: the figure first, then the passage, then the source. Every quotation and figure stands word for word in a report; what the reports do not hold, it says so, and says what they do hold.',
    steps: {
      title: 'How it works',
      items: [
        'Reading: each file is kept as found, beside a cleaned text that is bound to it character by character.',
        'Structure: sections and sentences, title, issuer, region and period; where a report contradicts itself, that is shown as a doubt with each answer.',
        'Figures: value, unit, approximation, property, region, period and kind (actual, target, earlier value, change, share, rank, standard) of each.',
        'Answering: what property, where and when is asked; the sentences and figures that fit best, with the passage they stand in.',
      ],
    },
    gates: {
      title: 'Two gates',
      items: [
        'Quotes: each must equal the text of the report at its place, or nothing is sent.',
        'Numbers: each number in its own words must stand in a quote, or be computed from such numbers, or nothing is sent.',
      ],
    },
    never: {
      title: 'What it never does',
      items: [
        'Guess a figure that the source hides (**), or take it for zero or missing.',
        'Answer about one place, year or property with the figure of another.',
        'Hide that a year is inferred or that a report contradicts itself.',
        'Subtract figures of unlike units, periods or scopes.',
      ],
    },
    limits: {
      title: 'What it cannot do',
      items: [
        'A figure is copied exactly, but may be that of something near what was asked. Read the quote; it is there for that.',
        'Things told apart by one word (PM10 and PM2.5) are sometimes answered with their neighbour, where the reports lack the thing.',
        'Far paraphrases are missed.',
        'Tables with merged cells and columns of a PDF page may be read in the wrong order. Scans cannot be read.',
      ],
    },
    privacy: {
      title: 'Privacy',
      items: [
        'These pages need no account, set no cookies and send nothing to third parties.',
        'Questions asked on Telegram are kept for 30 days; /forget deletes them at once.',
      ],
    },
    scores: 'Scorecard',
    scoresLead: 'Measured on questions with known answers, 95% intervals in brackets. Measured anew with each change.',
    sets: { dev: 'the reports held', invented: 'invented reports' },
    set: 'Questions over',
    questions: 'Questions',
    measures: {
      right: 'right',
      exact: 'figure exact',
      quote: 'quote to the point',
      masked: 'hidden told as hidden',
      absent: 'absent told as absent',
      answered: 'held and answered',
      verbatim: 'quotes verbatim',
      grounded: 'figures grounded',
    },
    stale: 'The index has changed since; these are the scores of the one before.',
    curve: 'When to refuse',
    curveLead: ({ absent, answerable }) =>
      `The higher a threshold, the more of ${absent} questions without an answer are refused, and the more of ${answerable} with one. The upright line is the threshold in use.`,
    thresholds: {
      figure: 'what is asked, beside the figure',
      score: 'fit in all',
      sentence: 'what is asked, in the sentence',
      sentenceOfPlace: 'the same, with the place named',
      head: 'the weightiest word',
    },
    lines: ['refused rightly', 'refused wrongly', 'right'],
    chosen: 'in use:',
    at: 'Threshold',
    numbers: 'Data of the curves',
    index: ({ version, reports, passages, figures, newest }) =>
      `Index ${version}: ${reports} reports, ${passages} passages, ${figures} figures, the newest published ${newest}.`,
    scroll: 'Scores',
  },
};
