import type { Span } from '../../../core/span.ts';
import type { Change } from '../cleaning-rule.ts';
import { createCommonCharacters, type IsCommon } from './common-characters.ts';
import { findSuspects } from './find-suspects.ts';
import { createGbkTable } from './gbk-table.ts';
import { createLanguageModels } from './language-model.ts';
import { LONGEST_DAMAGE, type RestoreTools } from './read-in-step.ts';
import { restore } from './restore.ts';

/** What became of the damage in one text, in positions of that text. */
export interface Repair {
  readonly changes: readonly Change[];
  /** Restored stretches, as they were. */
  readonly restored: readonly Span[];
  /** Marks beside them that stand for a character which cannot be told. */
  readonly lost: readonly Span[];
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
  let knowledge: ReturnType<typeof createKnowledge> | null = null;
  return function repairDamage({ source, text }: DamagedText): Repair {
    const suspects = findSuspects(text, isCommon);
    if (suspects.length === 0) return { changes: [], restored: [], lost: [] };
    knowledge ??= createKnowledge(texts.map(sound), isCommon);
    const { table, modelOf } = knowledge;
    return repairAll(text, suspects, { table, model: modelOf(sound(text)), isCommon, annotated: annotatedIn(source) });
  };
}

function createKnowledge(texts: readonly string[], isCommon: IsCommon) {
  return { table: createGbkTable(), modelOf: createLanguageModels(texts, isCommon) };
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
  const lost: Span[] = [];
  for (const position of suspects) {
    if (position < Math.max(restored.at(-1)?.end ?? 0, lost.at(-1)?.end ?? 0)) continue;
    const restoration = restore(text, position, tools);
    if (restoration === null) continue;
    const { characters } = restoration;
    restored.push({ start: position, end: characters.at(-1)!.end });
    if (restoration.lost !== null) lost.push(restoration.lost);
    changes.push(...characters.filter(({ start, end, text: right }) => text.slice(start, end) !== right));
  }
  return { changes, restored, lost };
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
