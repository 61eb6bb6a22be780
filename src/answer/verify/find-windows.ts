import type { StatementToken } from './read-tokens.ts';

/** A stretch of a report's tokens, by their numbers. */
export interface TokenWindow {
  readonly report: number;
  readonly start: number;
  readonly end: number;
}

const WINDOWS = 8;

/** Numbers, and every two neighbours. */
function keysAt(tokens: readonly StatementToken[], at: number): string[] {
  const { text, isNumber } = tokens[at]!;
  const next = tokens[at + 1];
  const pair = next === undefined ? [] : [`${text} ${next.text}`];
  return isNumber || tokens.length === 1 ? [text, ...pair] : pair;
}

/**
 * The stretches of the reports that share most with a statement, each with as much around it as the statement is long, best
 * first.
 */
export function findWindows(
  stated: readonly StatementToken[],
  reports: readonly (readonly StatementToken[])[],
): TokenWindow[] {
  const wanted = new Set(stated.flatMap((_, at) => keysAt(stated, at)));
  const found = reports.flatMap((tokens, report) => {
    const hits = tokens.flatMap((_, at) => keysAt(tokens, at).flatMap((key) => (wanted.has(key) ? [at] : [])));
    return densest(hits, stated.length).map(({ at, count }) => ({
      count,
      window: {
        report,
        start: Math.max(0, at - stated.length),
        end: Math.min(tokens.length, at + 2 * stated.length + 1),
      },
    }));
  });
  return found
    .sort((a, b) => b.count - a.count)
    .slice(0, WINDOWS)
    .map(({ window }) => window);
}

/** Positions from which on most hits lie within a length, at least a length apart. */
function densest(hits: readonly number[], length: number): { at: number; count: number }[] {
  const counted: { at: number; count: number }[] = [];
  let end = 0;
  hits.forEach((at, i) => {
    while (end < hits.length && hits[end]! <= at + length) end++;
    counted.push({ at, count: end - i });
  });
  const kept: { at: number; count: number }[] = [];
  for (const candidate of counted.sort((a, b) => b.count - a.count || a.at - b.at)) {
    if (kept.length === WINDOWS) break;
    if (kept.every(({ at }) => Math.abs(at - candidate.at) > length)) kept.push(candidate);
  }
  return kept;
}
