import { DatabaseSync } from 'node:sqlite';
import type { Engine } from './engine.ts';

/**
 * SQLite's FTS5 and its `bm25`, over our terms joined by spaces, in memory; null where Node was built without it. A point is
 * part of a word, so that 14.7 stays one.
 */
export function createSqliteFts(): Engine | null {
  const database = new DatabaseSync(':memory:');
  try {
    database.exec(
      `CREATE VIRTUAL TABLE passages USING fts5(terms, tokenize = "unicode61 remove_diacritics 0 tokenchars '.'")`,
    );
  } catch {
    return null;
  }
  return {
    name: 'SQLite FTS5',
    build(passages, tokenize) {
      const add = database.prepare('INSERT INTO passages(rowid, terms) VALUES (?, ?)');
      database.exec('BEGIN');
      passages.forEach((text, id) => {
        add.run(id, tokenize(text).join(' '));
      });
      database.exec('COMMIT');
      const find = database.prepare('SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?');
      const size = database.prepare('SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size');
      return {
        bytes: Number(size.get()?.bytes),
        search(question, limit) {
          const terms = tokenize(question).map((term) => `"${term}"`);
          return terms.length === 0 ? [] : find.all(terms.join(' OR '), limit).map(({ rowid }) => Number(rowid));
        },
      };
    },
  };
}
