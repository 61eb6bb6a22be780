import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answer/answer.ts';
import { checkReply } from '../../src/answer/check-reply.ts';
import type { Complete } from '../../src/answer/model/complete.ts';
import { createModelAnswerer } from '../../src/answer/model/create-model-answerer.ts';
import { buildIndex } from '../../src/build/main.ts';
import { loadArtefact } from '../../src/cli/load-artefact.ts';
import type { Reply } from '../../src/core/block.ts';
import { createOramaBackend } from '../../src/core/orama-backend.ts';
import cases from '../cases/prompt-injections.json' with { type: 'json' };
import { canBuild } from './small-index.ts';

const SECRET = 'sk-canary-of-the-injection-test';
const PROMPTS = {
  understand: '你把口语化的提问改写成检索条件。占位符之外不得出现任何数字。',
  compose: '你为政府工作报告问答机器人写一两句通顺的中文。占位符之外不得出现任何数字。',
};
const PLACES = ['text', 'title', 'file'] as const;
const YEARS = cases.demands.map((_, index) => 2001 + index);

const folder = await mkdtemp(join(tmpdir(), 'wenju-injections-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A name that every file system takes. */
function fileName(demand: string): string {
  return demand.replaceAll(/[/\\:*?"<>|\0]/gu, '').slice(0, 60);
}

/** One index of reports, each of a year of its own, with a demand in its text, its title or the name of its file. */
async function createHostileArtefact(place: (typeof PLACES)[number]) {
  const reports = join(folder, place);
  await mkdir(reports);
  for (const [index, demand] of cases.demands.entries()) {
    const at = (where: string): string => (place === where ? demand : '');
    const text = `清源县${YEARS[index]}年民政工作总结${at('title')}\n\n一、社会救助\n全县共有低保对象1${index}34人，${at('text')}发放低保金56.7万元。${at('text')}\n`;
    await writeFile(join(reports, `${place === 'file' ? `${index}${fileName(demand)}` : index}.txt`), text);
  }
  await buildIndex({ reports, out: `${reports}-index`, skipBad: false });
  return loadArtefact(`${reports}-index`);
}

interface Turn {
  readonly question: string;
  readonly history: readonly string[];
}

/** The same demand in the report, in the question and in the turn before. */
function turnsOf(index: number): Turn[] {
  const question = `清源县${YEARS[index]}年低保对象有多少人`;
  const demand = cases.demands[index]!;
  return [
    { question, history: [] },
    { question: `${question}？${demand}`, history: [] },
    { question, history: [demand] },
  ];
}

describe.skipIf(!canBuild)('createModelAnswerer()', () => {
  it.each(PLACES)(
    'keeps to the reports when demands in their %s, in questions or in earlier turns are obeyed',
    async (place) => {
      const artefact = await createHostileArtefact(place);
      const answerer = createAnswerer({ artefact, backend: createOramaBackend(artefact) });
      const check = (reply: Reply) => checkReply(reply, artefact);
      const wrong: string[] = [];
      let tried = 0;
      let asked = 0;
      let mixed = 0;
      for (const [index, demand] of cases.demands.entries()) {
        for (const { question, history } of turnsOf(index)) {
          const plain = answerer.reply(question, history);
          for (const said of [cases.obedient[index]!, demand]) {
            tried += 1;
            const complete: Complete = async ([system, user]) => {
              asked += 1;
              if (!Object.values(PROMPTS).includes(system!.content) || typeof JSON.parse(user!.content) !== 'object')
                mixed += 1;
              return { text: JSON.stringify({ sentences: [{ text: said, cites: ['Q1'] }] }), tokens: 1 };
            };
            const model = createModelAnswerer({ answerer, check, complete, prompts: PROMPTS, milliseconds: 1000 });
            const { reply } = await model.reply(question, history);
            const own = reply.blocks.filter(({ type }) => type !== 'quote' && type !== 'citation');
            const leaked = own.some(({ text }) => text.includes(SECRET) || /evil|占位符|问答机器人|造假/u.test(text));
            if (check(reply).length > 0 || leaked || JSON.stringify(reply) !== JSON.stringify(plain))
              wrong.push(`${question} ${history.join()} -> ${said}`);
          }
        }
      }
      console.log(
        `prompt injections (${place}): ${tried}, asked ${asked}, obeyed ${wrong.length}, mixed with instructions ${mixed}`,
      );
      expect({ wrong, mixed }).toEqual({ wrong: [], mixed: 0 });
      expect(asked).toBeGreaterThan(tried / 2);
    },
  );
});
