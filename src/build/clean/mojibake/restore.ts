import type { Span } from '../../../core/span.ts';
import { isHan } from './common-characters.ts';
import type { LanguageModel } from './language-model.ts';
import {
  type FinishedReading,
  LONGEST_DAMAGE,
  type RestoredCharacter,
  type RestoreTools,
  readInStep,
} from './read-in-step.ts';

export interface Restoration {
  /** At least one; each with the damaged text it replaces. */
  readonly characters: readonly RestoredCharacter[];
  /** A mark at the end that took a character with it which no context tells. */
  readonly lost: Span | null;
}

/** Context that both readings of the damage are judged with, in UTF-16 code units. */
const CONTEXT = 2;
/** A restoration must be this much likelier than the damage, per character, as a natural logarithm. */
const LEAST_GAIN = 2;
/** And this much likelier than any other reading: two plausible readings mean that the text is lost. */
const LEAST_LEAD = 2;
/** More for a last character whose trail byte is lost too: it is a guess among all that share its lead byte. */
const LEAST_LEAD_GUESSED = 4;
/** Without its last character a restoration must still be this long. */
const FEWEST_SURE = 2;

const NUMERAL = /[零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾萬億兩半]/u;

interface Candidate {
  readonly reading: FinishedReading;
  readonly restored: string;
  readonly gain: number;
}

/**
 * Undoes the loss of one byte in GBK text: what follows was read one byte out of step until a single byte brought it back.
 *
 * @param position of the replacement mark in `text`
 * @returns null when no reading is convincing
 */
export function restore(text: string, position: number, tools: RestoreTools): Restoration | null {
  const candidates = readInStep(text, position, tools)
    .map((reading) => candidateOf(text, { position, reading, model: tools.model }))
    .sort((a, b) => b.gain - a.gain);
  const best = candidates[0];
  if (best === undefined || best.gain < LEAST_GAIN * best.restored.length) return null;
  const { characters, guessed, told } = best.reading;
  if (!told && !fits(text[position - 1] ?? '', best.restored, tools.model)) return null;
  const sure = guessed ? best.restored.slice(0, -1) : best.restored;
  const agrees = ({ restored }: Candidate) => (guessed ? restored.startsWith(sure) : restored === sure);
  const rival = candidates.find((candidate) => !agrees(candidate));
  if (rival !== undefined && best.gain - rival.gain < LEAST_LEAD) return null;
  const sibling = candidates.find((candidate) => candidate.restored !== best.restored && agrees(candidate));
  const isTold = sibling === undefined || best.gain - sibling.gain >= LEAST_LEAD_GUESSED;
  if (!guessed || (isTold && !NUMERAL.test(best.restored.at(-1)!))) return { characters, lost: null };
  return sure.length < FEWEST_SURE ? null : { characters: characters.slice(0, -1), lost: characters.at(-1)! };
}

/** The lead byte of the first character was lost, so what precedes must speak for it; no context speaks for a number. */
function fits(previous: string, restored: string, model: LanguageModel): boolean {
  if (NUMERAL.test(restored[0]!)) return false;
  return !isHan(previous) || !isHan(restored[0]!) || model.knowsPair(previous, restored[0]!);
}

interface Judged {
  readonly position: number;
  readonly reading: FinishedReading;
  readonly model: LanguageModel;
}

/** A reading with how much likelier it makes the text, over the longest stretch any reading may cover. */
function candidateOf(text: string, { position, reading, model }: Judged): Candidate {
  const restored = reading.characters.map((character) => character.text).join('');
  const before = text.slice(Math.max(0, position - CONTEXT), position);
  const after = text.slice(reading.end, position + LONGEST_DAMAGE).split('\n', 1)[0]!;
  const damaged = text.slice(position, reading.end);
  const gain = likelihood(before + restored + after, model) - likelihood(before + damaged + after, model);
  return { reading, restored, gain };
}

function likelihood(text: string, model: LanguageModel): number {
  let sum = 0;
  for (let i = 1; i < text.length; i++) sum += model.follows(text[i - 1]!, text[i]!);
  return sum;
}
