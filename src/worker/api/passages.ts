import { makeQuote } from '../../answer/quote/make-quote.ts';
import type { Quote } from '../../core/answer.ts';
import { overlaps } from '../../core/span.ts';
import type { Dependencies } from '../dependencies.ts';
import { passagesQuery } from './queries.ts';
import { type ApiHandler, Refusal, respond } from './respond.ts';

export interface FoundPassage extends Quote {
  /** Rank from 1; null where nothing was looked for. */
  readonly rank: number | null;
  /** Whether some of it could not be read: such a passage is never quoted. */
  readonly damaged: boolean;
}

export interface PassagesPage {
  readonly limit: number;
  readonly offset: number;
  readonly passages: readonly FoundPassage[];
}

/** `GET /api/passages`: the passages that fit a question best, or all of them in the order of the texts. */
export function passages({ artefact, findPassages }: Dependencies): ApiHandler {
  return respond(passagesQuery, ({ q, report, limit, offset }): PassagesPage | Refusal => {
    if (report !== undefined && !artefact.reports.some(({ id }) => id === report)) {
      return new Refusal({ code: 'unknown_report', parameter: 'report', message: '没有收录这份报告。' });
    }
    const within = report === undefined ? {} : { reports: [report] };
    const all =
      q === undefined
        ? artefact.passages.filter((passage) => report === undefined || passage.report === report)
        : findPassages(q, { ...within, limit: offset + limit });
    const shown = all.slice(offset, offset + limit).map((passage, i): FoundPassage => {
      const { report: id, start, end } = passage;
      const damaged = artefact.damage(id).garbled.some((garbled) => overlaps(garbled, passage));
      const rank = q === undefined ? null : offset + i + 1;
      return { ...makeQuote(artefact, { report: id, start, end }), rank, damaged };
    });
    return { limit, offset, passages: shown };
  });
}
