import type { Answer } from '../../core/answer.ts';
import type { Block, Reply } from '../../core/block.ts';

/** A reply of blocks: the text is theirs, joined by line breaks. */
export function replyOf(
  answer: Omit<Answer, 'text' | 'caveats'>,
  { blocks, echo }: { blocks: readonly Block[]; echo: readonly string[] },
): Reply {
  const caveats = blocks.filter(({ type }) => type === 'caveat').map(({ text }) => text);
  return { answer: { ...answer, caveats, text: blocks.map(({ text }) => text).join('\n') }, blocks, echo };
}
