import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answer/answer.ts';
import { checkReply } from '../../src/answer/check-reply.ts';
import { makeCorpus } from '../../src/cli/bench/answer/make-corpus.ts';
import { makeQuestions } from '../../src/cli/bench/answer/make-questions.ts';
import { readGoldSets } from '../../src/cli/eval/gold-sets.ts';
import type { Artefact } from '../../src/core/artefact.ts';
import type { Reply } from '../../src/core/block.ts';
import { createOramaBackend } from '../../src/core/orama-backend.ts';
import { MUTATIONS, type Mutant, mutantsOf } from '../answer/mutants.ts';

const ROOT = join(import.meta.dirname, '../..');
const ANSWERS = 1000;
const REPORTS = 12;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gates-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Given {
  readonly reply: Reply;
  readonly artefact: Artefact;
}

/** The different answers with a quote that the reports of an artefact give to questions, with earlier ones. */
function answersOf(
  artefact: Artefact,
  questions: readonly { question: string; history: readonly string[] }[],
): Given[] {
  const answerer = createAnswerer({ artefact, backend: createOramaBackend(artefact), thisYear: 2024 });
  const seen = new Map<string, Given>();
  for (const { question, history } of questions) {
    const reply = answerer.reply(question, history);
    if (reply.answer.quotes.length > 0) seen.set(reply.answer.text, { reply, artefact });
  }
  return [...seen.values()];
}

/** Real answers: to the gold questions over the five and the invented reports, and to made questions over these and made reports. */
async function collectAnswers(): Promise<Given[]> {
  const given = (await readGoldSets(join(ROOT, 'test/gold'), join(ROOT, 'index'))).flatMap(({ items, artefact }) => {
    const made = makeQuestions(artefact.figures, 300).map((question) => ({ question, history: [] }));
    return answersOf(artefact, [...items, ...made]);
  });
  const made = await makeCorpus(folder, REPORTS);
  const questions = makeQuestions(made.figures, 2000).map((question) => ({ question, history: [] }));
  return [...given, ...answersOf(made, questions)].slice(0, ANSWERS);
}

/** What of the reply the mutant has differently. */
function describeMutant({ mutation, reply: mutant }: Mutant, reply: Reply): string {
  const [before, after] = [reply, mutant].map(({ answer, blocks }) =>
    [...answer.figures, ...answer.quotes, ...blocks].map((part) => JSON.stringify(part)),
  );
  const at = (before ?? []).findIndex((part, i) => part !== after?.[i]);
  return `${mutation}: ${before?.[at]} -> ${after?.[at]}`;
}

describe('checkReply()', () => {
  it('catches every changed digit, swapped unit, moved point, dropped 万 and shifted span of 1,000 answers', {
    timeout: 600_000,
  }, async () => {
    const answers = await collectAnswers();
    const missed: string[] = [];
    const counts = Object.fromEntries(MUTATIONS.map((mutation) => [mutation, 0]));
    let caught = 0;
    for (const { reply, artefact } of answers) {
      expect(checkReply(reply, artefact)).toEqual([]);
      const before = missed.length;
      for (const mutant of mutantsOf(reply)) {
        counts[mutant.mutation]!++;
        if (checkReply(mutant.reply, artefact).length === 0) missed.push(describeMutant(mutant, reply));
      }
      if (missed.length === before) caught++;
    }
    console.log(
      `gates: of ${answers.length} answers all mutants caught in ${caught}; mutants ${JSON.stringify(counts)}, missed ${missed.length}`,
    );
    expect(missed.slice(0, 10)).toEqual([]);
    expect([answers.length, caught]).toEqual([ANSWERS, ANSWERS]);
  });
});
