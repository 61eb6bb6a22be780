import { checkCharacters } from './check-characters.ts';
import { checkClause } from './check-clause.ts';
import type { DraftSentence } from './draft.ts';
import { splitClauses } from './draft-clauses.ts';
import type { Evidence } from './evidence.ts';
import type { RefusalReason } from './refusal.ts';

/** Whether all placeholders and citations are of what the model was shown. */
function isKnown({ parts, cites }: DraftSentence, { figures, quotes }: Evidence): boolean {
  const known = (figure: number): boolean => figures.some(({ index }) => index === figure);
  return (
    cites.every((cite) => cite in quotes) &&
    parts.every(
      (part) =>
        part.type === 'words' ||
        (part.type === 'quote' ? part.quote in quotes : known(part.figure) && nameOf(part, figures) !== ''),
    )
  );
}

function nameOf(
  part: { readonly figure: number; readonly part: 'raw' | 'property' | 'region' | 'period' },
  figures: Evidence['figures'],
): string {
  return figures.find(({ index }) => index === part.figure)![part.part];
}

/** Whether a sentence cites, and cites the quotes of all that it puts in. */
function isCited({ parts, cites }: DraftSentence, { figures }: Evidence): boolean {
  if (cites.length === 0) return false;
  return parts.every((part) => {
    if (part.type === 'words') return true;
    const quote = part.type === 'quote' ? part.quote : figures.find(({ index }) => index === part.figure)!.quote;
    return cites.includes(quote);
  });
}

function checkSentence(sentence: DraftSentence, evidence: Evidence): RefusalReason | null {
  for (const part of sentence.parts) {
    const wrong = part.type === 'words' ? checkCharacters(part.text) : null;
    if (wrong !== null) return wrong;
  }
  if (!isKnown(sentence, evidence)) return 'unknown_placeholder';
  if (!isCited(sentence, evidence)) return 'no_citation';
  for (const clause of splitClauses(sentence)) {
    const wrong = checkClause(clause, { evidence, cites: sentence.cites });
    if (wrong !== null) return wrong;
  }
  return null;
}

/**
 * Holds a draft to what its quotes say. The first thing that is wrong, or null when every sentence may be sent: no number,
 * name, direction or quotation stands in the model's own words unless the clause of the report that it cites has it.
 */
export function checkDraft(sentences: readonly DraftSentence[], evidence: Evidence): RefusalReason | null {
  for (const sentence of sentences) {
    const wrong = checkSentence(sentence, evidence);
    if (wrong !== null) return wrong;
  }
  return null;
}
