import type { Artefact } from '../core/artefact.ts';
import type { Reply } from '../core/block.ts';
import { createDivisions } from '../core/divisions.ts';
import { nearVector } from '../core/near-vector.ts';
import type { SearchBackend } from '../core/search-backend.ts';
import { createTokenizer } from '../core/tokenizer.ts';
import { checkReply } from './check-reply.ts';
import { composeHelp } from './compose/compose-absent.ts';
import { composeRefusal } from './compose/compose-refusal.ts';
import { type Corpus, createCorpus, type Library } from './corpus/corpus.ts';
import { type Explanation, explainQuery } from './explain.ts';
import { parseQuery } from './query/parse-query.ts';
import type { Query } from './query/query.ts';
import { createQueryContext } from './query/query-context.ts';
import type { Retrieval } from './rank/retrieve.ts';
import { THRESHOLDS, type Thresholds } from './rank/weights.ts';
import { answerQuery } from './select/answer-query.ts';

/** Answers questions over the reports of one artefact. Keeps no state between questions. */
export interface Answerer {
  /**
   * The checked reply to a question. Never throws, whatever the question holds.
   *
   * @param history earlier turns of the same user, oldest first
   */
  reply(question: string, history?: readonly string[]): Reply;
  /** The same, told the embedding of the question, where the index was built with an embedder elsewhere. */
  near(vector: Float32Array): Pick<Answerer, 'reply' | 'parse'>;
  /** How a question is read. */
  parse(question: string, history?: readonly string[]): Query;
  /** How the question was read and what was found for it, for a person who wonders. */
  explain(question: string, history?: readonly string[]): Explanation;
  /** The reports as they were read, for what looks at them without a question. */
  readonly corpus: Corpus;
}

/** What an answerer is made of. */
export interface AnswererParts {
  readonly artefact: Pick<Artefact, keyof Library>;
  readonly backend: SearchBackend;
  /** What 今年 means; a function where the clock stands still while the answerer is made. Without it relative years are not read. */
  readonly thisYear?: number | (() => number);
  /** What an answer must reach, in place of `THRESHOLDS`: for their calibration. */
  readonly thresholds?: Thresholds;
}

/** Prepares the reports once; each question then takes milliseconds. */
export function createAnswerer({ artefact, backend, thisYear, thresholds = THRESHOLDS }: AnswererParts): Answerer {
  const divisions = createDivisions();
  const corpus = createCorpus(artefact, divisions);
  const context = createQueryContext(corpus, { divisions, thisYear: null });
  const year = (): number | null => (typeof thisYear === 'function' ? thisYear() : (thisYear ?? null));
  const { segmenter } = context;
  const retrieval = {
    corpus,
    backend,
    divisions,
    segmenter,
    thresholds,
    tokenize: createTokenizer(artefact.vocabulary, segmenter),
  };
  const parse = (question: string, history: readonly string[] = []): Query =>
    parseQuery(question, { history, context: { ...context, thisYear: year() } });

  const replyFrom =
    (own: Retrieval): Answerer['reply'] =>
    (question, history) => {
      const query = parse(question, history);
      const composed = query.shape === 'off_topic' ? composeHelp(corpus) : answerQuery(query, own);
      return checkReply(composed, artefact).length === 0 ? composed : composeRefusal();
    };

  return {
    reply: replyFrom(retrieval),
    near: (vector) => ({ parse, reply: replyFrom({ ...retrieval, backend: nearVector(backend, vector) }) }),
    corpus,
    parse,
    explain: (question, history) => explainQuery(parse(question, history), retrieval),
  };
}
