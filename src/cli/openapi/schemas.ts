import * as z from 'zod/mini';
import { FIGURE_KINDS } from '../../core/figure.ts';

/** What the API answers with, by the name each has in the OpenAPI document. All sizes and positions are in UTF-16 code units. */

const position = z.int().check(z.nonnegative());
const count = position;
const textOrNull = z.nullable(z.string());
const numberOrNull = z.nullable(z.number());
const kind = z.enum(FIGURE_KINDS).check(note('实际、目标、对比期、变化率、占比、名次、限额'));

function note(description: string) {
  return z.meta({ description });
}

const span = {
  report: z.string().check(note('报告编号')),
  start: position.check(note('在原文里的起点，按 UTF-16 码元计')),
  end: position.check(note('终点，不含')),
};

const amount = {
  value: numberOrNull.check(note('万、亿已展开，百分数照写；隐去、模糊或是区间时为 null')),
  min: numberOrNull,
  max: numberOrNull,
  unit: z.string(),
  raw: z.string().check(note('原文的写法')),
  approx: textOrNull.check(note('约、近、余等')),
  kind,
  property: z.string().check(note('数的是什么')),
  region: textOrNull,
  period: textOrNull,
};

const quote = {
  ...span,
  text: z.string().check(note('原文，逐字')),
  display: z.string().check(note('整理后便于阅读的写法')),
  title: z.string(),
  place: z.string().check(note('各级标题')),
  url: z.string().check(note('原文页的路径')),
};
const quoteSchema = z.object(quote);

const answer = z.object({
  type: z.enum(['answer', 'masked', 'absent']),
  reason: z.nullable(z.enum(['region', 'period', 'property', 'off_topic'])),
  figures: z.array(z.object({ ...amount, quote: count.check(note('在 quotes 里的序号')) })),
  quotes: z.array(quoteSchema).check(z.maxLength(5)),
  caveats: z.array(z.string()),
  text: z.string().check(note('发给读者的全文')),
});

const figure = z.object({
  ...span,
  ...amount,
  masked: z.boolean().check(note('原文隐去了数字')),
  cumulative: z.boolean().check(note('累计数')),
  partOf: z.nullable(position).check(note('所属总数在同一份报告里的起点')),
  title: z.string(),
  place: z.string(),
  url: z.string(),
});
const page = { limit: count, offset: count };

const heldReport = {
  id: z.string(),
  title: z.string(),
  issuer: textOrNull,
  documentNumber: textOrNull,
  region: textOrNull,
  regionPath: z.array(z.string()),
  period: textOrNull,
  published: textOrNull,
  url: textOrNull,
  doubts: z.array(
    z.object({
      about: z.enum(['title', 'issuer', 'region', 'period', 'published']),
      note: z.string(),
      evidence: z.array(z.object({ start: position, end: position })),
    }),
  ),
  figures: count,
  length: count,
  page: z.string(),
};

const section = z.object({
  start: position,
  end: position,
  heading: z.string(),
  label: z.string(),
  level: count,
  parent: z.nullable(count).check(note('上级标题在同一列表里的序号')),
  plan: z.boolean().check(note('讲的是打算')),
  period: textOrNull,
});

const verification = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('verbatim'), quote: quoteSchema }),
  z.object({
    verdict: z.literal('differs'),
    quote: quoteSchema,
    parts: z.array(z.object({ same: z.boolean(), stated: z.string(), source: z.string() })),
  }),
  z.object({ verdict: z.literal('not_held') }),
]);

export const SCHEMAS = {
  Answer: answer,
  FiguresPage: z.object({ total: count, ...page, figures: z.array(figure) }),
  ReportList: z.object({ version: z.string(), reports: z.array(z.object(heldReport)) }),
  ReportDetail: z.object({ ...heldReport, sections: z.array(section), source: z.string() }),
  PassagesPage: z.object({
    ...page,
    passages: z.array(z.object({ ...quote, rank: z.nullable(z.int()), damaged: z.boolean() })),
  }),
  Verification: verification,
  Examples: z.object({ examples: z.array(z.string()) }),
  Error: z.object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      parameter: z.optional(z.string().check(note('出错的参数'))),
    }),
  }),
} as const;

export type SchemaName = keyof typeof SCHEMAS;
