import * as z from 'zod/mini';
import type { Reply } from '../../core/block.ts';
import { replyOf } from '../compose/reply.ts';
import type { DigestPart } from '../digest/create-digest.ts';
import type { GateFailure } from '../gate-failure.ts';
import { askModel } from './ask-model.ts';
import { checkCharacters } from './check-characters.ts';
import type { Complete } from './complete.ts';
import { findUncovered } from './cover-words.ts';
import WORDS from './draft-words.json' with { type: 'json' };
import { CLAUSE_END, plain } from './evidence.ts';
import type { ModelStep } from './model-trace.ts';
import { parseJsonLeniently } from './parse-json.ts';
import type { RefusalReason } from './refusal.ts';

export interface DigestLinking {
  readonly complete: Complete;
  /** The text of `prompts/digest.md`. */
  readonly prompt: string;
  readonly signal: AbortSignal;
  /** Both gates. */
  readonly check: (reply: Reply) => readonly GateFailure[];
}

export interface LinkedDigest {
  readonly parts: readonly DigestPart[];
  /** Null: nothing was asked. */
  readonly step: ModelStep | null;
}

const MAX_TOKENS = 120;
const LONGEST = 60;
const GLUE: ReadonlySet<string> = new Set([...WORDS.glue, ...WORDS.digestGlue]);
const RESPONSE = z.object({ sentence: z.string().check(z.minLength(1)) });

/** What is wrong with a sentence: it may name what the digest shows and say that it shows it, nothing else. */
function checkSentence(sentence: string, names: readonly string[]): RefusalReason | null {
  if (sentence.length > LONGEST) return 'too_long';
  const wrong = checkCharacters(sentence);
  if (wrong !== null) return wrong;
  const sources = { glue: GLUE, labels: names.map(plain), source: '' };
  const covered = plain(sentence)
    .split(CLAUSE_END)
    .every((clause) => findUncovered(clause, sources) === null);
  return covered ? null : 'unsupported_word';
}

function readSentence(text: string, names: readonly string[]): { sentence: string } | { reason: RefusalReason } {
  const json = parseJsonLeniently(text);
  if (json === undefined) return { reason: 'not_json' };
  const parsed = RESPONSE.safeParse(json);
  if (!parsed.success) return { reason: 'wrong_schema' };
  const sentence = parsed.data.sentence.trim();
  const reason = checkSentence(sentence, names);
  return reason === null ? { sentence } : { reason };
}

function withSentence({ answer, blocks, echo = [] }: Reply, sentence: string): Reply {
  const { type, reason, figures, quotes } = answer;
  return replyOf({ type, reason, figures, quotes }, { blocks: [{ type: 'line', text: sentence }, ...blocks], echo });
}

/** The parts of a digest with a sentence by the model in front of its first item; without it when anything is wrong. */
export async function linkDigest(parts: readonly DigestPart[], linking: DigestLinking): Promise<LinkedDigest> {
  const at = parts.findIndex(({ item }) => item !== null);
  const first = parts[at];
  if (first === undefined) return { parts, step: null };
  const { figures } = first.reply.answer;
  const items = figures.map(({ property, region, period }) => ({ what: property, where: region, when: period }));
  const { complete, prompt, signal, check } = linking;
  const asked = await askModel(complete, { prompt, data: { items }, signal, maxTokens: MAX_TOKENS });
  const step = { task: 'digest', tokens: asked.tokens } as const;
  if (!asked.ok) return { parts, step: { ...step, outcome: 'failed', reason: asked.reason } };
  const read = readSentence(asked.text, [...new Set(items.map(({ what }) => what))]);
  if ('reason' in read) return { parts, step: { ...step, outcome: 'refused', reason: read.reason } };
  const reply = withSentence(first.reply, read.sentence);
  if (check(reply).length > 0) return { parts, step: { ...step, outcome: 'refused', reason: 'gate' } };
  return { parts: parts.with(at, { ...first, reply }), step: { ...step, outcome: 'used', reason: null } };
}
