import type { ReportChange } from '../../answer/digest/compose-news.ts';
import type { ReportFingerprint } from '../../answer/digest/create-digest.ts';
import type { Database } from '../database.ts';

/** Since when the index has held each text of a report. */
export interface ReportChanges {
  /** What has been gained or changed since an instant, in milliseconds since 1970. */
  since(instant: number): readonly ReportChange[];
}

interface Row {
  readonly report: string;
  readonly hash: string;
  readonly seen_at: number;
}

/**
 * Writes down the reports that are held now, and tells what is new. The very first ones are not: nobody has seen an index
 * without them.
 *
 * @param now milliseconds since 1970
 */
export async function readReportChanges(
  database: Database,
  { held, now }: { held: readonly ReportFingerprint[]; now: number },
): Promise<ReportChanges> {
  const insert = `INSERT INTO digest_report (report, hash, seen_at)
    SELECT value ->> '$.report', value ->> '$.hash', CASE WHEN EXISTS (SELECT 1 FROM digest_report) THEN ?2 ELSE 0 END
    FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING`;
  await database.prepare(insert).bind(JSON.stringify(held), now).run();
  const { results } = await database.prepare('SELECT report, hash, seen_at FROM digest_report').all<Row>();
  const seen = Map.groupBy(results, ({ report }) => report);
  return {
    since(instant) {
      return held.flatMap(({ report, hash }): readonly ReportChange[] => {
        const rows = seen.get(report) ?? [];
        const own = rows.find((row) => row.hash === hash);
        if (own === undefined || own.seen_at <= instant) return [];
        return [{ report, kind: rows.some((row) => row.seen_at < own.seen_at) ? 'changed' : 'new' }];
      });
    },
  };
}
