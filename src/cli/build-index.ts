import { buildIndex } from '../build/main.ts';
import { createProgress } from '../build/progress.ts';
import { parseFlags, runCommand } from './arguments.ts';
import { chooseEmbedder } from './choose-embedder.ts';
import { summarizeBuild } from './summarize-build.ts';

async function main(): Promise<void> {
  const flags = parseFlags('build:index', {
    reports: { type: 'string', default: 'seeds' },
    out: { type: 'string', default: 'index' },
    embedder: { type: 'string', default: 'lsa' },
    'embedding-model': { type: 'string' },
    'skip-bad': { type: 'boolean', default: false },
  });
  const embed = chooseEmbedder({ provider: flags.embedder, model: flags['embedding-model'] }, process.env);
  const began = performance.now();
  const progress = createProgress(process.stderr);
  const files = await buildIndex({
    reports: flags.reports,
    out: flags.out,
    skipBad: flags['skip-bad'],
    embed,
    progress,
  });
  process.stdout.write(summarizeBuild(files, performance.now() - began));
}

await runCommand('build:index', main);
