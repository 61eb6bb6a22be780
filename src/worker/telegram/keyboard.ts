import type { InlineKeyboardButton } from 'grammy/types';
import { citationOf } from '../../answer/quote/make-quote.ts';
import type { Quote } from '../../core/answer.ts';
import { sourceLink } from '../source-link.ts';
import type { Wording } from './wording.ts';

/** Prefixes of what buttons send back, before identifiers; 64 bytes at most (Bot API, callback_data). */
export const BUTTON = { more: 'm:', context: 'c:', helpful: 'f+:', unhelpful: 'f-:' } as const;
/** In UTF-16 code units (Bot API, CopyTextButton): no more than characters. */
const MAX_COPIED_LENGTH = 256;

type Keyboard = readonly (readonly InlineKeyboardButton[])[];

interface ButtonParts {
  readonly publicUrl: string | null;
  readonly words: Wording;
}

interface AnswerButtons extends ButtonParts {
  readonly answer: string;
  readonly quotes: readonly Quote[];
  /** Identifiers of the quotes' citations. */
  readonly citations: readonly string[];
}

/** The buttons under an answer. */
export function answerKeyboard({ answer, quotes, citations, publicUrl, words }: AnswerButtons): Keyboard {
  const [quote] = quotes;
  const [citation] = citations;
  const about = quote === undefined ? [] : quoteButtons(quote, { publicUrl, words });
  if (citation !== undefined) {
    about.splice(
      about.length > 1 ? 1 : 0,
      0,
      ...[
        { text: words.more, callback_data: `${BUTTON.more}${answer}:0` },
        { text: words.context, callback_data: `${BUTTON.context}${citation}` },
      ],
    );
  }
  const rating = [
    { text: '👍', callback_data: `${BUTTON.helpful}${answer}` },
    { text: '👎', callback_data: `${BUTTON.unhelpful}${answer}` },
  ];
  return about.length > 0 ? [about, rating] : [rating];
}

/** The buttons that lead to a quote's source and copy it. */
export function quoteButtons(quote: Quote, { publicUrl, words }: ButtonParts): InlineKeyboardButton[] {
  const link = publicUrl === null ? [] : [{ text: words.source, url: publicUrl + sourceLink(quote) }];
  const copied = copiedText(quote);
  return [...link, ...(copied === null ? [] : [{ text: words.copy, copy_text: { text: copied } }])];
}

/** The button that goes on after the passages shown so far. */
export function moreKeyboard(answer: string, { skip, words }: { skip: number; words: Wording }): Keyboard {
  return [[{ text: words.more, callback_data: `${BUTTON.more}${answer}:${skip}` }]];
}

/** Quote and citation, or only the citation when both are too long. */
function copiedText(quote: Quote): string | null {
  const citation = citationOf(quote);
  const both = `“${quote.display}”${citation}`;
  return [both, citation, `《${quote.title}》`].find(({ length }) => length <= MAX_COPIED_LENGTH) ?? null;
}
