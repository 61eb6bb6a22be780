import type { Reply } from '../../core/block.ts';
import { replyOf } from './reply.ts';

/** What is sent in place of a reply that did not pass its gates: no number, no quote. */
export function composeRefusal(): Reply {
  const text = '这个问题的答案没有通过核对，因此不发送。请换一种问法，或写明地区和年份。';
  return replyOf(
    { type: 'absent', reason: 'property', figures: [], quotes: [] },
    { blocks: [{ type: 'headline', text }], echo: [] },
  );
}
