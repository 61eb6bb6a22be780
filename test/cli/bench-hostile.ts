import { createAnswerer } from '../../src/answer/answer.ts';
import { runCommand } from '../../src/cli/arguments.ts';
import { quantile } from '../../src/cli/bench/quantile.ts';
import { loadArtefact } from '../../src/cli/load-artefact.ts';
import { createOramaBackend } from '../../src/core/orama-backend.ts';
import { createHostileQuestions } from '../answer/hostile-question.ts';

const SHOWN = 15;
const RUNS = 5;

/** `npm run bench:hostile`: the slowest hostile questions over the index, each by its fastest of several runs. */
async function main(): Promise<void> {
  const artefact = await loadArtefact(process.argv[2] ?? 'index');
  const answerer = createAnswerer({ artefact, backend: createOramaBackend(artefact), thisYear: 2024 });
  const timed = createHostileQuestions().map(({ name, question }) => {
    const runs = Array.from({ length: RUNS }, () => {
      const started = performance.now();
      answerer.reply(question, [question]);
      return performance.now() - started;
    });
    return { name, length: question.length, ms: Math.min(...runs) };
  });
  const times = timed.map(({ ms }) => ms).sort((a, b) => a - b);
  process.stdout.write(
    `${timed.length} questions: median ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms\n`,
  );
  for (const { name, length, ms } of timed.sort((a, b) => b.ms - a.ms).slice(0, SHOWN))
    process.stdout.write(`${ms.toFixed(1).padStart(8)} ms  ${String(length).padStart(8)}  ${name}\n`);
}

await runCommand('bench:hostile', main);
