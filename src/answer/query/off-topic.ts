import words from './off-topic.json' with { type: 'json' };

const ASKING = /多少|几[个家人名件次户位]|百分之|哪|多大|第几/u;
/** Characters that small talk may have beside its greetings. */
const LONGEST_REST = 3;

/** Whether a text is nothing but greetings and the like. */
function isSmallTalk(text: string): boolean {
  const bare = text.replace(/[\s\p{P}\p{S}]/gu, '');
  const rest = words.greetings.reduce((left, word) => left.replaceAll(word, ''), bare);
  return rest.length < bare.length && rest.length <= LONGEST_REST;
}

/** Whether a question is small talk, or about what no government report tells. */
export function isOffTopic(text: string): boolean {
  if (/^[\s\p{P}\p{S}\d]*$/u.test(text)) return true;
  if (words.outside.some((word) => text.includes(word)) && !ASKING.test(text)) return true;
  return !ASKING.test(text) && isSmallTalk(text);
}
