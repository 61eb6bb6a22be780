import type { Figure } from '../../core/figure.ts';
import { cleanDocuments } from '../clean/clean-documents.ts';
import { createReportEntries } from '../report-entries.ts';
import { structureDocument } from '../structure/structure-document.ts';
import { extractFigures } from './extract-figures.ts';

/** The figures of a text that is no report file: region and period only as the text itself names them. */
export function figuresInText(id: string, text: string): Figure[] {
  return cleanDocuments([{ id, file: id, source: text }])
    .map((document) => structureDocument(document, createReportEntries({})))
    .flatMap(extractFigures);
}
