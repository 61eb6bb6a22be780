import * as z from 'zod/mini';
import { parseJsonLeniently } from './parse-json.ts';
import type { RefusalReason } from './refusal.ts';

/** What may stand in a placeholder. */
export type SlotPart = 'raw' | 'property' | 'region' | 'period';

/** A piece of a drafted sentence: the model's own words, or a place for stored text. */
export type DraftPart =
  | { readonly type: 'words'; readonly text: string }
  /** `figure`: index into the figures of the answer. */
  | { readonly type: 'figure'; readonly figure: number; readonly part: SlotPart }
  | { readonly type: 'quote'; readonly quote: number };

export interface DraftSentence {
  readonly parts: readonly DraftPart[];
  /** Indices into the quotes of the answer. */
  readonly cites: readonly number[];
}

export type DraftResult =
  | { readonly ok: true; readonly sentences: readonly DraftSentence[] }
  | { readonly ok: false; readonly reason: RefusalReason };

/** Characters of a whole response that are looked at. A draft takes some hundred. */
const LONGEST_RESPONSE = 8000;
const MAX_SENTENCES = 4;
const LONGEST_SENTENCE = 200;

const RESPONSE = z.object({
  sentences: z
    .array(z.object({ text: z.string().check(z.minLength(1)), cites: z.array(z.string()) }))
    .check(z.minLength(1)),
});

const PLACEHOLDER = /\{\{(?:F(?<figure>\d{1,2})(?:\.(?<part>what|where|when))?|Q(?<quote>\d{1,2}))\}\}/gu;
const PARTS: Readonly<Record<string, SlotPart>> = { what: 'property', where: 'region', when: 'period' };
const CITE = /^\[?Q(\d{1,2})\]?$/u;

/** Cuts a sentence into words and placeholders; whatever is no placeholder stays words. */
function splitParts(text: string): DraftPart[] {
  const parts: DraftPart[] = [];
  let from = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > from) parts.push({ type: 'words', text: text.slice(from, match.index) });
    const { figure, part, quote } = match.groups!;
    parts.push(
      quote === undefined
        ? { type: 'figure', figure: Number(figure) - 1, part: part === undefined ? 'raw' : PARTS[part]! }
        : { type: 'quote', quote: Number(quote) - 1 },
    );
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ type: 'words', text: text.slice(from) });
  return parts;
}

/** Reads what the model wrote. Nothing of it is trusted: `checkDraft` decides what may be sent. */
export function parseDraft(response: string): DraftResult {
  if (response.length > LONGEST_RESPONSE) return { ok: false, reason: 'too_long' };
  const json = parseJsonLeniently(response);
  if (json === undefined) return { ok: false, reason: 'not_json' };
  const parsed = RESPONSE.safeParse(json);
  if (!parsed.success) return { ok: false, reason: 'wrong_schema' };
  const { sentences } = parsed.data;
  if (sentences.length > MAX_SENTENCES || sentences.some(({ text }) => text.length > LONGEST_SENTENCE))
    return { ok: false, reason: 'too_long' };
  const cites = sentences.map((sentence) => sentence.cites.map((cite) => CITE.exec(cite.trim())?.[1]));
  if (cites.some((own) => own.some((cite) => cite === undefined))) return { ok: false, reason: 'unknown_placeholder' };
  return {
    ok: true,
    sentences: sentences.map(({ text }, index) => ({
      parts: splitParts(text.trim()),
      cites: cites[index]!.map((cite) => Number(cite) - 1),
    })),
  };
}
