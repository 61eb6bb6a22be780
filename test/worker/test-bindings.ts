import { type D1Migration, env } from 'cloudflare:test';

/** What the tests' own Worker is given: the simulated database, and the migrations that vitest.config.ts has read. */
interface TestBindings {
  readonly DB: D1Database;
  readonly DIGESTS: Queue;
  readonly MIGRATIONS: readonly D1Migration[];
  /** How much the long tests do: as `WENJU_RUNS` and `WENJU_GROUPS` of the environment, `check:full` sets them high. */
  readonly RUNS: number | null;
  readonly GROUPS: number | null;
}

export function bindingsOfTest(): TestBindings {
  return env as unknown as TestBindings;
}
