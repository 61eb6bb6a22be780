import { stripLead, stripTail, tidy } from './phrase.ts';
import { anyOf, isIn } from './words.ts';

/** What follows an amount: the name of what is counted and what is said of it. */
export interface Counted {
  readonly noun: string;
  /** What the counted things do or undergo (开展医养结合服务). */
  readonly predicate: string;
}

const VERB_HERE = new RegExp(
  `^(?:${anyOf('strongVerbs')}|并|且|后|而|但|从|将|把|对|给|按|不|未|仍|这|其中|比|较)`,
  'u',
);
/** Words that end in a character that alone would be a verb. */
const JOINED =
  /(?:[与和及、]\p{Script=Han}|[国公私自原现所具含享持拥特]有|[存现潜内]在|[行作人认]为|[方定意面取导]向|[公中]共|[自理事]由|[平人户年月日亩]均|被动|收获|捕获)$/u;
const GUARD_HERE = new RegExp(`^(?:${anyOf('nounGuards')})`, 'u');
const PREDICATE_LEAD =
  /^(?:已经?|均|都|全部|成功|顺利|正式|率先|先后|分别|如期|共|进行|实施|实现|得到|基本|共同|免费|累计|首次|可|将|更加|更|也|还|于|被(?:[^，]{1,20}?(?=评为|确定为|认定为|列为|列入|授予|命名为|纳入|评定为|表彰))?)+/u;
/** 实施的审批事项: a verb that only tells which things are meant. */
const MODIFIER = /^\p{Script=Han}{2,5}的(?!基础|情况|条件|前提|同时|有)\p{Script=Han}{2,}/u;
const LONGEST_PREDICATE = 18;

/** Splits the text after an amount into name and predicate. Quoted names stay whole. */
export function splitCounted(after: string): Counted {
  const text = after
    .replace(/^[(][^()]*[)]/u, '')
    .replace(/^(?:之多|多|左右|以上|以下)?的*/u, '')
    .replace(/^、.*$/u, '');
  let position = 0;
  while (position < text.length) {
    const rest = text.slice(position);
    const name = /^(?:“[^”]*”|《[^》]*》|[(（][^)）]*[)）])/u.exec(rest) ?? GUARD_HERE.exec(rest);
    if (name !== null) position += name[0].length;
    else if (MODIFIER.test(rest)) position++;
    else if (VERB_HERE.test(rest) && !JOINED.test(text.slice(0, position + 1))) break;
    else if (position > 1 && /^的(?:基础上|情况下|条件下|前提下|同时)/u.test(rest)) break;
    else position++;
  }
  const noun = text.slice(0, position).replace(/(?<![其之集城期])(?:中|里|内|当中|之中)$/u, '');
  return { noun, predicate: text.slice(position) };
}

/** A predicate short enough to stand before the name it says something of. */
export function shortPredicate(predicate: string): string {
  if (/^(?:的|等|位?居|位列|排名|排在|全覆盖$|让|使(?!用)|每[人户名])/u.test(predicate)) return '';
  const lead = stripLead(predicate.replace(PREDICATE_LEAD, '') || predicate);
  const cut = lead.split(/[，,。；]/u)[0] ?? '';
  const short =
    cut.length > LONGEST_PREDICATE
      ? (/^.{2,18}?(?=[、和并”])/u.exec(cut)?.[0] ?? cut.slice(0, LONGEST_PREDICATE))
      : cut;
  return tidy(stripTail(short.replace(/^(\p{Script=Han}{0,2})[了着]/u, '$1'))).replace(/(?:组成|构成|试点|等)$/u, '');
}

/** Whether a name alone does not tell what is meant (项目, 村). */
export function isGeneric(noun: string): boolean {
  return noun.length < 3 || isIn('genericNouns', noun);
}
