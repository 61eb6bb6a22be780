import { fold } from '../core/fold.ts';

/** The view that questions and reports are matched in: folded, ASCII letters in lower case. Same length as the text. */
export function matchView(text: string): string {
  return fold(text).replace(/[A-Z]+/gu, (letters) => letters.toLowerCase());
}
