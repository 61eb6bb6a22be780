import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answer/answer.ts';
import { checkReply } from '../../src/answer/check-reply.ts';
import { createModelAnswerer } from '../../src/answer/model/create-model-answerer.ts';
import { loadArtefact } from '../../src/cli/load-artefact.ts';
import type { Reply } from '../../src/core/block.ts';
import { createOramaBackend } from '../../src/core/orama-backend.ts';
import cases from '../cases/model-outputs.json' with { type: 'json' };

interface Case {
  readonly name: string;
  readonly text: string;
  readonly cites?: readonly string[];
  readonly reasons: readonly string[];
}

const CASES: readonly Case[] = cases;
const QUESTIONS = 12;
const ROOT = join(import.meta.dirname, '../..');

const artefact = await loadArtefact(join(ROOT, 'index'));
const answerer = createAnswerer({ artefact, backend: createOramaBackend(artefact) });
const check = (reply: Reply) => checkReply(reply, artefact);
const prompts = { understand: 'u', compose: 'c' };

function withModel(text: string) {
  const complete = () => Promise.resolve({ text, tokens: 1 });
  return createModelAnswerer({ answerer, check, complete, prompts, milliseconds: 1000 });
}

/** Questions whose answer is one plain figure. */
const questions = readFileSync(join(ROOT, 'test/gold/dev.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line): { category: string; question: string } => JSON.parse(line))
  .filter(({ category, question }) => {
    const { answer } = answerer.reply(question);
    return category === 'figure' && answer.type === 'answer' && answer.figures[0]?.kind === 'actual';
  })
  .map(({ question }) => question);

/** Those where a plain sentence may be sent, so that what is refused is refused for what was done to it. */
const worded: string[] = [];
for (const question of questions) {
  const { steps } = await withModel('{"sentences":[{"text":"{{F1.what}}为{{F1}}。","cites":["Q1"]}]}').reply(question);
  if (steps[0]?.outcome === 'used') worded.push(question);
}

describe('createModelAnswerer()', () => {
  it('sends nothing of a draft that is not held by its quotes', async () => {
    let tried = 0;
    const sent: string[] = [];
    const reasons: string[] = [];
    for (const question of worded.slice(0, QUESTIONS)) {
      const plain = answerer.reply(question);
      for (const { name, text, cites, reasons: expected } of CASES) {
        const draft = text.replaceAll('%raw%', plain.answer.figures[0]!.raw);
        const response = JSON.stringify({ sentences: [{ text: draft, cites: cites ?? ['Q1'] }] });
        const { reply, steps } = await withModel(response).reply(question);
        tried += 1;
        if (JSON.stringify(reply) !== JSON.stringify(plain)) sent.push(`${name}: ${question}`);
        const [step] = steps;
        if (step?.outcome !== 'refused' || !expected.includes(step.reason ?? ''))
          reasons.push(`${name}: ${step?.outcome} ${step?.reason} (${question})`);
      }
    }
    console.log(
      `adversarial drafts: ${tried}, unsupported statements sent: ${sent.length}, without its reason: ${reasons.length}`,
    );
    expect(sent).toEqual([]);
    expect(reasons).toEqual([]);
    expect(tried).toBeGreaterThanOrEqual(500);
  });

  it('sends a sentence that its quote holds, in front of the quote, with everything else unchanged', async () => {
    let used = 0;
    for (const question of questions) {
      const plain = answerer.reply(question);
      const response =
        '{"sentences":[{"text":"根据报告，{{F1.when}}{{F1.where}}{{F1.what}}为{{F1}}。","cites":["Q1"]}]}';
      const { reply, steps } = await withModel(`好的：\n\`\`\`json\n${response}\n\`\`\``).reply(question);
      expect(checkReply(reply, artefact)).toEqual([]);
      if (steps[0]?.outcome !== 'used') {
        // Words such as 累计 that the clause has must not be lost; the extractive reply goes out.
        expect(steps[0]?.reason).toMatch(/lost_qualifier|unknown_placeholder/u);
        expect(reply).toEqual(plain);
        continue;
      }
      used += 1;
      const added = reply.blocks.filter((block) => block.type === 'line' && block.mentions !== undefined);
      expect(added).toHaveLength(1);
      expect(added[0]!.text).toMatch(/^根据报告，.+为.+。 \[1\]$/u);
      expect(reply.blocks.filter((block) => block !== added[0])).toEqual(plain.blocks);
    }
    console.log(`worded: ${used} of ${questions.length}`);
    expect(used).toBeGreaterThan(questions.length / 3);
  });
});
