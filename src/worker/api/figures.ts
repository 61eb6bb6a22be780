import type { Figure } from '../../core/figure.ts';
import type { Dependencies } from '../dependencies.ts';
import { jsonPage } from '../pages/figures/downloads.ts';
import type { FigureTable } from '../pages/figures/figure-table.ts';
import { selectFigures } from '../pages/figures/select-figures.ts';
import { figuresQuery } from './queries.ts';
import { type ApiHandler, Refusal, respond } from './respond.ts';

/** A figure with what a reader sees beside it. */
export type PlacedFigure = Figure & { readonly title: string; readonly place: string; readonly url: string };

export interface FiguresPage {
  /** How many there are in all. */
  readonly total: number;
  readonly limit: number;
  readonly offset: number;
  readonly figures: readonly PlacedFigure[];
}

/** `GET /api/figures`: the figures that fit all filters, as `/figures` finds them, a page of them. */
export function figures({ artefact }: Dependencies, table: () => FigureTable): ApiHandler {
  const titles = new Map(artefact.reports.map(({ id, title }) => [id, title]));
  return respond(figuresQuery, ({ q, section, sort, limit, offset, ...chosen }): FiguresPage | Refusal => {
    if (section !== undefined && chosen.report === undefined) {
      return new Refusal({
        code: 'bad_parameter',
        parameter: 'section',
        message: '参数 section 须与 report 一起给出。',
      });
    }
    const { report = '', region = '', period = '', unit = '', kind = '' } = chosen;
    const filters = { report, region, period, unit, kind };
    const query = { words: q ?? '', filters, section: section ?? null, sort, pageNumber: 1 };
    const { found } = selectFigures(table(), { query, sections: artefact.sections });
    const page = jsonPage(table(), { found: found.subarray(offset, offset + limit), titles });
    return { ...page, total: found.length, limit, offset };
  });
}
