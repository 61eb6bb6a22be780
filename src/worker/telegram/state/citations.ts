import type { Quote } from '../../../core/answer.ts';
import type { Span } from '../../../core/span.ts';
import type { Database } from '../../database.ts';

/** A span of a report. */
export interface Citation extends Span {
  readonly report: string;
}

/** Spans that were sent, by an identifier short enough for a button and an address. */
export interface Citations {
  /** The identifiers of quotes, in their order. The same span has the same one. */
  keep(quotes: readonly Pick<Quote, 'report' | 'start' | 'end'>[]): Promise<readonly string[]>;
  find(id: string): Promise<Citation | null>;
}

const ID_BYTES = 9;

export function createCitations(database: Database): Citations {
  return {
    async keep(quotes) {
      const ids = await Promise.all(quotes.map(citationId));
      const insert = 'INSERT INTO citation (id, report, start, "end") VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING';
      if (quotes.length === 0) return ids;
      await database.batch(
        quotes.map(({ report, start, end }, i) => database.prepare(insert).bind(ids[i]!, report, start, end)),
      );
      return ids;
    },
    find(id) {
      return database.prepare('SELECT report, start, "end" FROM citation WHERE id = ?').bind(id).first<Citation>();
    },
  };
}

/** Twelve characters of A-Z, a-z, 0-9, - and _: what deep links may hold. */
async function citationId({ report, start, end }: Citation): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([report, start, end]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return toBase64Url(digest.subarray(0, ID_BYTES));
}

/** URL-safe Base64 (RFC 4648, section 5) without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
