import type { DraftPart, DraftSentence } from './draft.ts';
import { CLAUSE_END } from './evidence.ts';

/** What stands between two marks of a drafted sentence. */
export type DraftClause = readonly DraftPart[];

const MARK = new RegExp(CLAUSE_END.source, 'gu');

/** The clauses of a drafted sentence. A mark inside stored text ends none. */
export function splitClauses({ parts }: DraftSentence): DraftClause[] {
  const clauses: DraftPart[][] = [[]];
  for (const part of parts) {
    if (part.type !== 'words') {
      clauses.at(-1)!.push(part);
      continue;
    }
    const [first = '', ...others] = part.text.split(MARK);
    if (first !== '') clauses.at(-1)!.push({ type: 'words', text: first });
    for (const text of others) clauses.push(text === '' ? [] : [{ type: 'words', text }]);
  }
  return clauses.filter((clause) => clause.length > 0);
}
