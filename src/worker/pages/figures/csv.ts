/** A cell: numbers stay numbers, null is empty. */
export type Cell = string | number | boolean | null;

/** What a spreadsheet would take for the start of a formula (OWASP, CSV injection), in both widths. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;
const QUOTED = /[",\r\n]/u;
/** Without it spreadsheets read UTF-8 as the local encoding. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Rows as RFC 4180 has them, with a byte order mark; text that looks like a formula starts with an apostrophe. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
