import type { Span } from '../../core/span.ts';
import { matchView } from '../match-view.ts';

/** A character, Latin word or number of a text. */
export interface StatementToken extends Span {
  /** As compared: folded, numbers without grouping commas, Chinese and Western punctuation alike. */
  readonly text: string;
  readonly isNumber: boolean;
  /** What it costs to have it wrong. */
  readonly weight: number;
}

/** White space separates and is passed over. A number keeps its 万, 亿 or percent sign. */
const TOKEN = /(\d+(?:,\d{3})+(?!\d)|\d+)(\.\d+)?(?:[^\S\n]*[万亿%‰])*|[a-z]+|\p{P}|[^\s]/gu;
const PUNCTUATION = /\p{P}/u;
/** Marks that are typed in several ways. */
const ALIKE: Readonly<Record<string, string>> = {
  '，': ',',
  '；': ';',
  '：': ':',
  '！': '!',
  '？': '?',
  '（': '(',
  '）': ')',
  '。': '.',
  '“': '"',
  '”': '"',
};

/** A wrong number counts double, a wrong mark next to nothing. */
const WEIGHTS = { number: 2, other: 1, punctuation: 0.1 };

/** The tokens of a text, with their positions in it. */
export function readTokens(text: string): StatementToken[] {
  return [...matchView(text).matchAll(TOKEN)].map((match) => {
    const [found, integer] = match;
    const isNumber = integer !== undefined;
    const isMark = !isNumber && PUNCTUATION.test(found);
    return {
      start: match.index,
      end: match.index + found.length,
      text: isNumber ? found.replace(/[,\s]/gu, '') : (ALIKE[found] ?? found),
      isNumber,
      weight: isNumber ? WEIGHTS.number : isMark ? WEIGHTS.punctuation : WEIGHTS.other,
    };
  });
}

/** Whether a token is a punctuation mark. */
export function isMark({ weight }: StatementToken): boolean {
  return weight === WEIGHTS.punctuation;
}
