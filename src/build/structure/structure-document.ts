import type { CleanDocument, StructuredDocument } from '../document.ts';
import { detectReport } from '../metadata/detect-report.ts';
import { type ReportEntries, withEntry } from '../report-entries.ts';
import { findStructure } from './find-structure.ts';

/**
 * A clean document with its sections and what it is about: as its text says, corrected by its entry in reports.json.
 *
 * @returns all spans in positions of the clean text
 * @throws WenjuError `bad_report_entry` if the entry's evidence is not in the report
 */
export function structureDocument(clean: CleanDocument, entries: ReportEntries): StructuredDocument {
  const structure = findStructure(clean);
  const { report } = detectReport(clean, structure, entries.divisions);
  return { ...clean, report: withEntry(report, { entries, clean }), sections: structure.sections };
}
