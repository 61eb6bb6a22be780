import type { Ask, Concept } from '../query/query.ts';
import type { FigureHit } from '../rank/rank-figures.ts';

/** What is done with, or happens to, some of a kind: a figure of it counts those and not all there are. */
const SELECTED =
  /入选|获评|评为|被评|荣获|命名为|手术|矫形|搬迁|减少|慰问|培训|参训|惠及|受益|资助|帮扶|帮助|转移|返乡|整改|受灾|受伤|死亡|失踪|治愈|罢免|抽查|约谈|查处|表彰|试点/u;

/** The words of a question that asks for nothing but how many of one thing there are (有多少孤儿); null for any other. */
function plainlyAsked({ concepts, kind, text }: Ask): { thing: Concept; words: string } | null {
  const [thing, ...others] = concepts.filter(({ role }) => role !== 'context');
  if (kind !== 'actual' || thing === undefined || others.length > 0 || thing.role !== 'thing') return null;
  const context = concepts.map(({ alternatives }) => alternatives.map((one) => one.text).join('')).join('');
  return { thing, words: `${text}${context}` };
}

/**
 * Hits without those that count some of a kind by what was done with them where all there are is asked. Where the best hit
 * is such, only figures whose own name holds the thing asked are left.
 */
export function withoutSelected(hits: readonly FigureHit[], ask: Ask): FigureHit[] {
  const asked = plainlyAsked(ask);
  if (asked === null || SELECTED.test(asked.words)) return [...hits];
  const rest = hits.filter(({ entry: { words } }) => !SELECTED.test(words.property));
  if (rest[0] === hits[0]) return rest;
  return rest.filter(({ entry: { words } }) =>
    asked.thing.alternatives.some(({ text }) => words.property.includes(text)),
  );
}
