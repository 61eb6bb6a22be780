import { createDivisions } from '../../core/divisions.ts';
import type { Span } from '../../core/span.ts';
import { cleanDocuments } from '../clean/clean-documents.ts';
import type { CleanDocument } from '../document.ts';
import type { SourceText } from '../read/source-text.ts';
import type { ReportEntry } from '../report-entries.ts';
import { findStructure } from '../structure/find-structure.ts';
import { type Detection, detectReport, type ReportEvidence } from './detect-report.ts';

/** An entry for reports.json as a report's own text suggests it, for a person to correct. */
export interface EntryDraft {
  readonly id: string;
  readonly entry: ReportEntry;
  /** Why, one Chinese line a field: value, confidence, the words it rests on. */
  readonly reasons: readonly string[];
}

const FIELDS = ['title', 'issuer', 'documentNumber', 'region', 'period', 'published'] as const;

/** Drafts of the entries of some reports, in their order. */
export function draftEntries(sources: readonly SourceText[]): readonly EntryDraft[] {
  const divisions = createDivisions();
  return cleanDocuments(sources).map((clean) => draftOf(clean, detectReport(clean, findStructure(clean), divisions)));
}

function draftOf(clean: CleanDocument, { report, evidence }: Detection): EntryDraft {
  const quote = ({ start, end }: Span) => clean.text.slice(start, end);
  const { id, title, issuer, documentNumber, region, period, published, url, doubts } = report;
  const entry: ReportEntry = {
    title,
    issuer,
    documentNumber,
    region,
    period,
    published,
    url,
    doubts: doubts.map((doubt) => ({ ...doubt, evidence: doubt.evidence.map(quote) })),
  };
  return { id, entry, reasons: reasonsOf(evidence, quote) };
}

function reasonsOf(evidence: ReportEvidence, quote: (span: Span) => string): readonly string[] {
  const fields = FIELDS.map((field) => {
    const found = evidence[field];
    if (found === null) return `${field}：没有找到`;
    return reasonOf(`${field}：${found.value}`, { ...found, quote });
  });
  const doubts = evidence.doubts.map((doubt) => reasonOf(`存疑：${doubt.note}`, { ...doubt, quote }));
  return [...fields, ...doubts];
}

interface Grounds {
  readonly confidence: number;
  readonly evidence: readonly Span[];
  readonly quote: (span: Span) => string;
}

function reasonOf(statement: string, { confidence, evidence, quote }: Grounds): string {
  const quotes = evidence.map((span) => `“${quote(span)}”`).join('');
  return `${statement}（把握 ${Math.round(confidence * 100)}%${quotes === '' ? '' : `，依据${quotes}`}）`;
}
