import type { Span } from './span.ts';

/** What a doubt is about. */
export type DoubtSubject = 'title' | 'issuer' | 'region' | 'period' | 'published';

/** A point on which a report contradicts itself or does not say what it must: shown to the reader as a caveat. */
export interface Doubt {
  readonly about: DoubtSubject;
  /** The caveat as shown, one Chinese sentence without a final full stop. */
  readonly note: string;
  /** Where the text shows it; empty when nothing in the text does. */
  readonly evidence: readonly Span[];
}

/** What is known of one report, from its text or from `seeds/reports.json`. */
export interface Report {
  /** File name without extension; unique in an artefact. */
  readonly id: string;
  readonly title: string;
  /** The authority that issued it, as written; null where the text does not say. */
  readonly issuer: string | null;
  /** Document number such as 温民办〔2019〕10号. */
  readonly documentNumber: string | null;
  /** Full name of the place it is about (a city, a province, 全国), a masked name as found (XX市), or null. */
  readonly region: string | null;
  /** Places above and including `region`, largest first: province, city. Empty when unknown. */
  readonly regionPath: readonly string[];
  /** Year (2018), half-year (2012上半年), span (2021..2025) or null when the text does not say. */
  readonly period: string | null;
  /** ISO date of publication, or null. */
  readonly published: string | null;
  readonly url: string | null;
  readonly doubts: readonly Doubt[];
}
