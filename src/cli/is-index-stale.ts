import type { StructuredDocument } from '../build/document.ts';
import { readDocuments } from '../build/main.ts';
import type { Artefact } from '../core/artefact.ts';
import { WenjuError } from '../core/error.ts';
import type { Report } from '../core/report.ts';
import { loadArtefact } from './load-artefact.ts';

interface IndexFolders {
  /** Folder of reports. */
  readonly reports: string;
  /** Folder of the artefact. */
  readonly index: string;
}

/**
 * Whether the index says something else than the reports do now: a report added, removed or changed, in its text or in what is
 * known of it, or an index that cannot be read. That the code has changed is for `check:index` to find.
 *
 * @throws {WenjuError} `bad_reports` or `bad_report_entry` if the reports cannot be read.
 */
export async function isIndexStale({ reports, index }: IndexFolders): Promise<boolean> {
  const documents = await readDocuments({ reports, skipBad: false });
  const artefact = await loadOrNull(index);
  if (artefact === null || artefact.reports.length !== documents.length) return true;
  return documents.some((document, i) => differs(document, artefact.reports[i], artefact));
}

async function loadOrNull(index: string): Promise<Artefact | null> {
  try {
    return await loadArtefact(index);
  } catch (error) {
    if (error instanceof WenjuError && error.code === 'bad_artefact') return null;
    throw error;
  }
}

function differs({ report, source }: StructuredDocument, indexed: Report | undefined, artefact: Artefact): boolean {
  if (indexed === undefined || indexed.id !== report.id || artefact.source(report.id) !== source) return true;
  return JSON.stringify(comparable(report)) !== JSON.stringify(comparable(indexed));
}

/** The fields in one order. Evidence is left out: it is in clean-text positions on one side and follows from the text. */
function comparable(report: Report) {
  const { id, title, issuer, documentNumber, region, regionPath, period, published, url } = report;
  const doubts = report.doubts.map(({ about, note }) => [about, note]);
  return [id, title, issuer, documentNumber, region, regionPath, period, published, url, doubts];
}
