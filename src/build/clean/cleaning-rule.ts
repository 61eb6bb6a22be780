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

/** A rule that replaces each match of a pattern (global flag) by a replacement as `String.replace` has it. */
export function replacing(pattern: RegExp, replacement: string): CleaningRule['find'] {
  const anchored = new RegExp(pattern.source, pattern.flags.replace('g', ''));
  return ({ text }) => {
    const changes: Change[] = [];
    for (const match of text.matchAll(pattern)) {
      if (match[0] === '') continue;
      const replaced = replacement.includes('$') ? match[0].replace(anchored, replacement) : replacement;
      changes.push({ start: match.index, end: match.index + match[0].length, text: replaced });
    }
    return changes;
  };
}
