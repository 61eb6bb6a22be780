import { countWidths } from '../../core/display-width.ts';

/** Columns of a telephone's screen in the client's monospaced font. */
const MAX_WIDTH = 32;
/** Columns that stand side by side when the whole row does not fit; the rest goes below them. */
const LEADING_COLUMNS = 3;
const WIDE_SPACE = '\u3000';
const INDENT = WIDE_SPACE;

type Row = readonly string[];

/**
 * Rows as lines of one width a column: each cell is filled with wide spaces to the most wide characters of its column and with
 * narrow ones to the most narrow. So columns stand in line whatever the ratio of the two widths is in the reader's font.
 *
 * @returns null when that is too wide for a telephone, even with the last columns on a line of their own
 */
export function drawTable(rows: readonly Row[]): string | null {
  const whole = drawColumns(rows);
  if (isNarrow(whole)) return whole.join('\n');
  const leading = drawColumns(rows.map((row) => row.slice(0, LEADING_COLUMNS)));
  const lines = leading.flatMap((line, i) => {
    const rest = rows[i]!.slice(LEADING_COLUMNS).filter((cell) => cell !== '');
    return rest.length === 0 ? [line] : [line, `${INDENT}${rest.join(' ')}`];
  });
  return isNarrow(lines) ? lines.join('\n') : null;
}

function isNarrow(lines: readonly string[]): boolean {
  return lines.every((line) => {
    const { wide, narrow } = countWidths(line);
    return 2 * wide + narrow <= MAX_WIDTH;
  });
}

function drawColumns(rows: readonly Row[]): readonly string[] {
  const columns = Math.max(...rows.map(({ length }) => length));
  const cells = rows.map((row) => Array.from({ length: columns }, (_, i) => row[i] ?? ''));
  const widths = Array.from({ length: columns }, (_, i) => {
    const counts = cells.map((row) => countWidths(row[i]!));
    return {
      wide: Math.max(...counts.map(({ wide }) => wide)),
      narrow: Math.max(...counts.map(({ narrow }) => narrow)),
    };
  });
  return cells.map((row) => {
    const last = row.findLastIndex((cell) => cell !== '');
    // Nothing is filled after the last cell of a row.
    return row
      .slice(0, last + 1)
      .map((cell, i) => (i === last ? cell : fill(cell, widths[i]!)))
      .join(' ');
  });
}

function fill(cell: string, width: { wide: number; narrow: number }): string {
  const { wide, narrow } = countWidths(cell);
  return cell + WIDE_SPACE.repeat(width.wide - wide) + ' '.repeat(width.narrow - narrow);
}
