import type { Report } from '../../core/report.ts';
import type { Section } from '../../core/section.ts';
import type { Dependencies } from '../dependencies.ts';
import { noQuery } from './queries.ts';
import { type ApiHandler, Refusal, respond } from './respond.ts';

/** A report with what is held of it. */
export interface HeldReport extends Report {
  readonly figures: number;
  /** In UTF-16 code units. */
  readonly length: number;
  /** Path of its page. */
  readonly page: string;
}

export interface ReportList {
  /** Version of the index: another one has other answers. */
  readonly version: string;
  readonly reports: readonly HeldReport[];
}

export interface ReportDetail extends HeldReport {
  /** Its headings with what stands under each. */
  readonly sections: readonly Omit<Section, 'report'>[];
  /** The text as found: what all spans point into. */
  readonly source: string;
}

/** `GET /api/reports`: what is held. */
export function reports({ artefact }: Dependencies): ApiHandler {
  return respond(noQuery, (): ReportList => {
    return {
      version: artefact.manifest.version,
      reports: artefact.reports.map((report) => describe(report, artefact)),
    };
  });
}

/** `GET /api/reports/:report`: one report with its outline and its text. */
export function report({ artefact }: Dependencies): ApiHandler {
  return respond(noQuery, (_, c): ReportDetail | Refusal => {
    const found = artefact.reports.find(({ id }) => id === c.req.param('report'));
    if (found === undefined) {
      return new Refusal({ code: 'unknown_report', parameter: 'report', message: '没有收录这份报告。' });
    }
    const first = artefact.sections.findIndex((section) => section.report === found.id);
    const sections = artefact.sections
      .filter((section) => section.report === found.id)
      .map(({ report: _, parent, ...section }) => ({ ...section, parent: parent === null ? null : parent - first }));
    return { ...describe(found, artefact), sections, source: artefact.source(found.id) };
  });
}

function describe(held: Report, { figures, source }: Dependencies['artefact']): HeldReport {
  return {
    ...held,
    figures: figures.filter((figure) => figure.report === held.id).length,
    length: source(held.id).length,
    page: `/r/${encodeURIComponent(held.id)}`,
  };
}
