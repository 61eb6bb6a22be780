import type { Divisions } from '../../core/divisions.ts';
import { fold } from '../../core/fold.ts';
import { COUNTRY } from '../../core/place-names.ts';
import type { Report } from '../../core/report.ts';
import type { CleanDocument } from '../document.ts';
import type { Structure } from '../structure/find-structure.ts';
import { isProse } from '../structure/lines.ts';
import type { Detected, DetectedDoubt, DetectionText } from './detected.ts';
import { findDoubts } from './find-doubts.ts';
import { findDocumentNumber, findIssuer } from './find-issuer.ts';
import { choosePeriod, findPeriodSources } from './find-period.ts';
import { findPublished } from './find-published.ts';
import { type DetectedRegion, findRegion } from './find-region.ts';
import { findTitle, titleOfFile } from './find-title.ts';

/** What each field of a report rests on; null where the text does not say. Spans are positions in the clean text. */
export interface ReportEvidence {
  readonly title: Detected<string> | null;
  readonly issuer: Detected<string> | null;
  readonly documentNumber: Detected<string> | null;
  readonly region: DetectedRegion | null;
  readonly period: Detected<string> | null;
  readonly published: Detected<string> | null;
  readonly doubts: readonly DetectedDoubt[];
}

export interface Detection {
  /** Doubts with evidence in positions of the clean text. */
  readonly report: Report;
  readonly evidence: ReportEvidence;
}

/** What a report says about itself: who issued it, about which place and time, and where it contradicts itself. */
export function detectReport(clean: CleanDocument, structure: Structure, divisions: Divisions): Detection {
  const text = detectionText(clean, structure);
  const title = findTitle(text);
  const published = findPublished(text);
  const issuer = findIssuer(text);
  const region = findRegion(text, { title, issuer, divisions });
  const sources = findPeriodSources(text, { title, published });
  const period = choosePeriod(sources);
  const found = { title, issuer, region, period, published };
  const doubts = findDoubts(text, { ...found, sources, divisions });
  const documentNumber = findDocumentNumber(text);
  const report: Report = {
    id: clean.id,
    title: title?.value ?? titleOfFile(clean.file),
    issuer: issuer === null ? null : fullIssuer(issuer.value, region),
    documentNumber: documentNumber?.value ?? null,
    ...regionFields(region?.value ?? null, divisions),
    period: period?.value ?? null,
    published: published?.value ?? null,
    url: null,
    doubts: doubts.map(({ about, note, evidence }) => ({ about, note, evidence })),
  };
  return { report, evidence: { ...found, documentNumber, doubts } };
}

function detectionText(clean: CleanDocument, { lines, sections }: Structure): DetectionText {
  const body = lines.find(({ kind, text }) => kind === null && isProse(text));
  return { clean, lines, sections, bodyStart: body?.start ?? clean.text.length };
}

/** 省人民政府 with the name of the province, which the speaker leaves out. */
function fullIssuer(issuer: string, region: DetectedRegion | null): string {
  if (region?.place == null || region.place === COUNTRY) return issuer;
  const kind = /^(?:自治[区州县旗]|[省市县区州])(?=\p{Script=Han}{2})/u.exec(issuer)?.[0];
  if (kind === undefined || !region.value.endsWith(kind)) return issuer;
  return `${region.value}${issuer.slice(kind.length)}`;
}

/** The region with the places above it; a name that no division bears stands alone. */
export function regionFields(region: string | null, divisions: Divisions): Pick<Report, 'region' | 'regionPath'> {
  if (region === null) return { region, regionPath: [] };
  const folded = fold(region);
  const place = divisions.lookup(folded).find(({ name }) => name === folded);
  const county = place ?? divisions.findPlaces(folded).find(({ start }) => start === 0);
  const above = county === undefined ? [] : divisions.ancestors(county.code).map(({ name }) => name);
  return {
    region,
    regionPath: [...above, ...(place === undefined && county !== undefined ? [county.name] : []), region],
  };
}
