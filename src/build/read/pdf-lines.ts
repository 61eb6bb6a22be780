/** A piece of text as pdf.js gives it. Lengths in points, the origin at the lower left of the page. */
export interface PdfItem {
  readonly str: string;
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
  /** Affine transform; the last two numbers are x and y. */
  readonly transform: readonly number[];
}

/** A gap this wide between two pieces of one line parts table cells; a narrower one may part words. In font sizes. */
const CELL_GAP = 1.8;
const WORD_GAP = 0.2;
const NEW_LINE = 0.6;

interface OpenLine {
  text: string;
  readonly y: number;
  size: number;
  /** Right end of the text so far. */
  end: number;
}

/** The lines of a page in reading order, with a tab between cells. */
export function pdfLines(items: readonly PdfItem[]): string[] {
  const lines: OpenLine[] = [];
  for (const item of items) {
    if (item.str.trim() === '') continue;
    const [x, y] = [item.transform[4] ?? 0, item.transform[5] ?? 0];
    const size = item.height || Math.abs(item.transform[3] ?? 0) || 1;
    const line = lines.at(-1);
    const continues =
      line !== undefined && Math.abs(line.y - y) < NEW_LINE * Math.max(size, line.size) && x >= line.end - size;
    if (!continues) lines.push({ text: item.str, y, size, end: x + item.width });
    else extendLine(line, { item, x, size });
  }
  return lines.map(({ text }) => text.trim()).filter((text) => text !== '');
}

function extendLine(line: OpenLine, { item, x, size }: { item: PdfItem; x: number; size: number }): void {
  const gap = (x - line.end) / size;
  line.text += separator(gap, line.text, item.str) + item.str;
  line.end = x + item.width;
  line.size = size;
}

/** Chinese is set without spaces: a narrow gap is one only between Latin words and numbers. */
function separator(gap: number, before: string, after: string): string {
  if (gap > CELL_GAP) return '\t';
  return gap > WORD_GAP && /[A-Za-z0-9]$/u.test(before) && /^[A-Za-z0-9]/u.test(after) ? ' ' : '';
}
