import type { Refusal } from './outcome.ts';

/**
 * What can go wrong with a call other than by its own fault:
 * - `refusal`: it is answered so and not played.
 * - `page`: a proxy answers with a page of HTML; it is not played.
 * - `reset`: the connection is cut: `before` it is played, `after` it is played (the message stands in the chat and the
 *   bot is not told), or `halfway` through the response to a call that was played.
 * - `late`: it is played, and answered so many milliseconds later.
 */
export type Fault =
  | { readonly kind: 'refusal'; readonly refusal: Refusal }
  | { readonly kind: 'page'; readonly status: number }
  | { readonly kind: 'reset'; readonly when: 'before' | 'after' | 'halfway' }
  | { readonly kind: 'late'; readonly milliseconds: number };

/** The refusal of a call that comes too fast, as Telegram words it. */
export function tooManyRequests(seconds: number): Fault & { kind: 'refusal' } {
  const description = `Too Many Requests: retry after ${seconds}`;
  return {
    kind: 'refusal',
    refusal: { ok: false, error_code: 429, description, parameters: { retry_after: seconds } },
  };
}
