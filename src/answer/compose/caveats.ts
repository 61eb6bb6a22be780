import type { Block } from '../../core/block.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Query } from '../query/query.ts';
import type { Fit } from '../rank/fit.ts';

/** What an answer was chosen in spite of. */
export interface Reservation {
  readonly report: number;
  readonly fit: Fit;
  /** Period asked, as shown. */
  readonly asked: string | null;
}

/** What a reader must know of the reports quoted and of how the question was read. */
export function caveatsFor(
  corpus: Corpus,
  { query, reservations }: { query: Query; reservations: readonly Reservation[] },
): { blocks: Block[]; echo: string[] } {
  const notes: string[] = [];
  const echo: string[] = [];
  for (const { typed, read } of query.corrections) {
    notes.push(`按“${read}”理解“${typed}”`);
    echo.push(read, typed);
  }
  for (const { report, fit, asked } of reservations) {
    if (fit.otherPeriod && asked !== null) {
      notes.push(`没有找到${asked}的数，以下是另一期间的`);
      echo.push(asked);
    }
    if (fit.unknownPeriod) notes.push('原文未注明时间');
    notes.push(...corpus.reports[report]!.report.doubts.map(({ note }) => note));
  }
  return { blocks: [...new Set(notes)].map((text) => ({ type: 'caveat', text })), echo };
}
