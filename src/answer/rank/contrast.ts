import type { FigureWords } from '../corpus/figure-context.ts';
import type { Ask } from '../query/query.ts';
import sets from './contrasts.json' with { type: 'json' };
import { WEIGHTS } from './weights.ts';

/** Words for one member of a set. Those marked `?` only questions use. */
type Member = readonly string[];

/** Things of one kind of which one never is another: 出口, 进口, 进出口. */
interface Contrast {
  readonly words: readonly { readonly text: string; readonly member: number }[];
  readonly asked: ReadonlySet<number>;
}

interface NamedWord {
  readonly text: string;
  readonly member: number;
}

/** From this strength on, words mean the same. */
const SAME = 0.65;

/** Longest first, so that 高速公路 is not read as 公路. */
function wordsOf(set: readonly Member[], { inQuestion }: { inQuestion: boolean }): NamedWord[] {
  return set
    .flatMap((member, index) => member.map((word) => ({ word, member: index })))
    .filter(({ word }) => inQuestion || !word.startsWith('?'))
    .map(({ word, member }) => ({ text: word.replace('?', ''), member }))
    .sort((a, b) => b.text.length - a.text.length);
}

/** Whether a text may name any member: most sets concern no question. */
function isNamed(set: readonly Member[], text: string): boolean {
  return set.some((member) => member.some((word) => text.includes(word.startsWith('?') ? word.slice(1) : word)));
}

/** The members that a text names. */
function namedIn(text: string, words: readonly NamedWord[]): Set<number> {
  const named = new Set<number>();
  let rest = text;
  for (const { text: word, member } of words) {
    if (!rest.includes(word)) continue;
    named.add(member);
    rest = rest.replaceAll(word, ' ');
  }
  return named;
}

/** What sets an ask apart from things of the same kind. */
export type ContrastScorer = (words: FigureWords) => number | null;

function includesAny(named: ReadonlySet<number>, asked: ReadonlySet<number>): boolean {
  return [...named].some((member) => asked.has(member));
}

function scoreOne(words: FigureWords, { words: known, asked }: Contrast): number | null {
  const own = namedIn(`${words.property} ${words.item}`, known);
  if (own.size === 0 || includesAny(own, asked)) return 0;
  const around = `${words.sentence} ${words.topic} ${words.heading} ${words.previousSentence}`;
  return includesAny(namedIn(around, known), asked) ? WEIGHTS.contrast : null;
}

/**
 * Tells figures of what was asked from those of its counterparts. A figure scores null whose own words name a counterpart
 * (进口) where nothing around it names what was asked (出口).
 * Counterparts that the lexicon takes for one are none.
 */
export function createContrastScorer({ text, concepts }: Pick<Ask, 'text' | 'concepts'>): ContrastScorer {
  const said = [text, ...concepts.filter(({ role }) => role !== 'context').map(({ asked }) => asked)].join(' ');
  const named = sets.filter((set) => isNamed(set, said));
  const contrasts = named.flatMap((set) => {
    const words = wordsOf(set, { inQuestion: true });
    const asked = namedIn(said, words);
    if (asked.size === 0) return [];
    for (const { asked: word, alternatives } of concepts) {
      if (namedIn(word, words).size === 0) continue;
      const synonyms = alternatives.filter(({ strength }) => strength >= SAME);
      for (const { text: synonym } of synonyms) for (const member of namedIn(synonym, words)) asked.add(member);
    }
    return [{ asked, words: wordsOf(set, { inQuestion: false }) }];
  });
  return function scoreContrast(words) {
    let sum = 0;
    for (const contrast of contrasts) {
      const score = scoreOne(words, contrast);
      if (score === null) return null;
      sum += score;
    }
    return sum;
  };
}
