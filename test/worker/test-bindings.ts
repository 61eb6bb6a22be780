import { type D1Migration, env } from 'cloudflare:test';

/** What the tests' own Worker is given: the simulated database, and the migrations that vitest.config.ts has read. */
interface TestBindings {
  readonly DB: D1Database;
  readonly MIGRATIONS: readonly D1Migration[];
}

export function bindingsOfTest(): TestBindings {
  return env as unknown as TestBindings;
}
