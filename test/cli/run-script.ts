import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** Runs a script of `src/cli` as npm would, from the root of the project. */
export function runScript(script: string, flags: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('src/cli', script), ...flags], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}
