import { checkReply } from '../../../answer/check-reply.ts';
import { createCorpus } from '../../../answer/corpus/corpus.ts';
import { parseQuery } from '../../../answer/query/parse-query.ts';
import { createQueryContext } from '../../../answer/query/query-context.ts';
import { findFor, type Retrieval } from '../../../answer/rank/retrieve.ts';
import { THRESHOLDS } from '../../../answer/rank/weights.ts';
import { answerQuery } from '../../../answer/select/answer-query.ts';
import type { Artefact } from '../../../core/artefact.ts';
import { createDivisions } from '../../../core/divisions.ts';
import type { SearchBackend } from '../../../core/search-backend.ts';
import { createTokenizer } from '../../../core/tokenizer.ts';

/** What answering consists of, in order. */
export const STAGES = ['parse', 'retrieve', 'rank', 'compose', 'gates'] as const;
export type Stage = (typeof STAGES)[number];

interface StageSource {
  readonly artefact: Artefact;
  readonly backend: SearchBackend;
  readonly questions: readonly string[];
}

/** Milliseconds that all questions together spend in each stage: retrieving is the search, ranking what `findFor` does besides. */
export function measureStages({ artefact, backend, questions }: StageSource): Record<Stage, number> {
  const spent: Record<Stage | 'find' | 'answer', number> = {
    ...{ parse: 0, retrieve: 0, rank: 0, compose: 0, gates: 0 },
    ...{ find: 0, answer: 0 },
  };
  function timed<Value>(stage: keyof typeof spent, run: () => Value): Value {
    const started = performance.now();
    const value = run();
    spent[stage] += performance.now() - started;
    return value;
  }
  const divisions = createDivisions();
  const corpus = createCorpus(artefact, divisions);
  const context = createQueryContext(corpus, { divisions, thisYear: null });
  const { segmenter } = context;
  const tokenize = createTokenizer(artefact.vocabulary);
  const plain: Retrieval = { corpus, backend, tokenize, segmenter, divisions, thresholds: THRESHOLDS };
  const search: SearchBackend['search'] = (request) => timed('retrieve', () => backend.search(request));
  for (const question of questions) {
    const query = timed('parse', () => parseQuery(question, { history: [], context }));
    timed('find', () => query.asks.map((ask) => findFor(ask, { ...plain, backend: { ...backend, search } })));
    const reply = timed('answer', () => answerQuery(query, plain));
    timed('gates', () => checkReply(reply, artefact));
  }
  const { parse, retrieve, find, answer, gates } = spent;
  return { parse, retrieve, rank: find - retrieve, compose: Math.max(0, answer - find), gates };
}
