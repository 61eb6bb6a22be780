import { readNumeral, readScale, roundValue } from '../../../core/numeral.ts';
import type { Span } from '../../../core/span.ts';
import type { CellPlace, Mention } from '../mention.ts';
import { formOf } from './amount.ts';
import type { Source } from './candidate.ts';
import { readUnit, unitText } from './unit.ts';

/** A bare number in a table, whose unit stands in the table's head. */
export interface TableCell extends Mention {
  readonly cell: CellPlace;
}

interface Row {
  readonly cells: readonly Span[];
}

interface CellUnit {
  readonly unit: string;
  readonly factor: number;
}

interface Table {
  readonly rows: readonly Row[];
  /** Column that tells each row's unit, or -1. */
  readonly unitColumn: number;
  /** Null where the first row already holds numbers. */
  readonly head: Row | null;
  readonly unit: CellUnit | null;
}

const NUMBER = /^[-－]?\d[\d,，]{0,18}(?:\.\d{1,8})?$/u;
const MASK = /^[*•●＊]{1,6}$/u;
const YEAR = /^(?:19|20)\d\d$/u;
const UNIT_LINE = /单位 ?[:：] ?([^\s()，。；]{1,8})/u;
const BRACKETED = /\(([^()]{1,10})\) ?$/u;
const UNIT_COLUMN = /^(?:计量)?单 ?位$/u;
/** Columns whose numbers name or order things. */
const NO_AMOUNT = /序号|编号|代码|编码|年份|年度|日期|时间|电话|邮编|页码|名次|备注/u;
/** How many characters before a table may hold its unit line. */
const ABOVE = 80;

/** Longest text of a cell that is read. */
const LONGEST = 60;
/** A row of cells parted by tabs, or by bars as Markdown writes it. */
const ROW = /\t|\|[^|]{0,60}\|/u;
const PARTS = /[\t|]/u;
/** What stands between rows and ends no table: bars alone, or a heading over the rows below (城市最低生活保障 |). */
const BETWEEN_ROWS = /^\s*\|[\s|]*$|^[^|，。；：,;:]{2,24}\|\s*$/u;
/** Least share of the rows with numbers whose cells in a column are units, for it to tell units without a head. */
const UNIT_SHARE = 0.6;

function cellsOf(line: string, offset: number): Span[] {
  let start = offset;
  const cells = line.split(PARTS).map((cell) => {
    const from = start + cell.length - cell.trimStart().length;
    start += cell.length + 1;
    return { start: from, end: from + cell.trim().length };
  });
  return line.trimStart().startsWith('|') ? cells.slice(1) : cells;
}

/** Runs of at least two rows. */
function tablesOf(folded: string): Row[][] {
  const tables: Row[][] = [];
  let open: Row[] = [];
  let offset = 0;
  for (const line of folded.split('\n')) {
    if (ROW.test(line) || (open.length > 0 && BETWEEN_ROWS.test(line))) {
      if (/[^\s|]/u.test(line)) open.push({ cells: cellsOf(line, offset) });
    } else {
      if (open.length > 1) tables.push(open);
      open = [];
    }
    offset += line.length + 1;
  }
  return open.length > 1 ? [...tables, open] : tables;
}

/** Text of a cell; empty for a missing or overlong one. */
function textAt(text: string, span: Span | undefined): string {
  return span === undefined || span.end - span.start > LONGEST ? '' : text.slice(span.start, span.end);
}

/** 万元, %, 元/人·月 as a unit and the factor of its multiplier; null where the words are no unit. */
function parseUnit(written: string): CellUnit | null {
  const words = written.replace(/(?<=\/.)、/u, '·');
  const scale = readScale(words, 0);
  const unit = readUnit(words, scale.end);
  if (unit === null || unit.end !== words.length) return null;
  return { unit: unitText(words, unit), factor: scale.value };
}

function bracketedUnit(words: string): CellUnit | null {
  const inner = BRACKETED.exec(words)?.[1];
  return inner === undefined ? null : parseUnit(inner.replace(/^单位[:：]?/u, ''));
}

const isNumber = (words: string): boolean => (NUMBER.test(words) && !YEAR.test(words)) || MASK.test(words);

function createTable(folded: string, rows: readonly Row[]): Table {
  const first = rows[0]!;
  const head = first.cells.some((cell) => isNumber(textAt(folded, cell))) ? null : first;
  const start = first.cells[0]?.start ?? 0;
  const line = UNIT_LINE.exec(folded.slice(Math.max(0, start - ABOVE), start + ABOVE));
  const named = head?.cells.findIndex((cell) => UNIT_COLUMN.test(textAt(folded, cell))) ?? -1;
  const unitColumn = named < 0 ? columnOfUnits(folded, rows) : named;
  const unit = line === null ? null : parseUnit(line[1]!);
  return { rows: head === null ? rows : rows.slice(1), unitColumn, head, unit };
}

/** The column that tells the unit of each row where no head says so, or -1. */
function columnOfUnits(folded: string, rows: readonly Row[]): number {
  const counted = rows.filter(({ cells }) => cells.some((cell) => isNumber(textAt(folded, cell))));
  const width = Math.max(0, ...counted.map(({ cells }) => cells.length));
  const telling = (column: number): number =>
    counted.filter(({ cells }) => parseUnit(textAt(folded, cells[column])) !== null).length;
  for (let column = 1; column < width; column++)
    if (counted.length > 1 && telling(column) >= counted.length * UNIT_SHARE) return column;
  return -1;
}

/** Unit of a cell: its row's unit column, its row's label, its column's head, or the line above the table. */
function unitOf(folded: string, table: Table, place: { readonly row: Row; readonly column: number }): CellUnit | null {
  const { row, column } = place;
  const own = table.unitColumn < 0 ? null : parseUnit(textAt(folded, row.cells[table.unitColumn]));
  const head = textAt(folded, table.head?.cells[column]);
  return own ?? bracketedUnit(textAt(folded, row.cells[0])) ?? bracketedUnit(head) ?? table.unit;
}

function readCell(
  source: Source,
  table: Table,
  place: { readonly row: Row; readonly column: number; readonly group: Span | null },
): TableCell | null {
  const { folded } = source;
  const cell = place.row.cells[place.column]!;
  const label = place.row.cells[0]!;
  const head = table.head?.cells[place.column] ?? null;
  const words = textAt(folded, cell);
  if (!isNumber(words) || (head !== null && NO_AMOUNT.test(textAt(folded, head)))) return null;
  const unit = unitOf(folded, table, place);
  if (unit === null || !/[一-龥]/u.test(textAt(folded, label))) return null;
  const masked = MASK.test(words);
  const negative = /^[-－]/u.test(words);
  const numeral = masked ? null : readNumeral(folded, cell.start + (negative ? 1 : 0));
  const value = numeral === null ? null : roundValue(numeral.value * unit.factor * (negative ? -1 : 1));
  return {
    ...cell,
    cell: { label, head, group: place.group },
    form: formOf(unit.unit),
    value,
    min: null,
    max: null,
    unit: unit.unit,
    approx: null,
    masked,
  };
}

/** The bare numbers in tables (rows of cells parted by tabs or bars) whose unit the table tells, in order. */
export function findTableCells(source: Source): TableCell[] {
  return tablesOf(source.folded)
    .map((rows) => createTable(source.folded, rows))
    .flatMap((table) => readTable(source, table));
}

function readTable(source: Source, table: Table): TableCell[] {
  const found: TableCell[] = [];
  let group: Span | null = null;
  for (const row of table.rows) {
    const cells = row.cells.slice(1).map((_, i) => readCell(source, table, { row, column: i + 1, group }));
    const numbers = cells.filter((cell) => cell !== null);
    if (numbers.length === 0) group = row.cells[0] ?? null;
    found.push(...numbers);
  }
  return found;
}
