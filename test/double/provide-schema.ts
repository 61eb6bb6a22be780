import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Global set-up of tests that run in workerd: `inject('botApiSchema')` gives them the schema. A process of its own makes
 * it, since the compiler does not run inside of the bundler that such tests are set up in.
 */
export function setup(project: TestProject): void {
  const program = join(import.meta.dirname, 'schema/print-schema.ts');
  const printed = execFileSync(process.execPath, [program], { encoding: 'utf8', maxBuffer: MAX_BYTES });
  project.provide('botApiSchema', JSON.parse(printed));
}
