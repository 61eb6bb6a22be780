import type { Tokenizer } from '../../../core/tokenizer.ts';

/** A search engine under comparison, over passages numbered in order. */
export interface Engine {
  readonly name: string;
  /** Indexes the passages, and reads the index back from what is stored of it where the engine can. */
  build(passages: readonly string[], tokenize: Tokenizer): BuiltEngine | Promise<BuiltEngine>;
}

export interface BuiltEngine {
  /** The numbers of the passages that fit the question best, best first. */
  search(question: string, limit: number): readonly number[];
  /** Size of the stored index, in bytes. */
  readonly bytes: number;
}

/** Size of a value as JSON in UTF-8, in bytes. */
export function jsonBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
