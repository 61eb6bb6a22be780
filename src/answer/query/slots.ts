import type { PeriodMention } from './find-periods.ts';
import type { RegionMention } from './find-regions.ts';

/** A question with its places and periods found. All positions are in `text`. */
export interface Slots {
  readonly text: string;
  /** The text with places and periods blanked out by spaces, same length. */
  readonly rest: string;
  readonly regions: readonly RegionMention[];
  readonly periods: readonly PeriodMention[];
}

/** Blanks spans out of a text, keeping all positions. */
export function blank(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  let rest = text;
  for (const { start, end } of spans) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  return rest;
}
