import { anyOf } from './words.ts';

const ATTRIBUTE = `(?:计划|预计|估算|概算|年|月|日|总|净|平均|人均|户均|单位|累计|新增|全年|平均每[天日月年]|每[天日月年]|基金|年均|当年|实际|其中)*(?:${anyOf('attributes')}|(?<=每[天日月年])新增)`;
const ONLY_ATTRIBUTE = new RegExp(`^(?:${ATTRIBUTE})$`, 'u');
const ENDS_IN_ATTRIBUTE = new RegExp(`^(.{2,}?)(?:实现)?${ATTRIBUTE}$`, 'u');

/** What the measure belongs to as one word: 直接投资, 固定资产投资. */
const HALF_NAME = /(?:直接|固定资产|可支配|地区|国内|生产|民间|社会消费品|公共预算|财政)$/u;

/** Whether a name only says which measure of something it is: 利润总额, 建筑面积. */
export function measuresOnly(named: string): boolean {
  return ONLY_ATTRIBUTE.test(named);
}

/** 企业 of 企业利润总额; the name itself where it names no measure. */
export function withoutMeasure(named: string): string {
  const owner = ENDS_IN_ATTRIBUTE.exec(named)?.[1];
  return owner === undefined || HALF_NAME.test(owner) ? named : owner;
}
