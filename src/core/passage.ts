import type { Span } from './span.ts';

/** The unit of retrieval: one sentence or a run of short ones, never across a heading. */
export interface Passage extends Span {
  readonly report: string;
  /** Index into the artefact's sections. */
  readonly section: number;
}
