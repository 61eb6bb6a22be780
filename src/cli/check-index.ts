import { checkArtefact } from '../build/artefact/check-artefact.ts';
import { readArtefactFiles } from '../build/artefact/read-artefact-files.ts';
import { createArtefact } from '../build/main.ts';
import { createProgress } from '../build/progress.ts';
import { parseFlags, runCommand } from './arguments.ts';
import { embedderOf } from './choose-embedder.ts';
import { loadArtefact } from './load-artefact.ts';

/** Builds the index again in memory and compares it with the one in the folder; 1 if a byte or a span is wrong. */
async function main(): Promise<number> {
  const flags = parseFlags('check:index', {
    reports: { type: 'string', default: 'seeds' },
    index: { type: 'string', default: 'index' },
    'skip-bad': { type: 'boolean', default: false },
  });
  const files = await readArtefactFiles(flags.index);
  const progress = createProgress(process.stderr);
  const { manifest } = await loadArtefact(flags.index);
  const embed = embedderOf(manifest.embedder.name, process.env);
  const rebuilt = await createArtefact({ reports: flags.reports, skipBad: flags['skip-bad'], embed, progress });
  const problems = checkArtefact(files, rebuilt);
  for (const { file, problem } of problems) process.stderr.write(`${file}: ${problem}\n`);
  if (problems.length > 0) return 1;
  process.stdout.write(`${flags.index} 与 ${flags.reports} 一致：${rebuilt.size} 个文件逐字节相同\n`);
  return 0;
}

await runCommand('check:index', main);
