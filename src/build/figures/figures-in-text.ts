import type { Figure } from '../../core/figure.ts';
import { cleanDocuments } from '../clean/clean-documents.ts';
import type { ReportEntries } from '../report-entries.ts';
import { structureDocument } from '../structure/structure-document.ts';
import { bindFigures } from './extract-figures.ts';
import { findMentions } from './find-mentions.ts';

/** The figures of a text that is no report file: region and period only as the text itself names them. */
export function figuresInText({ id, text }: { id: string; text: string }, entries: ReportEntries): Figure[] {
  return cleanDocuments([{ id, file: id, source: text }])
    .map((document) => structureDocument(document, entries))
    .flatMap((document) => {
      const mentions = findMentions(document.folded, document.text, { expressions: true });
      return bindFigures(document, { mentions, divisions: entries.divisions });
    });
}
