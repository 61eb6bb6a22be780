import type { Concept } from './query.ts';

const QUESTION_WORD = /多少|几/u;
/** Counting words and modifiers that may stand between the question word and the noun. */
const MAX_GAP = 2;
/** What may stand between the noun and a question word after it: 敬老院一共有多少. */
const BETWEEN =
  /^(?:的|数|总数|数量|人数|一共|总共|总|共|现在|目前|已经|已|都|大概|全市|全省)*(?:有|是|达到?|为|到)?(?:了)?$/u;

/** The noun right after the question word, with the last of the words that make it up: 公共 图书馆 counts libraries. */
function nounAfter(text: string, { from, things }: { from: number; things: readonly Concept[] }): Concept | null {
  const placed = things
    .map((concept) => ({ concept, at: text.indexOf(concept.asked, from) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  const [first, ...others] = placed;
  if (first === undefined || first.at - from > MAX_GAP) return null;
  let last = first;
  for (const next of others) if (next.at === last.at + last.concept.asked.length) last = next;
  return last.concept;
}

function nounBefore(text: string, { to, things }: { to: number; things: readonly Concept[] }): Concept | null {
  return (
    things.findLast((concept) => {
      const at = text.lastIndexOf(concept.asked, to - 1);
      return at >= 0 && at < to && BETWEEN.test(text.slice(at + concept.asked.length, to).trim());
    }) ?? null
  );
}

/** The concept that a question counts; null when no noun stands beside its question word. */
export function findCounted(text: string, concepts: readonly Concept[]): Concept | null {
  const match = QUESTION_WORD.exec(text);
  if (match === null) return null;
  const things = concepts.filter(({ role }) => role === 'thing');
  const after = nounAfter(text, { from: match.index + match[0].length, things });
  return after ?? nounBefore(text, { to: match.index, things });
}
