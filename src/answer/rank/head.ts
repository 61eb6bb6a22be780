import type { Figure } from '../../core/figure.ts';
import type { FigureWords } from '../corpus/figure-context.ts';
import { matchView } from '../match-view.ts';
import tailWords from './tail-words.json' with { type: 'json' };
import type { Wanted, WeighedConcept } from './weigh-concepts.ts';
import { WEIGHTS } from './weights.ts';

/** A figure as far as its noun goes. */
export interface NamedFigure {
  readonly figure: Pick<Figure, 'raw' | 'kind'>;
  readonly words: FigureWords;
}

const REMARK = /\([^()]*\)/gu;
/** What leads from a name to its amount. */
const COPULA = /(?:达到?|为|是|共?有|共计?|约|增?至|到|超过?|突破|仅|已|各|均)+$/u;
/** Their properties end in the words for the change or order. */
const TOLD_OF_OTHERS = /change_rate|rank|share|previous/u;
/** Foreign characters from which a name is wholly another thing. */
const FOREIGN = 4;
/** One foreign character is no noun. */
const LEAST_FOREIGN = 2;

/** A name without the words at its end that tell only how it is measured or that name almost anything. */
function trimTail(name: string): string {
  const word = tailWords.find((one) => name.endsWith(one));
  return word === undefined ? name : trimTail(name.slice(0, -word.length));
}

/**
 * Characters that nobody asked for after the last word asked: 党组织 in 社会组织党组织, where the thing asked only tells which one.
 * Null where the name holds nothing asked.
 */
function foreignTail(name: string, { concepts, words }: Wanted): number | null {
  const plain = name.replace(REMARK, '').replace(COPULA, '');
  let end = 0;
  for (const { concept } of concepts) {
    if (concept.role === 'context') continue;
    for (const { text } of concept.alternatives) {
      const at = plain.lastIndexOf(text);
      if (at >= 0) end = Math.max(end, at + text.length);
    }
  }
  if (end === 0) return null;
  return [...trimTail(plain.slice(end))].filter((character) => !words.includes(character)).length;
}

/** How far what was asked only modifies the noun that the figure counts. */
export function headScore({ figure, words: { property, item } }: NamedFigure, wanted: Wanted): number {
  if (!wanted.hasHead || TOLD_OF_OTHERS.test(figure.kind)) return 0;
  const at = item.indexOf(matchView(figure.raw));
  const names = [property, at > 0 ? item.slice(0, at) : ''];
  const foreign = names.flatMap((name) => foreignTail(name, wanted) ?? []);
  const least = Math.min(FOREIGN, ...foreign);
  return foreign.length === 0 || least < LEAST_FOREIGN ? 0 : (WEIGHTS.tail * least) / FOREIGN;
}

/** Two things asked of which the first tells which of the second is meant: 高铁 in 高铁里程. */
export interface Modified {
  readonly modifier: WeighedConcept;
  readonly head: WeighedConcept;
}

/** The modifiers of an ask with what each modifies. */
export function modifiersOf(text: string, concepts: readonly WeighedConcept[]): Modified[] {
  const things = concepts.filter(({ concept }) => concept.role === 'thing');
  return things.flatMap((modifier, index) => {
    const head = things[index + 1];
    const joined = head !== undefined && [
      `${modifier.concept.asked}${head.concept.asked}`,
      `${modifier.concept.asked}的${head.concept.asked}`,
    ];
    return joined && modifier.known && joined.some((pair) => text.includes(pair)) ? [{ modifier, head }] : [];
  });
}

const MATCHED = 0.5;

/** A figure of the same head under another modifier (高速公路里程) speaks against it where nothing near names the one asked. */
export function modifierScore({ words }: Pick<NamedFigure, 'words'>, { modified, words: asked }: Wanted): number {
  const near = [words.property, words.item, words.clause, words.previousClause, words.topic, words.heading];
  const other = modified.some(({ modifier, head }) => {
    if (near.some((text) => modifier.match(text) >= MATCHED)) return false;
    const at = Math.max(...head.concept.alternatives.map(({ text }) => words.property.indexOf(text)));
    if (at < LEAST_FOREIGN) return false;
    return (
      [...words.property.slice(Math.max(0, at - FOREIGN), at)].filter((one) => !asked.includes(one)).length >=
      LEAST_FOREIGN
    );
  });
  return other ? WEIGHTS.modifier : 0;
}
