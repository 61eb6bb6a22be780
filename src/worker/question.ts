/** Longest question that is looked at, in Unicode code points. Far beyond any real question, short enough to stay cheap. */
export const MAX_QUESTION_LENGTH = 1000;

export type QuestionResult =
  | { readonly ok: true; readonly question: string }
  | { readonly ok: false; readonly reason: 'empty' | 'too_long' };

/** A question without surrounding white space, or why it is none. */
export function parseQuestion(text: string): QuestionResult {
  const question = text.trim();
  if (question === '') return { ok: false, reason: 'empty' };
  // A code point has at most two code units: counting is needed only near the limit.
  if (question.length > 2 * MAX_QUESTION_LENGTH) return { ok: false, reason: 'too_long' };
  if (question.length > MAX_QUESTION_LENGTH && [...question].length > MAX_QUESTION_LENGTH) {
    return { ok: false, reason: 'too_long' };
  }
  return { ok: true, question };
}
