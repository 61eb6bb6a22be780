import type { Reply } from '../../core/block.ts';
import type { GateFailure } from '../gate-failure.ts';
import type { Query } from '../query/query.ts';
import { askModel } from './ask-model.ts';
import { checkDraft } from './check-draft.ts';
import type { Complete } from './complete.ts';
import { composeDraft } from './compose-draft.ts';
import { parseDraft } from './draft.ts';
import { createEvidence, type Evidence } from './evidence.ts';
import { keepsQuestion } from './keeps-question.ts';
import type { ModelStep } from './model-trace.ts';
import { readRequest } from './read-request.ts';
import { withReading } from './with-reading.ts';

/** Texts of the tasks, one file each under `prompts/`. */
export interface Prompts {
  readonly understand: string;
  readonly compose: string;
  readonly digest: string;
}

/** What the extractive answerer offers. */
export interface ExtractiveAnswerer {
  reply(question: string, history?: readonly string[]): Reply;
  parse(question: string, history?: readonly string[]): Query;
}

export interface ModelAnswererParts {
  readonly answerer: ExtractiveAnswerer;
  readonly check: (reply: Reply) => readonly GateFailure[];
  readonly complete: Complete;
  readonly prompts: Pick<Prompts, 'understand' | 'compose'>;
  /** For all that is asked of the model for one question. */
  readonly milliseconds: number;
}

export interface ModelReply {
  readonly reply: Reply;
  readonly steps: readonly ModelStep[];
}

/** Answers with the help of a model. Whatever the model does, the reply is one that passed every check. */
export interface ModelAnswerer {
  reply(question: string, history?: readonly string[]): Promise<ModelReply>;
}

const UNDERSTAND_TOKENS = 200;
const COMPOSE_TOKENS = 500;
/** Shorter questions are greetings and typing errors. */
const SHORTEST_QUESTION = 4;

/** Whether the rules found nothing that the question is about. A place or time that is not held they know for sure. */
function isUnsure({ answer }: Reply, question: string): boolean {
  if (answer.type !== 'absent' || [...question].length < SHORTEST_QUESTION) return false;
  return answer.reason === 'property' || answer.reason === 'off_topic';
}

function describe({ figures, quotes }: Evidence): unknown {
  return {
    quotes: Object.fromEntries(quotes.map((text, index) => [`Q${index + 1}`, text])),
    figures: Object.fromEntries(
      figures.map(({ index, raw, property, region, period, kind, quote }) => [
        `F${index + 1}`,
        { what: property, where: region, when: period, value: raw, kind, quote: `Q${quote + 1}` },
      ]),
    ),
  };
}

/** An answerer that asks a model what the rules cannot read, and lets it word what they found. */
export function createModelAnswerer(parts: ModelAnswererParts): ModelAnswerer {
  const { answerer, check, complete, prompts, milliseconds } = parts;

  async function understand(question: string, { history, signal, plain }: Turn): Promise<ModelReply> {
    const asked = await askModel(complete, {
      ...{ prompt: prompts.understand, data: { question, earlier: history }, signal, maxTokens: UNDERSTAND_TOKENS },
    });
    const step = { task: 'understand', tokens: asked.tokens } as const;
    if (!asked.ok) return { reply: plain, steps: [{ ...step, outcome: 'failed', reason: asked.reason }] };
    const request = readRequest(asked.text, [...history, question]);
    if (!request.ok) return { reply: plain, steps: [{ ...step, outcome: 'refused', reason: request.reason }] };
    const declined: ModelReply = { reply: plain, steps: [{ ...step, outcome: 'declined', reason: null }] };
    if (request.question === null) return declined;
    if (!keepsQuestion(request.question, { question, history, parse: answerer.parse }))
      return { reply: plain, steps: [{ ...step, outcome: 'refused', reason: 'changed_question' }] };
    const found = answerer.reply(request.question);
    if (found.answer.type === 'absent') return declined;
    const reply = withReading(found, request.subject);
    if (check(reply).length > 0) return { reply: plain, steps: [{ ...step, outcome: 'refused', reason: 'gate' }] };
    return { reply, steps: [{ ...step, outcome: 'used', reason: null }] };
  }

  async function compose(question: string, { signal, plain }: Turn): Promise<ModelReply> {
    const evidence = createEvidence(plain);
    const asked = await askModel(complete, {
      ...{
        prompt: prompts.compose,
        data: { question, ...Object(describe(evidence)) },
        signal,
        maxTokens: COMPOSE_TOKENS,
      },
    });
    const step = { task: 'compose', tokens: asked.tokens } as const;
    if (!asked.ok) return { reply: plain, steps: [{ ...step, outcome: 'failed', reason: asked.reason }] };
    const draft = parseDraft(asked.text);
    const wrong = draft.ok ? checkDraft(draft.sentences, evidence) : draft.reason;
    if (!draft.ok || wrong !== null) return { reply: plain, steps: [{ ...step, outcome: 'refused', reason: wrong }] };
    const reply = composeDraft(draft.sentences, plain);
    if (reply === null || check(reply).length > 0)
      return { reply: plain, steps: [{ ...step, outcome: 'refused', reason: 'gate' }] };
    return { reply, steps: [{ ...step, outcome: 'used', reason: null }] };
  }

  return {
    async reply(question, history = []) {
      const plain = answerer.reply(question, history);
      const signal = AbortSignal.timeout(milliseconds);
      const read = isUnsure(plain, question)
        ? await understand(question, { history, signal, plain })
        : { reply: plain, steps: [] };
      if (read.reply.answer.type !== 'answer') return read;
      const worded = await compose(question, { history, signal, plain: read.reply });
      return { reply: worded.reply, steps: [...read.steps, ...worded.steps] };
    },
  };
}

interface Turn {
  readonly history: readonly string[];
  readonly signal: AbortSignal;
  /** The reply that goes out when the model is of no use. */
  readonly plain: Reply;
}
