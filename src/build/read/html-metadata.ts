import { type DomNode, htmlText } from './html-text.ts';

/** What is needed of an element to look for metadata. */
export interface DomElement extends DomNode {
  querySelectorAll(selector: string): Iterable<DomElement>;
  querySelector(selector: string): DomElement | null;
  getAttribute(name: string): string | null;
  remove(): void;
}

/** Labels of the information table above a report on a government page. */
const LABEL =
  /(?:索\s*引\s*号|信息索引|发布机构|发文机关|发布单位|制发机关|公开单位|责任部门|成文日期|发文日期|发布日期|发布时间|生成日期|公开日期|公开时间|发文字号|文\s*号|组配分类|主题分类|体裁分类|公开方式|有效性|信息来源|来\s*源)\s*[:：]?/gu;
const FEWEST_LABELS = 2;
/** A longer element is the page, not its information table. */
const LONGEST = 600;

/** The meta elements that the standard for government sites prescribes, with the labels a reader knows. */
const META: readonly (readonly [string, string])[] = [
  ['PubDate', '发布日期'],
  ['ContentSource', '来源'],
];

/** Lines of metadata that stand outside the article: the information table, and dates and sources of the page's head. */
export function htmlMetadata(document: DomElement, article: string): string[] {
  const lines = informationTable(document).filter((line) => !article.includes(line));
  const known = [article.slice(0, LONGEST), ...lines].join('\n');
  for (const [name, label] of META) {
    const content = document.querySelector(`meta[name="${name}" i]`)?.getAttribute('content')?.trim();
    if (content && !known.includes(label)) lines.push(`${label}：${content}`);
  }
  return lines;
}

/** The innermost element with at least two labels; cells side by side, a line for each row. */
function informationTable(document: DomElement): string[] {
  const candidates = Array.from(document.querySelectorAll('table, dl, ul, div, p'), (element) => htmlText(element));
  const tables = candidates.filter((text) => text.length <= LONGEST && labelsIn(text) >= FEWEST_LABELS);
  const most = Math.max(0, ...tables.map(labelsIn));
  const table = tables.filter((text) => labelsIn(text) === most).sort((a, b) => a.length - b.length)[0];
  return table === undefined ? [] : withValues(table.split('\n')).map((line) => line.replaceAll('\t', ' '));
}

/** A label on a line of its own goes before the value on the next. */
function withValues(lines: readonly string[]): string[] {
  const joined: string[] = [];
  let label = '';
  for (const line of lines) {
    if (label === '' && line.replace(LABEL, '') === '') label = line;
    else {
      joined.push(label + line);
      label = '';
    }
  }
  return label === '' ? joined : [...joined, label];
}

function labelsIn(text: string): number {
  return new Set(text.match(LABEL)?.map((label) => label.replace(/[\s:：]/gu, ''))).size;
}
