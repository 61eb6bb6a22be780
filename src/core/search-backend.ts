import type { Manifest } from './manifest.ts';

/** One ranked passage. */
export interface Hit {
  /** Index into the artefact's passages. */
  readonly passage: number;
  /** Fused score, higher is better; comparable within one search only. */
  readonly score: number;
  /** Rank from 1 in each ranking that holds it. */
  readonly ranks: { readonly text: number | null; readonly vector: number | null };
}

export interface SearchRequest {
  /** Terms as the tokenizer gives them, duplicates kept. */
  readonly terms: readonly string[];
  /** Reports to search in; all of them when absent. */
  readonly reports?: readonly string[];
  readonly limit: number;
  /** The question as the index's embedder embeds it, where that one is elsewhere; without it the text alone ranks. */
  readonly vector?: Float32Array;
}

/** Finds passages. The prebuilt Orama index stands behind it today; a larger engine can later. */
export interface SearchBackend {
  search(request: SearchRequest): readonly Hit[];
  /** Number of passages that hold a term. */
  frequency(term: string): number;
  readonly manifest: Manifest;
}
