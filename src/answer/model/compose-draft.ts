import type { Block, Mention, Reply } from '../../core/block.ts';
import { mentionText } from '../compose/mention-text.ts';
import { replyOf } from '../compose/reply.ts';
import type { DraftSentence } from './draft.ts';

/** A drafted sentence with the stored text put in and the numbers of its quotes behind it; null if something is not there. */
function sentenceBlock({ parts, cites }: DraftSentence, { answer }: Reply): Block | null {
  let text = '';
  const mentions: Mention[] = [];
  for (const part of parts) {
    if (part.type === 'words') {
      text += part.text;
      continue;
    }
    const stored =
      part.type === 'quote' ? { part: 'quote' as const, index: part.quote } : { part: part.part, index: part.figure };
    const shown = mentionText(stored, answer);
    if (shown === null) return null;
    mentions.push({ ...stored, start: text.length, end: text.length + shown.length });
    text += shown;
  }
  const figures = parts.flatMap((part) => (part.type === 'figure' ? [part.figure] : []));
  const marks = [...new Set(cites)].sort((a, b) => a - b).map((cite) => `[${cite + 1}]`);
  return { type: 'line', text: `${text} ${marks.join('')}`, figures: [...new Set(figures)], mentions };
}

/**
 * The reply with the drafted sentences in front of its quotes. Nothing of the extractive reply is left out, so that the
 * figure, its place and time, and every caveat stand where they stood without a model.
 *
 * @param sentences as `checkDraft` passed them
 * @returns null when a placeholder has no stored text
 */
export function composeDraft(sentences: readonly DraftSentence[], reply: Reply): Reply | null {
  const worded = sentences.map((sentence) => sentenceBlock(sentence, reply));
  if (worded.includes(null)) return null;
  const lines = worded.filter((block) => block !== null);
  const at = reply.blocks.findIndex(({ type }) => type === 'quote');
  const blocks = at < 0 ? [...reply.blocks, ...lines] : reply.blocks.toSpliced(at, 0, ...lines);
  const { type, reason, figures, quotes } = reply.answer;
  return replyOf({ type, reason, figures, quotes }, { blocks, echo: reply.echo ?? [] });
}
