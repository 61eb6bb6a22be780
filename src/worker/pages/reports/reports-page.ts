import type { Handler } from 'hono';
import { html } from 'hono/html';
import type { Report } from '../../../core/report.ts';
import type { AppEnvironment } from '../../app.ts';
import type { Dependencies } from '../../dependencies.ts';
import { FIGURE_WORDS } from '../figure-words.ts';
import { type Content, layout, type Markup } from '../layout.ts';
import { type Page, readPage } from '../page.ts';
import { coverageOf } from './coverage.ts';
import { REPORTS_WORDS } from './reports-words.ts';

/** Reports described on a page, and regions in the table at most. */
const PAGE_SIZE = 50;
const MOST_REGIONS = 200;

/** What a report holds. */
interface Counts {
  readonly characters: number;
  readonly sections: number;
  readonly figures: number;
  readonly masked: number;
}

interface Library {
  readonly reports: readonly Report[];
  readonly counts: {
    readonly figures: (report: Report) => number;
    readonly all: (report: Report) => Counts;
  };
  readonly page: Page;
}

/** `GET /reports`: what is held for which places and times, what is missing between, and what each report holds. */
export function reportsPage({ artefact }: Dependencies): Handler<AppEnvironment> {
  let counts: Library['counts'] | null = null;
  return function showReports(c) {
    const page = readPage(c);
    const words = REPORTS_WORDS[page.language];
    const { reports, figures } = artefact;
    counts ??= createCounts(artefact);
    const library = { reports, counts, page };
    const regions = new Set(reports.flatMap(({ region }) => region ?? [])).size;
    const asked = Number(/^\d{1,6}$/u.exec(c.req.query('page') ?? '')?.[0] ?? 1);
    const main = html`<h1>${words.title}</h1>
<p class="soft">${words.lead({ reports: reports.length, regions, figures: figures.length })}</p>
${reports.length === 0 ? html`<p>${words.none}</p>` : html`${coverageMarkup(library)}${listMarkup(library, asked)}`}`;
    return c.html(layout(main, { page, title: words.title, width: 'wide' }));
  };
}

/** Counts figures and headings in one pass, and the characters of a report when it is described: they cost most. */
function createCounts({ figures, sections, cleanText }: Dependencies['artefact']): Library['counts'] {
  const byReport = Map.groupBy(figures, ({ report }) => report);
  const headings = Map.groupBy(
    sections.filter(({ heading }) => heading !== ''),
    ({ report }) => report,
  );
  const known = new Map<string, Counts>();
  return {
    figures: ({ id }) => byReport.get(id)?.length ?? 0,
    all(report) {
      const { id } = report;
      const counted = known.get(id);
      if (counted !== undefined) return counted;
      const own = byReport.get(id) ?? [];
      const counts = {
        characters: cleanText(id).text.replace(/\s/gu, '').length,
        sections: headings.get(id)?.length ?? 0,
        figures: own.length,
        masked: own.filter(({ masked }) => masked).length,
      };
      known.set(id, counts);
      return counts;
    },
  };
}

function coverageMarkup({ reports, counts, page }: Library): Markup {
  const words = REPORTS_WORDS[page.language];
  const { notStated, period: periodOf } = FIGURE_WORDS[page.language];
  const { regions, periods, cell, gaps } = coverageOf(reports);
  const heads = periods.map((period) => html`<th scope="col">${period === null ? notStated : periodOf(period)}</th>`);
  const cellMarkup = (own: readonly Report[]) => {
    const [first] = own;
    if (first === undefined) return html`<td class="soft gap">${words.gap}</td>`;
    const figures = own.reduce((sum, report) => sum + counts.figures(report), 0);
    const address = own.length === 1 ? page.link(`/r/${encodeURIComponent(first.id)}`) : page.link('/reports#list');
    return html`<td><a href="${address}">${words.cell({ reports: own.length, figures })}</a></td>`;
  };
  const rows = regions
    .slice(0, MOST_REGIONS)
    .map(
      (region) =>
        html`<tr><th scope="row">${region ?? notStated}</th>${periods.map((period) => cellMarkup(cell(region, period)))}</tr>`,
    );
  return html`<section><h2>${words.coverage}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${words.coverage}"><table><thead><tr><th scope="col">${words.region}</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div>
${gaps.length === 0 ? '' : html`<p class="soft">${words.gaps(gaps.map(periodOf).join(page.language === 'zh' ? '、' : ', '))}</p>`}
</section>`;
}

function listMarkup({ reports, counts, page }: Library, asked: number): Markup {
  const words = REPORTS_WORDS[page.language];
  const count = Math.ceil(reports.length / PAGE_SIZE);
  const number = Math.min(Math.max(asked, 1), count);
  const shown = reports.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE);
  const items = shown.map((report) => itemMarkup(report, { page, counts: counts.all(report) }));
  return html`<section><h2 id="list">${words.list}</h2><ol class="reports">${items}</ol>${pager(page, { number, count })}</section>`;
}

function itemMarkup(report: Report, { page, counts }: { page: Page; counts: Counts }): Markup {
  const words = REPORTS_WORDS[page.language];
  const { period: periodOf } = FIGURE_WORDS[page.language];
  const { issuer, documentNumber, region, period, published, doubts } = report;
  const facts = [issuer, documentNumber, region, period === null ? null : periodOf(period), published];
  const doubt = doubts.length === 0 ? '' : html` <span class="chip warn">${words.doubts(doubts.length)}</span>`;
  return html`<li class="card"><h3 lang="zh-Hans"><a href="${page.link(`/r/${encodeURIComponent(report.id)}`)}">${report.title}</a></h3>
<p>${facts.filter((fact) => fact !== null).join(' · ')}${doubt}</p>
<p class="soft">${words.counts(counts)} · <a href="${page.link('/figures', { report: report.id })}" aria-label="${words.figures}：${report.title}">${words.figures}</a></p></li>`;
}

function pager(page: Page, { number, count }: { number: number; count: number }): Content {
  if (count === 1) return '';
  const words = REPORTS_WORDS[page.language];
  const links = Array.from({ length: count }, (_, i) => {
    const current = i + 1 === number ? html` aria-current="page"` : '';
    return html`<a class="button" href="${page.link('/reports#list', { page: i === 0 ? null : i + 1 })}" aria-label="${words.page(i + 1, count)}"${current}>${i + 1}</a>`;
  });
  return html`<nav class="pager" aria-label="${words.pages}">${links}</nav>`;
}
