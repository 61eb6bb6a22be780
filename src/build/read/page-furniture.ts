/** Lines at the top and at the bottom of a page that may be its header and footer. */
const EDGE = 2;
const FEWEST_REPEATS = 3;
const PAGE_NUMBER = /^(?:第\s*)?[-—–·]*\s*(?:\d{1,4}|[ivxlc]{1,6})\s*[-—–·]*(?:\s*[/共]\s*\d{1,4})?\s*页?$/iu;

/** Pages without what repeats at their edges: headers and footers (digits aside), and page numbers. */
export function withoutPageFurniture(pages: readonly (readonly string[])[]): string[][] {
  if (pages.length === 1) return pages.map((lines) => [...lines]);
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const edges = [...lines.slice(0, EDGE), ...lines.slice(-EDGE)];
    for (const key of new Set(edges.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const repeats = Math.max(FEWEST_REPEATS, Math.ceil(pages.length / 3));
  const isFurniture = (line: string) => PAGE_NUMBER.test(line.trim()) || (counts.get(keyOf(line)) ?? 0) >= repeats;
  return pages.map((lines) => {
    const start = edgeLength(lines, isFurniture);
    const end = edgeLength(lines.slice(start).toReversed(), isFurniture);
    return lines.slice(start, lines.length - end);
  });
}

/** How many of the first lines are furniture. */
function edgeLength(lines: readonly string[], isFurniture: (line: string) => boolean): number {
  const first = lines.slice(0, EDGE).findIndex((line) => !isFurniture(line));
  return first < 0 ? Math.min(EDGE, lines.length) : first;
}

/** Headers differ by page number and chapter only; a sentence is none, however often it comes. */
function keyOf(line: string): string {
  const bare = line.replace(/\s+/gu, '');
  return /[，。；]/u.test(bare) ? bare : bare.replace(/\d+/gu, '#');
}
