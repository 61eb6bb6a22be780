/** What is needed of a DOM node, whichever library made it. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
}

const ELEMENT = 1;
const TEXT = 3;
const SKIPPED = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'HEAD',
  'SVG',
  'IFRAME',
  'BUTTON',
  'SELECT',
  'INPUT',
]);
const BLOCKS = new Set([
  ...['P', 'DIV', 'SECTION', 'ARTICLE', 'MAIN', 'HEADER', 'FOOTER', 'ASIDE', 'NAV', 'UL', 'OL', 'LI', 'DL', 'DT', 'DD'],
  ...[
    'H1',
    'H2',
    'H3',
    'H4',
    'H5',
    'H6',
    'TABLE',
    'THEAD',
    'TBODY',
    'TFOOT',
    'TR',
    'CAPTION',
    'BLOCKQUOTE',
    'PRE',
    'HR',
  ],
  ...['FIGURE', 'FIGCAPTION', 'FORM', 'FIELDSET', 'ADDRESS', 'CENTER'],
]);

/** The text of a node: a line for each block and table row, a tab between cells, white space collapsed as a browser does. */
export function htmlText(node: DomNode): string {
  const lines = textOf(node)
    .split('\n')
    .map((line) => line.replace(/ *(\t) */gu, '$1').replace(/^ +| +$/gu, ''));
  return lines.filter((line) => line.trim() !== '').join('\n');
}

function textOf(node: DomNode): string {
  if (node.nodeType === TEXT) return (node.textContent ?? '').replace(/[ \t\r\n\f]+/gu, ' ');
  const name = node.nodeName.toUpperCase();
  if (name === 'BR') return '\n';
  if (name === 'TR' && !isLayout(node)) return `\n${rowOf(node)}\n`;
  if (SKIPPED.has(name)) return '';
  const inner = Array.from(node.childNodes, textOf).join('');
  return BLOCKS.has(name) ? `\n${inner}\n` : inner;
}

/** Old pages are laid out by tables: a row of one cell, or with a table inside, holds paragraphs and not data. */
function isLayout(row: DomNode): boolean {
  return cellsOf(row).length < 2 || hasTable(row);
}

function hasTable(node: DomNode): boolean {
  return Array.from(node.childNodes).some((child) => child.nodeName.toUpperCase() === 'TABLE' || hasTable(child));
}

function cellsOf(row: DomNode): DomNode[] {
  return Array.from(row.childNodes).filter(({ nodeType }) => nodeType === ELEMENT);
}

/** Cells on one line; a paragraph break inside a cell must not look like a new row. */
function rowOf(row: DomNode): string {
  return cellsOf(row)
    .map((cell) => textOf(cell).replace(/\s+/gu, ' ').trim())
    .join('\t');
}
