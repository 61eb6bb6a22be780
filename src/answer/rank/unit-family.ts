import { matchView } from '../match-view.ts';
import type { UnitFamily } from '../query/query.ts';

const FAMILIES: readonly (readonly [UnitFamily, RegExp])[] = [
  ['percent', /%|‰|百分点|个点|成$/u],
  ['money', /元|美金|欧元|英镑/u],
  ['area', /平方|亩|公顷|平米|㎡/u],
  ['weight', /吨|斤|克|千瓦|立方|升|米|公里|度$|微克|分贝/u],
  ['multiple', /倍|番/u],
  ['household', /^(?:余|多)?户(?!次)/u],
  ['person', /人|名|位|口|户次|学生|岁/u],
  ['days', /^(?:余|多|个)?(?:天|日|小时|分钟|秒|工作日)$/u],
];

/** The family of a figure's unit; counting words that are no persons, households or measures are `count`. */
export function unitFamily({ unit, kind }: { readonly unit: string; readonly kind: string }): UnitFamily {
  if (kind === 'rank') return 'rank';
  if (unit === '') return 'other';
  const folded = matchView(unit).replace(/\s/gu, '');
  return FAMILIES.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'count';
}

/** Families of which one never answers for another. */
const STRICT: ReadonlySet<UnitFamily> = new Set<UnitFamily>([
  'percent',
  'money',
  'area',
  'weight',
  'multiple',
  'rank',
  'date',
  'days',
]);

const DIMENSIONS: readonly RegExp[] = [
  /[微毫]克|克\/|\/立方/u,
  /吨|斤|(?<![微毫])克$/u,
  /立方/u,
  /千瓦|度$/u,
  /分贝/u,
  /(?:^|[万亿千余多])(?:公里|里|千米|[厘毫]?米)$/u,
];

/** Whether two units of measure measure one thing: length, mass, volume, power, sound; unknown ones may. */
export function dimensionsAgree(asked: string, found: string): boolean {
  const [a, b] = [asked, matchView(found).replace(/\s/gu, '')].map((unit) =>
    DIMENSIONS.findIndex((pattern) => pattern.test(unit)),
  );
  return a === b || a === -1 || b === -1;
}

/** Whether a figure of one family may answer a question for another. */
export function unitsAgree(asked: UnitFamily, found: UnitFamily): boolean {
  if (asked === found || found === 'other') return true;
  return !STRICT.has(asked) && !STRICT.has(found);
}
