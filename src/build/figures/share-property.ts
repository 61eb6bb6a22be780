import { baseOf, type Group, listItems } from './coordination.ts';
import { namedBefore } from './count-property.ts';
import { shortPredicate, splitCounted } from './counted.ts';
import type { Memory } from './memory.ts';
import { stripTail, tidy } from './phrase.ts';

const SHARE = /^(.*?)(?:约|仅|已|就|分别|均|总计|合计|共)*占(?!地|用|比)(.*)$/u;

/** What has a share in what: 服务业增加值占地区生产总值比重. */
export function shareProperty(group: Group, memory: Memory): string {
  const { before, after, mention } = group.first;
  const share = SHARE.exec(before);
  if (share === null) {
    if (mention.form === 'fraction' || /的$/u.test(before)) {
      const counted = splitCounted(after);
      if (counted.noun !== '') return `${shortPredicate(counted.predicate)}${tidy(counted.noun)}占比`;
    }
    const named = namedBefore(before.replace(/的$/u, ''));
    return item(group, /^占比|^比重/u.test(named) ? `${baseOf(memory, group)}${named}` : named);
  }
  const owner = namedBefore(share[1] ?? '') || baseOf(memory, group) || memory.topic;
  const whole = tidy(
    stripTail(
      (share[2] ?? '').replace(
        /(?:的)?(?:比重|比例|份额)?(?:约|近|超|超过|分别|均|达|达到|为|提高到|提升到|升至|上升到|的|逾|保持在|稳定在|上升至|提升至|提高至|下降到|降至|已)*$/u,
        '',
      ),
    ),
  );
  return `${item(group, owner)}占${whole}${whole === '' ? '比' : '比重'}`;
}

function item(group: Group, owner: string): string {
  if (group.size < 2) return owner;
  return listItems(owner, group.size)[group.place] ?? owner;
}
