/** Lines at the top and at the bottom of a page that may be its header and footer. */
const EDGE = 2;
const FEWEST_REPEATS = 3;
const PAGE_NUMBER = /^(?:第\s*)?[-—–·]*\s*(?:\d{1,4}|[ivxlc]{1,6})\s*[-—–·]*(?:\s*[/共]\s*\d{1,4})?\s*页?$/iu;

/** Pages without what repeats at their edges: headers and footers (digits aside), and page numbers. */
export function withoutPageFurniture(pages: readonly (readonly string[])[]): string[][] {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const key of new Set(edgesOf(lines).map((i) => keyOf(lines[i]!)))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const repeats = Math.max(FEWEST_REPEATS, Math.ceil(pages.length / 3));
  return pages.map((lines) => {
    const edges = new Set(edgesOf(lines));
    return lines.filter((line, i) => {
      if (!edges.has(i)) return true;
      return !(pages.length > 1 && PAGE_NUMBER.test(line.trim())) && (counts.get(keyOf(line)) ?? 0) < repeats;
    });
  });
}

function edgesOf(lines: readonly string[]): number[] {
  return lines.map((_, i) => i).filter((i) => i < EDGE || i >= lines.length - EDGE);
}

function keyOf(line: string): string {
  return line.replace(/\s+/gu, '').replace(/\d+/gu, '#');
}
