import { readNumeral } from '../../../core/numeral.ts';
import { withApproximators } from './bounded.ts';
import type { Candidate, Source } from './candidate.ts';

/** What stands before a place in an order: 均居全省, 升至全国, 位列, 综合考核评价中稳居. */
const BEFORE_RANK =
  /(?:居|列|排名?|位于|位次|[升跃]至|升到|跃升|并列|保持|继续|全国|全省|全市|全区|全县|全球|世界|国内|省内|亚洲|内地|[东中西]部|城市|[省市县区]|获)(?:的|了|各[^，。；]{0,4})?$/u;
const AFTER_RANK = /^(?:$|[，。；、,.;!！？?)）”"\s:：]|的(?!十|[二三四五六七八九]次)|和|及|与|且|并|位|名)/u;
/** 摆在首位: a matter of importance, not of order. */
const IMPORTANCE = /(?:[摆放置作]在?|于|作为|当作|视为)[^，。；]{0,4}$/u;
const PLACE_UNIT = /^[位名](?!是|称|书记|代表|同志|教师|医)/u;
/** Characters before a rank that are looked at. */
const WINDOW = 14;

function readFirst(source: Source, start: number, from: number): Candidate | null {
  const before = clauseBefore(source.folded, start);
  if (IMPORTANCE.test(before) || !/[居列位保持第全各并排升部]/u.test(before)) return null;
  return withApproximators(source, { start, end: start + 2, value: 1, unit: '位', form: 'rank' }, from);
}

function clauseBefore(folded: string, at: number): string {
  return folded.slice(Math.max(0, at - WINDOW), at).replace(/^.*[，。；,;]/su, '');
}

/** 第三, 第1位, 首位 where a place in an order is told, or null. `from`: end of the mention before. */
export function readRank(source: Source, start: number, from: number): Candidate | null {
  const { folded } = source;
  if (folded.startsWith('首位', start)) return readFirst(source, start, from);
  if (folded[start] !== '第') return null;
  const numeral = readNumeral(folded, start + 1);
  if (numeral === null || numeral.malformed) return null;
  const unit = PLACE_UNIT.test(folded.slice(numeral.end, numeral.end + 3)) ? folded[numeral.end]! : '';
  const end = numeral.end + unit.length;
  if (unit === '' && !BEFORE_RANK.test(clauseBefore(folded, start))) return null;
  if (unit === '' && !AFTER_RANK.test(folded.slice(end, end + 3))) return null;
  return withApproximators(source, { start, end, value: numeral.value, unit, form: 'rank' }, from);
}
