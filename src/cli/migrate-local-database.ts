import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../worker/database.ts';

export interface LocalDatabase {
  /** The wrangler.toml that binds it as DB. */
  readonly config: string;
  /** Folder of the .sql files, applied in the order of their names. */
  readonly migrations: string;
  /** Folder where the simulated bindings are kept. */
  readonly state: string;
}

/**
 * Applies the migrations that the local database lacks, and writes down which in the table that `wrangler d1 migrations` reads.
 * Asks nothing and needs no network.
 */
export async function migrateLocalDatabase({ config, migrations, state }: LocalDatabase): Promise<void> {
  const { getPlatformProxy, unstable_splitSqlQuery: splitSqlQuery } = await import('wrangler');
  const { env, dispose } = await getPlatformProxy<{ DB: Database }>({
    configPath: config,
    // `wrangler dev` keeps them in a folder named after the layout.
    persist: { path: join(state, 'v3') },
  });
  try {
    const database = env.DB;
    await database
      .prepare(
        'CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)',
      )
      .run();
    const { results } = await database.prepare('SELECT name FROM d1_migrations').all<{ name: string }>();
    const applied = new Set(results.map(({ name }) => name));
    const files = (await readdir(migrations)).filter((file) => file.endsWith('.sql') && !applied.has(file));
    for (const file of files.sort()) {
      const statements = splitSqlQuery(await readFile(join(migrations, file), 'utf8'));
      await database.batch([
        ...statements.map((statement) => database.prepare(statement)),
        database.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(file),
      ]);
    }
  } finally {
    await dispose();
  }
}
