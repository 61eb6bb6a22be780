import { readdir, readFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import * as z from 'zod/mini';
import { createDivisions, type Divisions } from '../core/divisions.ts';
import { WenjuError } from '../core/error.ts';
import { OffsetMap } from '../core/offset-map.ts';
import type { Doubt, Report } from '../core/report.ts';
import type { Span } from '../core/span.ts';
import type { CleanDocument } from './document.ts';
import { regionFields } from './metadata/detect-report.ts';

const ENTRIES_FILE = 'reports.json';
const PERIOD = /^\d{4}(?:[上下]半年|[一二三四]季度|\d{1,2}月)?$|^\d{4}\.\.\d{4}$/;
const text = z.string().check(z.minLength(1));

const reportEntrySchema = z.strictObject({
  title: text,
  issuer: z.nullable(text),
  documentNumber: z.nullable(text),
  region: z.nullable(text),
  period: z.nullable(z.string().check(z.regex(PERIOD))),
  published: z.nullable(z.iso.date()),
  url: z.nullable(z.url()),
  doubts: z.array(
    z.strictObject({
      about: z.enum(['title', 'issuer', 'region', 'period', 'published']),
      note: text,
      /** Verbatim pieces of the report that show it. */
      evidence: z.array(text),
    }),
  ),
});

/** What a person knows about a report: stands in for all that its text says. */
export type ReportEntry = z.infer<typeof reportEntrySchema>;

/** The entries of a reports folder, with the divisions that their regions are looked up in. */
export interface ReportEntries {
  readonly byId: ReadonlyMap<string, ReportEntry>;
  readonly divisions: Divisions;
}

/**
 * The entries in `reports.json` of a folder; none if there is no such file.
 *
 * @throws WenjuError `bad_file` if the file is no JSON object, `bad_report_entry` for a wrong, missing or unknown field, or
 * an entry without a report
 */
export async function readReportEntries(folder: string): Promise<ReportEntries> {
  const files = await readdir(folder);
  if (!files.includes(ENTRIES_FILE)) return createReportEntries({});
  const file = join(folder, ENTRIES_FILE);
  const entries = parseObject(await readFile(file, 'utf8'), file);
  const ids = new Set(files.map((name) => parse(name).name));
  const stranger = Object.keys(entries).find((id) => !ids.has(id));
  if (stranger !== undefined) {
    throw badEntry({ report: stranger, field: 'id', reason: `${folder} 里没有这份报告` });
  }
  return createReportEntries(entries);
}

/**
 * Checked entries by report id.
 *
 * @throws WenjuError `bad_report_entry` naming report and field
 */
export function createReportEntries(entries: Readonly<Record<string, unknown>>): ReportEntries {
  const byId = new Map<string, ReportEntry>();
  for (const [report, entry] of Object.entries(entries)) {
    const parsed = reportEntrySchema.safeParse(entry);
    if (!parsed.success) throw badEntry({ report, ...fieldOf(parsed.error.issues[0]) });
    byId.set(report, parsed.data);
  }
  return { byId, divisions: createDivisions() };
}

function parseObject(json: string, file: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(json));
  } catch (cause) {
    throw new WenjuError('bad_file', `${file} 不是以报告编号为键的 JSON 对象`, { file }, { cause });
  }
}

function fieldOf(issue: z.core.$ZodIssue | undefined): { field: string; reason: string } {
  if (issue === undefined) return { field: '', reason: '' };
  const path = [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys : [])];
  const reason = issue.code === 'unrecognized_keys' ? '没有这个字段' : `字段缺失或不合规定（${issue.code}）`;
  return { field: path.join('.'), reason };
}

function badEntry({ report, field, reason }: { report: string; field: string; reason: string }): WenjuError {
  return new WenjuError('bad_report_entry', `reports.json 的 ${report} 条目，${field}：${reason}`, { report, field });
}

/**
 * The report as detected, or as its entry has it.
 *
 * @returns doubts with evidence in positions of the clean text
 * @throws WenjuError `bad_report_entry` if the report does not hold a piece of evidence
 */
export function withEntry(
  detected: Report,
  { entries, clean }: { entries: ReportEntries; clean: CleanDocument },
): Report {
  const entry = entries.byId.get(detected.id);
  if (entry === undefined) return detected;
  const { region, doubts, ...fields } = entry;
  const located = doubts.map((doubt, index): Doubt => {
    const evidence = doubt.evidence.map((quote) => {
      const span = locate(quote, clean);
      if (span !== null) return span;
      throw badEntry({ report: detected.id, field: `doubts.${index}.evidence`, reason: `报告里没有“${quote}”` });
    });
    return { ...doubt, evidence };
  });
  return { id: detected.id, ...fields, ...regionFields(region, entries.divisions), doubts: located };
}

/** Where a verbatim piece of the clean text, or else of the source, stands in the clean text. */
function locate(quote: string, { text: cleanText, source, edits }: CleanDocument): Span | null {
  const start = cleanText.indexOf(quote);
  if (start >= 0) return { start, end: start + quote.length };
  const inSource = source.indexOf(quote);
  return inSource < 0 ? null : OffsetMap.of(edits).mapSpan({ start: inSource, end: inSource + quote.length });
}
