import type { Span } from '../../../core/span.ts';
import type { Change } from '../cleaning-rule.ts';
import { createCommonCharacters, type IsCommon } from './common-characters.ts';
import { findSuspects } from './find-suspects.ts';
import { createGbkTable } from './gbk-table.ts';
import { createLanguageModel } from './language-model.ts';
import { LONGEST_DAMAGE, type RestoreTools, restore } from './restore.ts';

/** What became of the damage in one text, in positions of that text. */
export interface Repair {
  readonly changes: readonly Change[];
  /** Restored stretches, as they were. */
  readonly restored: readonly Span[];
}

/** A report on its way: its source, for the injected pinyin it holds, and its text so far. */
export interface DamagedText {
  readonly source: string;
  readonly text: string;
}

/**
 * Creates the repairer of texts that lost a byte: byte-level search and replace on GBK pages cuts characters in two, and
 * what follows is read out of step. Nothing but one byte is lost, so most of it can be undone. Table and language model are
 * made only when some text is suspect.
 *
 * @param texts of all reports: they tell which characters follow which
 */
export function createRepairer(texts: readonly string[], isCommon: IsCommon = createCommonCharacters()) {
  const sound = (text: string) => withoutDamage(text, findSuspects(text, isCommon));
  let tools: Omit<RestoreTools, 'annotated'> | null = null;
  return function repairDamage({ source, text }: DamagedText): Repair {
    const suspects = findSuspects(text, isCommon);
    if (suspects.length === 0) return { changes: [], restored: [] };
    tools ??= { table: createGbkTable(), model: createLanguageModel(texts.map(sound), isCommon), isCommon };
    return repairAll(text, suspects, { ...tools, annotated: annotatedIn(source) });
  };
}

/** The text without what follows its suspects: damage that the model has seen would look likely. */
function withoutDamage(text: string, suspects: readonly number[]): string {
  let position = 0;
  const kept: string[] = [];
  for (const suspect of suspects) {
    kept.push(text.slice(position, Math.max(position, suspect)));
    position = suspect + LONGEST_DAMAGE;
  }
  return [...kept, text.slice(position)].join('\n');
}

function repairAll(text: string, suspects: readonly number[], tools: RestoreTools): Repair {
  const changes: Change[] = [];
  const restored: Span[] = [];
  for (const position of suspects) {
    if (position < (restored.at(-1)?.end ?? 0)) continue;
    const characters = restore(text, position, tools);
    if (characters === null) continue;
    restored.push({ start: position, end: characters.at(-1)!.end });
    changes.push(...characters.filter((character) => text.slice(character.start, character.end) !== character.text));
  }
  return { changes, restored };
}

/** Looks up which characters carry an injected pinyin in a source. */
function annotatedIn(source: string): RestoreTools['annotated'] {
  return (pinyin) => {
    const characters = new Set<string>();
    if (pinyin === '') return [];
    for (let at = source.indexOf(`(${pinyin})`); at >= 0; at = source.indexOf(`(${pinyin})`, at + 1)) {
      if (at > 0) characters.add(source[at - 1]!);
    }
    return [...characters];
  };
}
