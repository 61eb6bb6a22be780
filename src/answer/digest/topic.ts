import { matchView } from '../match-view.ts';
import topics from './topics.json' with { type: 'json' };

/** Names of the topics that a digest can be about, as shown. */
export const TOPIC_NAMES: readonly string[] = topics.map(({ name }) => name);

/** The topic that a person means: by its name, or by one of its words. Null when there is none. */
export function findTopic(typed: string): string | null {
  const wanted = matchView(typed.trim());
  const named = topics.find(({ name }) => matchView(name) === wanted);
  return (named ?? topics.find(({ words }) => words.some((word) => matchView(word) === wanted)))?.name ?? null;
}

/** The topics whose words stand in a text, the most frequent first. */
export function topicsOf(text: string): readonly string[] {
  const folded = matchView(text);
  return topics
    .map(({ name, words }) => ({ name, weight: weigh(folded, words) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ name }) => name);
}

/** How often the words stand in it. */
function weigh(text: string, words: readonly string[]): number {
  return words.reduce((sum, word) => sum + text.split(matchView(word)).length - 1, 0);
}
