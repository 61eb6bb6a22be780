import words from './off-topic.json' with { type: 'json' };

const ASKING = /多少|几[个家人名件次户位]|百分之|哪|多大|第几/u;
const LONGEST_TALK = 16;

/** Whether a question is small talk, or about what no government report tells. */
export function isOffTopic(text: string): boolean {
  if (/^[\s\p{P}\p{S}\d]*$/u.test(text)) return true;
  if (words.outside.some((word) => text.includes(word)) && !ASKING.test(text)) return true;
  return text.length <= LONGEST_TALK && !ASKING.test(text) && words.greetings.some((word) => text.includes(word));
}
