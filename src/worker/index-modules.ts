import figures from '../../index/figures.json';
import manifest from '../../index/manifest.json';
import orama from '../../index/orama.json';
import passages from '../../index/passages.json';
import postings from '../../index/postings.bin';
import projectionBytes from '../../index/projection.bin';
import projection from '../../index/projection.json';
import reports from '../../index/reports.json';
import scorecard from '../../index/scorecard.json';
import sections from '../../index/sections.json';
import sources from '../../index/sources.json';
import vectors from '../../index/vectors.bin';
import vocabulary from '../../index/vocabulary.txt';
import compose from '../../prompts/compose.md';
import digestPrompt from '../../prompts/digest.md';
import understand from '../../prompts/understand.md';
import { createAnswerer, type Answerer as FullAnswerer } from '../answer/answer.ts';
import { checkReply } from '../answer/check-reply.ts';
import { createDigest } from '../answer/digest/create-digest.ts';
import { createVerifier, type Verifier } from '../answer/verify/create-verifier.ts';
import { type Artefact, parseArtefact } from '../core/artefact.ts';
import { createOramaBackend } from '../core/orama-backend.ts';
import { createTokenizer, type Tokenizer } from '../core/tokenizer.ts';
import { createExamples } from './create-examples.ts';
import type { Dependencies } from './dependencies.ts';
import { createBindingsReader } from './environment.ts';
import { createEvidence } from './evidence.ts';
import { createLog } from './log.ts';
import { createPacer } from './telegram/pacer.ts';
import { yearInChina } from './year-in-china.ts';

/**
 * Parses the index that is bundled with the Worker and prepares everything that answers. Called when the isolate starts:
 * there it counts towards the second of start-up, in a request it would count towards the ten milliseconds of that.
 *
 * @throws {WenjuError} `bad_artefact` if the bundled index is damaged.
 */
export function loadDependencies(): Dependencies {
  const artefact = parseArtefact({
    'manifest.json': manifest,
    'reports.json': reports,
    'sources.json': sources,
    'sections.json': sections,
    'passages.json': passages,
    'figures.json': figures,
    'orama.json': orama,
    'postings.bin': postings,
    'vocabulary.txt': vocabulary,
    'projection.json': projection,
    'projection.bin': projectionBytes,
    'vectors.bin': vectors,
  });
  const backend = createOramaBackend(artefact);
  const tokenize = lazyTokenizer(artefact.vocabulary);
  const answerer = createAnswerer({ artefact, backend, thisYear: () => yearInChina(Date.now()) });
  const examples = createExamples(artefact.figures, answerer);
  examples.warmUp();
  return {
    answerer,
    evidence: createEvidence({ library: artefact, backend, tokenize, subject: subjectOf(answerer) }),
    findPassages: (question, scope) =>
      backend
        .search({ ...scope, terms: tokenize(question) })
        .flatMap(({ passage }) => artefact.passages[passage] ?? []),
    verifier: lazyVerifier(artefact),
    artefact,
    scorecard,
    digest: createDigest(answerer.corpus),
    check: (reply) => checkReply(reply, artefact),
    examples: examples.list,
    prompts: { understand, compose, digest: digestPrompt },
    log: createLog((line) => console.log(line)),
    readBindings: createBindingsReader(),
    fetch: (input, init) => fetch(input, init),
    pacer: createPacer(Date.now),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    now: Date.now,
  };
}

/** Reads the vocabulary when first called: answering has a tokenizer of its own. */
function lazyTokenizer(vocabulary: string): Tokenizer {
  let tokenize: Tokenizer | null = null;
  return function tokenizeLate(text) {
    tokenize ??= createTokenizer(vocabulary);
    return tokenize(text);
  };
}

/** The things that a question asks for, as the answerer reads it. */
function subjectOf({ explain }: Pick<FullAnswerer, 'explain'>) {
  return function subject(question: string, history: readonly string[]): string {
    const concepts = explain(question, history).asks.flatMap((ask) => ask.concepts);
    return concepts.map(({ asked }) => asked).join(' ');
  };
}

/** Reads the reports when first asked: few ask, and the start has a second for everything. */
function lazyVerifier(artefact: Artefact): Verifier {
  let verifier: Verifier | null = null;
  return {
    verify(statement) {
      verifier ??= createVerifier(artefact);
      return verifier.verify(statement);
    },
  };
}
