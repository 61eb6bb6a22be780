import { baseOf, type Group, itemOf } from './coordination.ts';
import { shortPredicate, splitCounted } from './counted.ts';
import type { Memory } from './memory.ts';
import { namedBefore } from './name-before.ts';
import type { Named } from './named.ts';
import { stripLead, stripTail, tidy } from './phrase.ts';
import { withRank, withSharedHead } from './shared-head.ts';

const SHARE = /^(.*?)(?:约|仅|已|就|分别|均|总计|合计|共)*占(?!地|用|比)(.*)$/u;

/** 资金安排提升到扶持资金的70% */
const LEVEL = /^(.{2,}?)(?:比例|比重)?(?:提升到|提高到|扩大到|上升到|达到|相当于)([^，]{2,})的$/u;

/** What has a share in what: 服务业增加值占地区生产总值比重. */
export function shareProperty(group: Group, memory: Memory): Named {
  const { before, after, mention } = group.first;
  const share = SHARE.exec(before) ?? LEVEL.exec(before);
  if (share !== null) return ofWhole(share, group, memory);
  const counted = splitCounted(after);
  if (/^的/u.test(after) && counted.noun !== '') {
    const noun = tidy(counted.noun);
    return { property: `${shortPredicate(counted.predicate)}${noun}占比`, subject: noun };
  }
  const scope = /(全[国省市县区])的?$/u.exec(before)?.[1];
  if (scope !== undefined && mention.form !== 'amount')
    return { property: `${base(group, memory)}占${scope}比重`, subject: base(group, memory) };
  const named = namedBefore(before.replace(/的$/u, ''));
  if (/的$/u.test(before)) return { property: `${itemOf(named, group)}比例`, subject: named };
  const owner = /^(?:占比|比重|份额)/u.test(named)
    ? `${base(group, memory)}${named}`
    : withRank(itemOf(named, group), memory);
  return { property: owner, subject: owner.replace(/(?:占比|比重|份额)$/u, '') };
}

const WHOLE_END =
  /(?:的)?(?:比重|比例|份额)?(?:约|近|超|超过|分别|均|达|达到|为|提高到|提升到|升至|上升到|的|逾|保持在|稳定在|上升至|提升至|提高至|下降到|降至|已|继续|仍|持续|首次|稳定|进一步|也)*$/u;

function ofWhole(share: RegExpExecArray, group: Group, memory: Memory): Named {
  const named = completed(namedBefore(share[1] ?? ''), share[1] ?? '', memory);
  const owner = named === '' ? base(group, memory) || memory.topic : itemOf(named, group);
  const whole = tidy(stripTail((share[2] ?? '').replace(WHOLE_END, '').replace(/^我[省市县区国]/u, '')));
  return { property: `${owner}占${whole}${whole === '' ? '比' : '比重'}`, subject: owner };
}

/** 较好的占66.9% after 声环境质量好的城市占7.1%: the second leaves out what it shares with the first. */
function completed(named: string, text: string, memory: Memory): string {
  return /的$/u.test(text) ? (withSharedHead(stripLead(text).replace(/的$/u, ''), memory) ?? named) : named;
}

function base(group: Group, memory: Memory): string {
  return baseOf(memory, group);
}
