import type { Digest } from '../answer/digest/create-digest.ts';
import type { GateFailure } from '../answer/gate-failure.ts';
import type { Prompts } from '../answer/model/create-model-answerer.ts';
import type { Query } from '../answer/query/query.ts';
import type { Verifier } from '../answer/verify/create-verifier.ts';
import type { Artefact } from '../core/artefact.ts';
import type { Reply } from '../core/block.ts';
import type { Passage } from '../core/passage.ts';
import type { SearchRequest } from '../core/search-backend.ts';
import type { ReadBindings } from './environment.ts';
import type { Evidence } from './evidence.ts';
import type { Log } from './log.ts';
import type { Pacer } from './telegram/pacer.ts';

/** Answers one question; earlier user turns of the conversation come first to last. */
export interface Answerer {
  reply(question: string, history?: readonly string[]): Reply;
  /** The same, told the embedding of the question, where the index was built with an embedder elsewhere. */
  near(vector: Float32Array): Pick<Answerer, 'reply' | 'parse'>;
  /** How a question is read. */
  parse(question: string, history?: readonly string[]): Query;
}

/** What the routes work with. Created once when the isolate starts, and passed. */
export interface Dependencies {
  readonly answerer: Answerer;
  readonly evidence: Evidence;
  /** The reports and their texts, for the source pages and the health page. */
  readonly artefact: Pick<
    Artefact,
    | 'manifest'
    | 'reports'
    | 'sections'
    | 'passages'
    | 'figures'
    | 'figuresIn'
    | 'source'
    | 'edits'
    | 'cleanText'
    | 'damage'
  >;
  /** The passages that a question leads to, best first. */
  readonly findPassages: (question: string, scope: Omit<SearchRequest, 'terms'>) => readonly Passage[];
  /** Looks a sentence up in the reports. */
  readonly verifier: Verifier;
  /** What daily digests are made of. */
  readonly digest: Digest;
  /** Both gates: what of the reply cannot be found in the reports. */
  readonly check: (reply: Reply) => readonly GateFailure[];
  /** Questions that this index answers, for the help text and the page. */
  readonly examples: () => readonly string[];
  /** Text of the scorecard; parsed when it is shown. */
  readonly scorecard: string;
  /** What the optional language model is told. */
  readonly prompts: Prompts;
  readonly log: Log;
  readonly readBindings: ReadBindings;
  /** How Telegram is called. */
  readonly fetch: typeof fetch;
  readonly pacer: Pacer;
  /** Waits so many milliseconds. */
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
