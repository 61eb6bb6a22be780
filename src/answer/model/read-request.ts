import * as z from 'zod/mini';
import { fold } from '../../core/fold.ts';
import { parseJsonLeniently } from './parse-json.ts';
import type { RefusalReason } from './refusal.ts';

const MEASURES = {
  people: '有多少人',
  households: '有多少户',
  money: '是多少钱',
  percent: '是百分之几',
  count: '有多少个',
  rank: '排第几',
} as const;
const KINDS = { actual: '', target: '目标', change_rate: '同比增长', share: '占比' } as const;

const nullable = <Schema extends z.core.$ZodType>(schema: Schema) => z.optional(z.nullable(schema));
const REQUEST = z.object({
  subject: nullable(z.string()),
  region: nullable(z.string()),
  period: nullable(z.string()),
  measure: nullable(z.enum(['people', 'households', 'money', 'percent', 'count', 'rank'])),
  kind: nullable(z.enum(['actual', 'target', 'change_rate', 'share'])),
});

/** Han characters without numerals: a subject that brings no number, name in Latin letters or markup along. */
const SUBJECT = /^(?:(?![一二三四五六七八九十百千万亿两零〇])\p{Unified_Ideograph}){2,20}$/u;

export type RequestResult =
  /** `question`: what was asked, in words that the rules read; null when the model sees nothing that reports could hold. */
  | { readonly ok: true; readonly question: string | null; readonly subject: string }
  | { readonly ok: false; readonly reason: RefusalReason };

/**
 * Reads what a model made of a question. Place and time must be written in the turns themselves.
 *
 * @param turns the question and the turns before it, as typed
 */
export function readRequest(response: string, turns: readonly string[]): RequestResult {
  const json = parseJsonLeniently(response);
  if (json === undefined) return { ok: false, reason: 'not_json' };
  const parsed = REQUEST.safeParse(json);
  if (!parsed.success) return { ok: false, reason: 'wrong_schema' };
  const { subject, region, period, measure, kind } = parsed.data;
  if (subject === null || subject === undefined || subject === '') return { ok: true, question: null, subject: '' };
  if (!SUBJECT.test(subject)) return { ok: false, reason: 'changed_question' };
  const said = fold(turns.join('\n'));
  const slots = [period ?? '', region ?? ''];
  if (slots.some((slot) => !said.includes(fold(slot)))) return { ok: false, reason: 'changed_question' };
  const asked = measure === null || measure === undefined ? '' : MEASURES[measure];
  return { ok: true, question: `${slots.join('')}${subject}${KINDS[kind ?? 'actual']}${asked}`, subject };
}
