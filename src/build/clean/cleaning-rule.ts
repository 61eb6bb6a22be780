import type { Edit } from '../../core/edit.ts';
import type { TextLine } from './text-line.ts';

/** An edit before the rule that made it is noted. */
export type Change = Omit<Edit, 'rule'>;

/** A text as rules see it. */
export interface Page {
  readonly text: string;
  /** Its lines, made when first asked for and shared by the rules that leave the text as it is. */
  readonly lines: () => readonly TextLine[];
}

/** One step of cleaning. It sees the text that the rules before it left, and only removes or restores. */
export interface CleaningRule {
  readonly name: string;
  /** What goes wrong without it. */
  readonly reason: string;
  /** Sorted, not overlapping. */
  readonly find: (page: Page) => readonly Change[];
}

/** Finds each match of a pattern (global flag) and replaces it by the same text. */
export function replacing(pattern: RegExp, replacement: string): CleaningRule['find'] {
  return ({ text }) =>
    Array.from(text.matchAll(pattern), ({ index, 0: match }) => {
      return { start: index, end: index + match.length, text: replacement };
    }).filter(({ start, end }) => end > start);
}

/** Finds each match of a pattern (flags `d` and `g`) and removes what stands around its group `kept`. */
export function unwrapping(pattern: RegExp): CleaningRule['find'] {
  return ({ text }) =>
    Array.from(text.matchAll(pattern)).flatMap(({ index, 0: match, indices }) => {
      const [start, end] = indices?.groups?.kept ?? [index, index];
      return [
        { start: index, end: start, text: '' },
        { start: end, end: index + match.length, text: '' },
      ].filter((change) => change.end > change.start);
    });
}
