import { createAnswerer } from '../answer/answer.ts';
import { WenjuError } from '../core/error.ts';
import { createOramaBackend } from '../core/orama-backend.ts';
import { parseCommandLine, runCommand } from './arguments.ts';
import { printBatch } from './ask/print-batch.ts';
import { printExplanation } from './ask/print-explanation.ts';
import { printReply } from './ask/print-reply.ts';
import { loadArtefact } from './load-artefact.ts';

const COMMAND = 'ask';
const USAGE = `用法：npm run ask -- "问题" [--json] [--explain] [--index 目录]
      npm run --silent ask -- --batch 问题.jsonl [--index 目录]`;
const DEFAULT_INDEX = 'index';

async function createLocalAnswerer(folder: string) {
  const artefact = await loadArtefact(folder);
  return createAnswerer({ artefact, backend: createOramaBackend(artefact), thisYear: new Date().getFullYear() });
}

/** `npm run ask`: one question, or a file of them. */
async function ask(): Promise<void> {
  const { values, positionals } = parseCommandLine(COMMAND, {
    json: { type: 'boolean' },
    batch: { type: 'string' },
    index: { type: 'string', default: DEFAULT_INDEX },
    explain: { type: 'boolean' },
  });
  const question = positionals.join(' ');
  if ((values.batch === undefined) === (question.trim() === '')) {
    throw new WenjuError('usage', `${COMMAND}: 请给出一个问题，或用 --batch 给出一个文件\n${USAGE}`, {
      command: COMMAND,
    });
  }
  const answerer = await createLocalAnswerer(values.index);
  if (values.batch !== undefined) await printBatch(values.batch, answerer);
  else if (values.explain === true) printExplanation(answerer.explain(question));
  else if (values.json === true) process.stdout.write(`${JSON.stringify(answerer.reply(question).answer, null, 2)}\n`);
  else printReply(answerer.reply(question), process.stdout);
}

await runCommand(COMMAND, ask);
