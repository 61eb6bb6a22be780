import { join } from 'node:path';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

/** Tests of pure code run in both runtimes; what needs node: runs in Node alone, what needs bindings in workerd alone. */
const PURE = ['test/core/**/*.test.ts', 'test/answer/**/*.test.ts'];

const MIGRATIONS = await readD1Migrations(join(import.meta.dirname, 'migrations'));

/** A number in the environment, or null. */
function countOf(name: string): number | null {
  const value = process.env[name];
  return value === undefined ? null : Number(value);
}

export default defineConfig({
  test: {
    // Many tests wait for a Worker or a browser: two at a time keep both cores of a small machine busy.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'node',
          include: [
            ...PURE,
            'test/build/**/*.test.ts',
            'test/cli/**/*.test.ts',
            'test/project/**/*.test.ts',
            'test/double/**/*.test.ts',
            'test/e2e/**/*.test.ts',
          ],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [
          cloudflareTest({
            main: './test/worker/main.ts',
            wrangler: { configPath: './wrangler.toml' },
            miniflare: { bindings: { MIGRATIONS, RUNS: countOf('WENJU_RUNS'), GROUPS: countOf('WENJU_GROUPS') } },
          }),
        ],
        test: {
          name: 'workers',
          isolate: false,
          include: [...PURE, 'test/worker/**/*.test.ts'],
          globalSetup: ['test/double/provide-schema.ts'],
          setupFiles: ['test/worker/migrate.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
