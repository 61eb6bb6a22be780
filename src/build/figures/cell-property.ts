import type { Span } from '../../core/span.ts';
import { measuresOnly } from './measure.ts';
import type { CellPlace, Mention } from './mention.ts';
import { stripLead, tidy } from './phrase.ts';
import type { Reading, Role } from './reading.ts';
import { plain, type Slot } from './slot.ts';
import { join } from './subject.ts';

/** Marks that number or nest the rows of a table: A、, #, *, 其中： */
const ROW_MARK = /^(?:[A-Za-z][、.．]|[#*＊※○●·—-]+|其中[:：]?|[(（][A-Za-z][)）])+|[*＊]+$/u;
const BRACKETS = /[(（][^()（）]{1,12}[)）]$/u;
/** Heads that say nothing of what is counted. */
const PLAIN_HEAD =
  /^(?:计量)?(?:单位|数量|数值|数据|指标值?|绝对[数量值]|合计|总计|总量|小计|本[年期月季]|实绩|实际|完成数?|累计|年末数|期末数|(?:19|20)\d\d年?(?:\d{1,2}月|[一二三四1-4]季度|上半年)?)$/u;
const CHANGE_HEAD = /增长|增速|增幅|增减|同比|环比|比上年|±/u;
const SHARE_HEAD = /比重|占比|构成/u;

/** What a number in a table counts: by its row, the rows' common head and its column. */
export function readCell(slot: Slot, cell: CellPlace, folded: string): Reading {
  const label = nameAt(folded, cell.label);
  const group = cell.group === null ? '' : nameAt(folded, cell.group);
  const head = cell.head === null ? '' : nameAt(folded, cell.head);
  const subject = isPartOf(label, group) ? join(group, label) : label;
  const [role, suffix] = columnOf(head, slot);
  return {
    ...{ slot, role, subject, property: suffix === '' ? subject : join(subject, suffix) },
    ...{ group: { place: 0, size: 1 }, previous: false, modified: null, dated: '', total: null },
  };
}

/** The year that heads the column of a number, or null. */
export function yearOfCell({ cell }: Mention, folded: string): string | null {
  if (cell?.head == null) return null;
  return /^((?:19|20)\d\d) ?年?/u.exec(folded.slice(cell.head.start, cell.head.end))?.[1] ?? null;
}

function nameAt(folded: string, { start, end }: Span): string {
  const words = stripLead(plain(folded, start, end))
    .replace(ROW_MARK, '')
    .replace(BRACKETS, '');
  return tidy(stripLead(words));
}

/** 床位数, 最低生活保障人数 under 城市最低生活保障: the row alone does not tell whose. */
function isPartOf(label: string, group: string): boolean {
  if (group === '' || label.startsWith(group)) return false;
  return (
    measuresOnly(label) ||
    /^\p{Script=Han}{1,3}数$/u.test(label) ||
    group.length + label.length - join(group, label).length > 2
  );
}

function columnOf(head: string, { mention }: Slot): [Role, string] {
  const rate = mention.form !== 'amount';
  if (rate && CHANGE_HEAD.test(head)) return ['change', '增长率'];
  if (rate && SHARE_HEAD.test(head)) return ['share', '占比'];
  return ['count', PLAIN_HEAD.test(head) ? '' : head];
}
