import type { Candidate } from './candidate.ts';
import { countsHan } from './unit.ts';

/** What a rule sees of a candidate. */
interface Sight {
  readonly candidate: Candidate;
  /** Folded text of the number. */
  readonly number: string;
  readonly before: string;
  /** Nothing stands between that and the candidate. */
  readonly touching: boolean;
  readonly after: string;
  /** Unit without alternates, or empty. */
  readonly unit: string;
}

/** A reason why something that reads like an amount is none. */
interface CandidateRule {
  readonly name: string;
  readonly reason: string;
  readonly rejects: (sight: Sight) => boolean;
  /** Whether it also holds for a single expression. */
  readonly always?: true;
}

const isCount = (s: Sight): boolean => s.candidate.unitRead?.unitClass === 'count';
const isHan = (s: Sight): boolean => s.candidate.numeral?.script === 'han';
const isExact = (s: Sight): boolean => s.candidate.approx === null && s.candidate.value !== null;

/** 突破万亿: verbs after which a bare multiplier is an amount. */
const REACHES = /(?:突破|达到?|跨越|跨过|迈上|迈过|站上|首破|破|冲刺|迈进)$/u;
/** Words after which a decimal without unit is an index or ratio: 比值为2.34, 降至2.2. */
const RATIO = /(?:为|达到?|[至到]|缩小|扩大|约|由|从|是)$/u;
const RATIO_ENDS =
  /^(?:$|[，。；、,;）)\s]|[∶:：]1(?!\d)|(?:缩小|扩大|提升|提高|下降|降低|上升|增加|[降升增])[至到为])/u;
const DURATION = /^(?:年|周年|个月|天|周|个星期|星期|小时|个小时|个工作日|工作日|个季度|学年|世纪|分钟)$/u;
/** Words after which a duration is the length of something: 连续5年, 缩短2天, 预期寿命为80年. */
const LENGTH =
  /(?:连续|持续|[压缩控制减]+[到在]|历时|历经|缩短|压缩|延长|提前|平均|寿命|为|达|达到|共|至|增加|减少|超过|超|期限|工期|天数|时间|时长|年限|由|从|保持|连|满|稳定|长达|坚持|累计|约|、)$/u;
const SHORT_DURATION = /^(?:天|小时|分钟|个工作日|工作日)$/u;
/** 一 before these says "a", not "one". */
const ARTICLE_UNIT = /^(?:年|天|周|小时|分|度|方|里|码|两|担|尺|寸|块|毛|角|岁|个月|秒|元|成|折|升|斤|公里|米)$/u;
/** 唯一, 初三, 周六: characters that make a word with the Han digit after them. */
const WORD_BEFORE = /[唯之统单逐专同万初独划归合第周零老小高星]$/u;

export const CANDIDATE_RULES: readonly CandidateRule[] = [
  {
    name: 'malformed',
    reason: '十四五, 1.2.3: a run of numerals that is no number',
    rejects: (s) => s.candidate.numeral?.malformed === true,
    always: true,
  },
  {
    name: 'lone Han digit',
    reason: '零下, 一起: a single Han digit without unit is part of a word',
    rejects: (s) => s.unit === '' && isHan(s) && s.number.length === 1 && isExact(s),
    always: true,
  },
  {
    name: 'leading zero',
    reason: '00017: a number in a register',
    rejects: (s) => /^-?0\d/u.test(s.number),
    always: true,
  },
  {
    name: 'bare multiplier',
    reason: '万元, 千年: a multiplier alone counts only with an approximator or after 突破',
    rejects: (s) =>
      s.candidate.numeral?.bareScale === true &&
      s.number !== '十' &&
      isExact(s) &&
      !(REACHES.test(s.before) && !/^[级大强]/u.test(s.after)),
  },
  {
    name: 'bare number',
    reason: 'a number without unit and multiplier says nothing, but for ratios: 比值为2.34',
    rejects: (s) =>
      s.candidate.form === 'amount' &&
      s.unit === '' &&
      s.candidate.numeral !== null &&
      !/[万亿]/u.test(s.number) &&
      !(/\.\d/u.test(s.number) && RATIO.test(s.before + (s.candidate.approx ?? '')) && RATIO_ENDS.test(s.after)),
  },
  {
    name: 'Han number in a word',
    reason: '万万, 亿万: Han multipliers without unit inside a phrase',
    rejects: (s) =>
      s.candidate.form === 'amount' && s.unit === '' && isHan(s) && isExact(s) && !RATIO_ENDS.test(s.after),
  },
  {
    name: 'one',
    reason: '一个, 一批, 一年: an article',
    rejects: (s) =>
      s.number === '一' &&
      Number.isInteger(s.candidate.value) &&
      (isCount(s) || (isExact(s) && ARTICLE_UNIT.test(s.unit))),
  },
  {
    name: 'two in a name',
    reason: '二次, 二类: 二 before a counting word orders',
    rejects: (s) => s.number === '二' && isCount(s),
  },
  {
    name: 'nought',
    reason: '零部件: 零 as a word',
    rejects: (s) => /^[零〇○]$/u.test(s.number) && !/[%元]/u.test(s.unit),
  },
  {
    name: 'Han number before a rare unit',
    reason: '四方, 三面, 五省: mostly names',
    rejects: (s) =>
      isHan(s) &&
      isExact(s) &&
      Number.isInteger(s.candidate.value) &&
      (s.candidate.numeral?.value ?? 0) < 100 &&
      s.candidate.unitRead !== null &&
      !countsHan(s.unit),
  },
  {
    name: 'size class',
    reason: '100兆瓦级, 百万吨级: a class, not an amount',
    rejects: (s) => s.candidate.form === 'amount' && s.after.startsWith('级'),
  },
  {
    name: 'part of a name',
    reason: 'a letter, plus sign or point touches the number',
    rejects: (s) => s.touching && /[A-Za-z+.·]$/u.test(s.before) && !/[%‰元]/u.test(s.unit),
  },
  {
    name: 'part of a word',
    reason: '唯一, 初三, 星期六',
    rejects: (s) =>
      isHan(s) && s.number.length === 1 && Number.isInteger(s.candidate.value) && WORD_BEFORE.test(s.before),
  },
  {
    name: 'duration that dates',
    reason: '经过五年, 三个月后: when, not how long',
    rejects: (s) =>
      DURATION.test(s.unit) &&
      isExact(s) &&
      Number.isInteger(s.candidate.value) &&
      !LENGTH.test(s.before) &&
      (isHan(s) || !SHORT_DURATION.test(s.unit) || /^(?:内|后|前|以来|来|之内|里)/u.test(s.after)),
  },
  {
    name: 'area named by its parts',
    reason: '山区26县, 四镇: mostly a name',
    rejects: (s) =>
      /^[省市县区镇乡村国]$/u.test(s.unit) && isExact(s) && (isHan(s) || /[区部圈岸级的]$/u.test(s.before)),
  },
];

/** Characters around a candidate that the rules look at. */
const WINDOW = 8;

function sightOf(folded: string, candidate: Candidate): Sight {
  const before = folded.slice(Math.max(0, candidate.start - WINDOW), candidate.start);
  return {
    candidate,
    number: folded.slice(candidate.numeral?.start ?? candidate.numberStart, candidate.numberEnd),
    before: before.trimEnd(),
    touching: before === before.trimEnd(),
    after: folded.slice(candidate.end, candidate.end + WINDOW),
    unit: candidate.unitRead?.base ?? candidate.unit,
  };
}

/** Whether a rule speaks against the candidate. */
export function isRejected(folded: string, candidate: Candidate, rules: readonly CandidateRule[]): boolean {
  const sight = sightOf(folded, candidate);
  return rules.some((rule) => rule.rejects(sight));
}
