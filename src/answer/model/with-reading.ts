import type { Reply } from '../../core/block.ts';
import { replyOf } from '../compose/reply.ts';

/** The reply with a word on how the question was read: the person sees at once when that is not what they meant. */
export function withReading({ answer, blocks, echo = [] }: Reply, subject: string): Reply {
  const { type, reason, figures, quotes } = answer;
  return replyOf(
    { type, reason, figures, quotes },
    {
      blocks: [...blocks, { type: 'caveat', text: `按“${subject}”理解了问题` }],
      echo: [...echo, subject],
    },
  );
}
