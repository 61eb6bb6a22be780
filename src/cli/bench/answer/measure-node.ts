import { readFile } from 'node:fs/promises';
import { createAnswerer } from '../../../answer/answer.ts';
import { readArtefactFiles } from '../../../build/artefact/read-artefact-files.ts';
import { parseArtefact } from '../../../core/artefact.ts';
import { createOramaBackend } from '../../../core/orama-backend.ts';
import { createExamples } from '../../../worker/create-examples.ts';
import { measureStages } from './measure-stages.ts';

const THIS_YEAR = 2026;
const MEGABYTE = 2 ** 20;

/** CPU of this process so far, in milliseconds, all threads. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Asks every question and returns the milliseconds of each: elapsed and CPU. */
function ask(questions: readonly string[], reply: (question: string) => unknown): { wall: number[]; cpu: number[] } {
  const times: { wall: number[]; cpu: number[] } = { wall: [], cpu: [] };
  for (const question of questions) {
    const [started, used] = [performance.now(), cpu()];
    reply(question);
    times.wall.push(performance.now() - started);
    times.cpu.push(cpu() - used);
  }
  return times;
}

/** Run as a process of its own, so that its first question is cold. Arguments: index folder, JSON file of questions. Prints JSON. */
const [folder = '', file = ''] = process.argv.slice(2);
const questions: string[] = JSON.parse(await readFile(file, 'utf8'));
const files = await readArtefactFiles(folder);
const before = { cpu: cpu(), memory: process.memoryUsage().rss };
const artefact = parseArtefact(files);
const backend = createOramaBackend(artefact);
const answerer = createAnswerer({ artefact, backend, thisYear: THIS_YEAR });
createExamples(artefact.figures, answerer).warmUp();
const load = cpu() - before.cpu;
const reply = (question: string) => answerer.reply(question);
const [first = Number.NaN] = ask(questions.slice(0, 1), reply).cpu;
ask(questions, reply);
const warm = ask(questions, reply);
const megabytes = (process.memoryUsage().rss - before.memory) / MEGABYTE;
process.stdout.write(
  JSON.stringify({ load, first, warm, megabytes, stages: measureStages({ artefact, backend, questions }) }),
);
