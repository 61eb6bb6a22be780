import type { Divisions } from '../../core/divisions.ts';
import { fold } from '../../core/fold.ts';
import type { Span } from '../../core/span.ts';
import datedEvents from './dated-events.json' with { type: 'json' };
import type { Detected, DetectedDoubt, DetectionText } from './detected.ts';
import { isHalfYear, type PeriodSources } from './find-period.ts';
import { type DetectedRegion, regionOfBody } from './find-region.ts';
import { lastYear, statedPeriods } from './stated-periods.ts';

/** What has been found so far, with its sources. */
export interface Findings {
  readonly title: Detected<string> | null;
  readonly issuer: Detected<string> | null;
  readonly region: DetectedRegion | null;
  readonly period: Detected<string> | null;
  readonly sources: PeriodSources;
  readonly published: Detected<string> | null;
  readonly divisions: Divisions;
}

/** Where a report contradicts itself, or does not say what it must. Notes are shown to readers. */
export function findDoubts(text: DetectionText, findings: Findings): readonly DetectedDoubt[] {
  const checks = [
    titleAgainstBody,
    summaryAgainstPlan,
    publishedTooEarly,
    onlyPublished,
    undatedPeriod,
    eventsAgainstPeriod,
    hiddenRegion,
    regionAgainstBody,
    countedLater,
  ];
  return checks.flatMap((check) => check(text, findings) ?? []);
}

type Check = (text: DetectionText, findings: Findings) => DetectedDoubt | null;

const yearName = (period: string) =>
  /^\d{4}$/u.test(period) ? `${period}年` : period.replace(/^(\d{4})(?=[上下])/u, '$1年').replace('..', '至');

const titleAgainstBody: Check = (_, { sources: { heading, title, body } }) => {
  const said = heading ?? body;
  if (title === null || said === null || said.confidence < 0.8) return null;
  if (lastYear(title.value) === lastYear(said.value)) return null;
  return {
    about: 'period',
    note: `标题写的是${yearName(title.value)}，正文写的是${yearName(said.value)}`,
    evidence: [...title.evidence, ...said.evidence],
    confidence: 0.9,
  };
};

const summaryAgainstPlan: Check = ({ sections }) => {
  const summed = sections.find(({ level, plan, period }) => level === 1 && !plan && /^\d{4}$/u.test(period ?? ''));
  const planned = sections.find(
    ({ level, plan, period, start }) => level === 1 && plan && period === summed?.period && start > summed!.start,
  );
  if (summed === undefined || planned === undefined) return null;
  const spans = [summed, planned].map(({ start, label, heading }) => ({
    start,
    end: start + label.length + heading.length,
  }));
  return {
    about: 'period',
    note: `原文把${summed.period}年既写成总结的年份，又写成计划的年份`,
    evidence: spans,
    confidence: 0.8,
  };
};

const publishedTooEarly: Check = (_, { published, period }) => {
  if (published === null || period === null) return null;
  if (Number(published.value.slice(0, 4)) >= lastYear(period.value)) return null;
  return {
    about: 'published',
    note: `发布日期${published.value}早于所写的${yearName(period.value)}`,
    evidence: [...published.evidence, ...period.evidence],
    confidence: 0.8,
  };
};

const onlyPublished: Check = (_, { period, sources }) => {
  if (period === null || period !== sources.published) return null;
  return {
    about: 'period',
    note: `原文没有写明年份，按发布日期推断为${yearName(period.value)}`,
    evidence: period.evidence,
    confidence: 0.7,
  };
};

interface DatedMention extends Span {
  readonly name: string;
  readonly from: number | null;
  readonly to: number | null;
}

/** Events of known years that the text speaks of. */
function datedMentions({ clean, sections }: DetectionText, { title, issuer }: Findings): readonly DatedMention[] {
  const subject = fold(`${title?.value ?? ''}${issuer?.value ?? ''}`);
  const plans = sections.filter(({ plan }) => plan);
  return datedEvents.flatMap((event) => {
    const found = new RegExp(`(?<!巩固[^，。]{0,12})(?:${event.pattern})(?![^，。]{0,6}(?:成果|以来))`, 'u').exec(
      clean.folded,
    );
    if (found === null || !new RegExp(event.subject ?? '', 'u').test(subject)) return [];
    if (plans.some(({ start, end }) => start <= found.index && found.index < end)) return [];
    return [
      { name: event.name, from: event.from, to: event.to, start: found.index, end: found.index + found[0].length },
    ];
  });
}

/** Without a year: the years that the events leave, and a lone year that does not fit them. */
function undatedPeriod(text: DetectionText, findings: Findings): DetectedDoubt | null {
  if (findings.period !== null) return null;
  const bounds = datedMentions(text, findings);
  const closed = bounds.find(({ from, to }) => from !== null && from === to);
  const years = statedPeriods(text.clean.folded).filter(({ period }) => /^\d{4}$/u.test(period));
  const stray = years.length === 1 ? years[0] : undefined;
  const half = isHalfYear(text.clean.folded) ? '，只说到上半年' : '';
  const hint = closed === undefined ? '' : `；文中的“${closed.name}”是${closed.from}年的活动`;
  const odd = stray === undefined ? '' : `；文中只有一处写到${yearName(stray.period)}，不能当作所总结的年份`;
  const evidence = [closed, stray].flatMap((span) =>
    span === undefined ? [] : [{ start: span.start, end: span.end }],
  );
  return { about: 'period', note: `原文没有写明年份${half}${hint}${odd}`, evidence, confidence: 0.9 };
}

function eventsAgainstPeriod(text: DetectionText, findings: Findings): readonly DetectedDoubt[] {
  if (findings.period === null) return [];
  const year = lastYear(findings.period.value);
  const first = Number(findings.period.value.slice(0, 4));
  return datedMentions(text, findings).flatMap((event): DetectedDoubt[] => {
    const early = event.from !== null && event.from > year + 1;
    const late = event.to !== null && event.to < first;
    if (!early && !late) return [];
    const note = late
      ? `文中所说${event.name}不晚于${event.to}年，与所写的${yearName(findings.period!.value)}不合`
      : `文中提到${event.from}年才有的${event.name}，与所写的${yearName(findings.period!.value)}不合`;
    return [{ about: 'period', note, evidence: [{ start: event.start, end: event.end }], confidence: 0.6 }];
  });
}

const hiddenRegion: Check = (_, { region }) => {
  if (region === null) return { about: 'region', note: '原文没有写明是哪个地区', evidence: [], confidence: 0.8 };
  if (region.place !== null || !/[XxＸ×某*＊]/u.test(region.value)) return null;
  return { about: 'region', note: `原文隐去了地名，只写作${region.value}`, evidence: region.evidence, confidence: 0.9 };
};

/** The title's place is never named in the body, and another is, again and again. */
const regionAgainstBody: Check = (text, { region, divisions }) => {
  if (region?.place == null || region.confidence < 0.9 || region.place.level === 'country') return null;
  const { place } = region;
  const other = regionOfBody({ ...text, clean: bodyOf(text) }, { divisions, issuer: null });
  if (other?.place == null || other.evidence.length < 3 || other.place.level === 'country') return null;
  const named = divisions.findPlaces(text.clean.folded.slice(text.bodyStart));
  const related = [...divisions.ancestors(other.place.code), other.place].some(({ code }) => code === place.code);
  if (related || named.some(({ code }) => code === place.code)) return null;
  return {
    about: 'region',
    note: `标题写的是${place.name}，正文说的多是${other.place.name}`,
    evidence: [...region.evidence, ...other.evidence.map(({ start, end }) => shifted({ start, end }, text.bodyStart))],
    confidence: 0.6,
  };
};

function bodyOf({ clean, bodyStart }: DetectionText): DetectionText['clean'] {
  return { ...clean, text: clean.text.slice(bodyStart), folded: clean.folded.slice(bodyStart) };
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** 截至2021年底 in a report about 2019. */
const countedLater: Check = ({ clean, sections }, { period }) => {
  if (period === null) return null;
  const year = lastYear(period.value);
  const plans = sections.filter(({ plan }) => plan);
  for (const found of clean.folded.matchAll(/截[至止]\s*((?:19|20)\d{2})年/gu)) {
    const planned = plans.some(({ start, end }) => start <= found.index && found.index < end);
    if (planned || Number(found[1]) <= year + 1) continue;
    const evidence = [{ start: found.index, end: found.index + found[0].length }];
    return {
      about: 'period',
      note: `文中有“${found[0]}”的数字，晚于所写的${yearName(period.value)}`,
      evidence,
      confidence: 0.7,
    };
  }
  return null;
};
