import type { Memory } from './memory.ts';

const ADJECTIVE = /(?:好|差|高|低|大|小|多|少|优|良)$/u;

/**
 * Completes a name of which only the modifier is said, from the last name with a modifier: after 环比上涨城市个数,
 * 持平的为4个 is 环比持平城市个数.
 *
 * @param modifier what stands before 的
 */
export function withSharedHead(modifier: string, memory: Memory): string | null {
  const model = memory.readings.findLast(({ modified }) => modified !== null)?.modified;
  if (model == null) return null;
  const dropped = ADJECTIVE.test(model.modifier) ? 1 : 2;
  return `${model.modifier.slice(0, -dropped)}${modifier}${model.head}`;
}

/** Modifier and head of a name such as 价格上涨的城市个数, or null. */
export function modifierOf(before: string): { modifier: string; head: string } | null {
  const parts = /^(.{3,})的([^的]{2,8})$/u.exec(before);
  return parts === null ? null : { modifier: parts[1]!, head: parts[2]! };
}

const RANKED = /(?:排名)?前[\d一二三四五六七八九十百]+[位名家强](?:的?企业)?/u;

/** 前10位 after 批发前5位企业销售额 is 批发前10位销售额. */
export function withRank(named: string, memory: Memory): string {
  const top = /^前[\d一二三四五六七八九十百]+[位名家强](?:占比)?$/u.exec(named)?.[0];
  const model = top === undefined ? undefined : memory.readings.findLast(({ subject }) => RANKED.test(subject));
  return model === undefined
    ? named
    : model.subject.replace(RANKED, named.replace(/占比$/u, '')) + (/占比$/u.exec(named)?.[0] ?? '');
}
