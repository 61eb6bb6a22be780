import * as z from 'zod/mini';
import { FIGURE_KINDS } from '../../core/figure.ts';
import { SORTS } from '../pages/figures/figure-query.ts';
import { MASKED, NOT_STATED } from '../pages/figures/figure-table.ts';
import { MAX_QUESTION_LENGTH } from '../question.ts';

/** Longest value of a filter, in Unicode code points. */
const MAX_FILTER_LENGTH = 100;
/** Earlier questions that are looked at. */
const MAX_HISTORY = 6;

/** A text of at most so many code points; a pair of code units counts once, as in JSON Schema. */
function text(limit: number) {
  const isShort = (value: string) => value.length <= limit || (value.length <= 2 * limit && [...value].length <= limit);
  return z.string().check(z.refine(isShort, `不能超过${limit}个字`), z.meta({ maxLength: limit }));
}

function count({ from, to }: { from: number; to: number }) {
  const range = `须是${from}到${to}的整数`;
  const digits = z.string(range).check(z.regex(/^\d{1,7}$/u, range));
  return z.pipe(z.pipe(digits, z.transform(Number)), z.int(range).check(z.minimum(from, range), z.maximum(to, range)));
}

function choice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, `须是 ${values.join('、')} 之一`);
}

const described = (description: string) => z.meta({ description });
const filter = (description: string) => z.optional(text(MAX_FILTER_LENGTH).check(described(description)));
const question = text(MAX_QUESTION_LENGTH);
const MAX_OFFSET = 9_999_999;
const offset = z._default(count({ from: 0, to: MAX_OFFSET }).check(described('跳过多少条')), 0);

/** The parameters of `GET /api/ask`. */
export const askQuery = z.strictObject({
  q: question.check(described('问题')),
  history: z._default(
    z.pipe(
      z.transform((values: unknown) => (Array.isArray(values) ? values : [values])),
      z
        .array(question)
        .check(z.maxLength(MAX_HISTORY, `最多${MAX_HISTORY}个`), described('这段对话里先前的问题，从早到晚，可重复')),
    ),
    [],
  ),
});

/** The parameters of `GET /api/figures`. */
export const figuresQuery = z.strictObject({
  q: filter('要出现在指标、地区、时期、原文、各级标题或题名里的词，空格分开，都须出现'),
  report: filter('报告编号'),
  section: z.optional(
    count({ from: 0, to: MAX_OFFSET }).check(
      described('标题在原文里的起点，即 sections 里的 start，须与 report 一起给出'),
    ),
  ),
  region: filter(`地区，${NOT_STATED} 表示原文未注明`),
  period: filter(`期间，如 2023，${NOT_STATED} 表示原文未注明`),
  unit: filter(`单位，${NOT_STATED} 表示没有`),
  kind: z.optional(choice([...FIGURE_KINDS, MASKED]).check(described(`数字的性质，${MASKED} 表示原文隐去`))),
  sort: z._default(choice(SORTS).check(described('排序，负号为倒序；数值只在同单位内比较')), 'source'),
  limit: z._default(count({ from: 1, to: 200 }).check(described('最多给多少条')), 50),
  offset,
});

/** The parameters of `GET /api/passages`. */
export const passagesQuery = z.strictObject({
  q: z.optional(question.check(described('要找的词或问题；不给则按原文顺序'))),
  report: filter('报告编号'),
  limit: z._default(count({ from: 1, to: 50 }).check(described('最多给多少段')), 10),
  offset,
});

/** The parameters of `GET /api/verify`. */
export const verifyQuery = z.strictObject({ statement: question.check(described('要核对的一句话')) });

/** A route without parameters. */
export const noQuery = z.strictObject({});
