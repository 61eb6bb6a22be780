import type { Span } from '../../../core/span.ts';
import type { IsCommon } from './common-characters.ts';
import { pinyinRest } from './find-suspects.ts';
import type { GbkTable } from './gbk-table.ts';
import type { LanguageModel } from './language-model.ts';

/** One restored character and the span of damaged text it stands for. */
export interface RestoredCharacter extends Span {
  readonly text: string;
}

export interface RestoreTools {
  readonly table: GbkTable;
  readonly model: LanguageModel;
  readonly isCommon: IsCommon;
  /** Characters that carry this injected pinyin elsewhere in the document. */
  readonly annotated: (pinyin: string) => readonly string[];
}

/** A reading in progress: a lead byte waits for its trail byte. */
interface Reading {
  readonly lead: number;
  readonly characters: readonly RestoredCharacter[];
  /** Where the next restored character starts: at the mark, later at `position`. */
  readonly start: number;
  /** Next position to read. */
  readonly position: number;
  readonly score: number;
  /** The pinyin of the annotated character tells the lost byte. */
  readonly told: boolean;
}
export interface FinishedReading extends Reading {
  readonly end: number;
  /** The last trail byte was lost as well. */
  readonly guessed: boolean;
}

const BEAM = 24;
/** Longest damage restored, in UTF-16 code units. */
export const LONGEST_DAMAGE = 48;
const EURO_BYTE = 0x80;

/**
 * Readings of what follows a lost byte: for every byte it can have been, the text read in step, as long as all characters
 * are common and the reading is among the likeliest, up to where a single byte (or a second lost one) ends the damage.
 *
 * @param position of the replacement mark in `text`
 */
export function readInStep(text: string, position: number, tools: RestoreTools): FinishedReading[] {
  const finished: FinishedReading[] = [];
  let beam: readonly Reading[] = startsAt(text, position, tools);
  for (let step = 0; step < LONGEST_DAMAGE && beam.length > 0; step++) {
    const next = beam.flatMap((reading) => advance(text, reading, tools));
    finished.push(...next.filter(isFinished));
    beam = next
      .filter((reading) => !isFinished(reading))
      .sort((a, b) => b.score / b.characters.length - a.score / a.characters.length)
      .slice(0, BEAM);
  }
  return finished;
}

function isFinished(reading: Reading | FinishedReading): reading is FinishedReading {
  return 'end' in reading;
}

/** One reading for each byte that can have been lost. */
function startsAt(text: string, position: number, tools: RestoreTools): Reading[] {
  const rest = pinyinRest(text, position + 1);
  const previous = tools.table.bytesOf(text[position - 1] ?? '');
  const annotated = annotatedTrails(text, { position, lead: previous?.[1], tools });
  return (annotated ?? range(0x81, 0xfe)).map((lead) => {
    return { lead, characters: [], start: position, position: position + 1 + rest, score: 0, told: annotated !== null };
  });
}

/** Trail bytes of the characters that carry the pinyin after a mark, whose bracket swallowed the byte; null when none is known. */
function annotatedTrails(text: string, at: { position: number; lead: number | undefined; tools: RestoreTools }) {
  const rest = pinyinRest(text, at.position + 1);
  if (rest === 0) return null;
  const trails = at.tools
    .annotated(text.slice(at.position + 1, at.position + rest))
    .map((character) => at.tools.table.bytesOf(character))
    .flatMap((bytes) => (bytes !== undefined && bytes[0] === at.lead ? [bytes[1]] : []));
  return trails.length === 0 ? null : trails;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** The readings after one more character of the damaged text. */
function advance(text: string, reading: Reading, tools: RestoreTools): (Reading | FinishedReading)[] {
  const character = text[reading.position];
  if (character === undefined || character === '\n') return [];
  if (character === '?' || character === '\ufffd') {
    return reading.characters.length === 0 ? [] : closeAtMark(text, reading, tools);
  }
  const end = reading.position + 1;
  return byteOptions(character, tools.table).flatMap(([first, second]) => {
    const extended = extend(text, { reading, trail: first, end }, tools);
    if (extended === null) return [];
    if (second === undefined) return [{ ...extended, end, guessed: false }];
    return second > EURO_BYTE ? [{ ...extended, lead: second }] : [];
  });
}

/** The damage ends at a second mark, which took the last trail byte with it. */
function closeAtMark(text: string, reading: Reading, tools: RestoreTools): FinishedReading[] {
  const { position, lead } = reading;
  const end = position + 1 + pinyinRest(text, position + 1);
  const annotated = annotatedTrails(text, { position, lead, tools });
  return (annotated ?? range(0x40, 0xfe)).flatMap((trail) => {
    const extended = extend(text, { reading, trail, end }, tools);
    return extended === null ? [] : [{ ...extended, end, guessed: annotated === null }];
  });
}

/** Bytes a character of the damaged text may have been: full-width forms were often turned into ASCII afterwards. */
function byteOptions(character: string, table: GbkTable): (readonly [number, number?])[] {
  const code = character.charCodeAt(0);
  if (character === '€') return [[EURO_BYTE]];
  if (code < 0x20) return [];
  if (code < 0x7f) return code > 0x20 ? [[code], [0xa3, code + 0x80]] : [[code]];
  const bytes = table.bytesOf(character);
  return bytes === undefined ? [] : [bytes];
}

interface Extension {
  readonly reading: Reading;
  readonly trail: number;
  readonly end: number;
}

function extend(text: string, { reading, trail, end }: Extension, tools: RestoreTools): Reading | null {
  const character = tools.table.characterOf(reading.lead, trail);
  if (character === undefined || !(tools.isCommon(character) || tools.model.knows(character))) return null;
  if (/[\u0000-\u00ff０-９\ue000-\uf8ff]/u.test(character)) return null;
  const previous = reading.characters.at(-1)?.text ?? text[reading.start - 1] ?? '';
  return {
    ...reading,
    characters: [...reading.characters, { start: reading.start, end, text: character }],
    start: end,
    position: end,
    score: reading.score + tools.model.follows(previous, character),
  };
}
