import { html } from 'hono/html';
import type { Report } from '../../../core/report.ts';
import { FIGURE_WORDS } from '../figure-words.ts';
import type { Content, Markup } from '../layout.ts';
import type { Page } from '../page.ts';
import { sourceAddress } from './source-address.ts';
import { SOURCE_WORDS, type SourceWords } from './source-words.ts';

interface Held {
  readonly sections: number;
  readonly figures: number;
  /** Of the clean text. */
  readonly characters: number;
}

/** What is known of a report, what is not, and what is in doubt. */
export function metadataMarkup(report: Report, { page, held }: { page: Page; held: Held }): Markup {
  const words = SOURCE_WORDS[page.language];
  const { notStated, period } = FIGURE_WORDS[page.language];
  const fields: readonly (readonly [keyof SourceWords['fields'], Content | null])[] = [
    ['issuer', report.issuer],
    ['documentNumber', report.documentNumber],
    ['region', report.region === null ? null : places(report)],
    ['period', report.period === null ? null : period(report.period)],
    ['published', report.published],
    ['url', report.url === null ? html`<span class="soft">${words.notRecorded}</span>` : addressMarkup(report.url)],
    ['held', words.held(held)],
  ];
  const rows = fields
    .filter(([name, value]) => value !== null || name !== 'documentNumber')
    .map(
      ([name, value]) =>
        html`<div><dt>${words.fields[name]}</dt><dd>${value ?? html`<span class="soft">${notStated}</span>`}</dd></div>`,
    );
  return html`<dl class="facts">${rows}</dl>${report.doubts.map((doubt) => doubtMarkup(doubt, { report, page }))}`;
}

function places({ region, regionPath }: Report): string {
  return regionPath.includes(region ?? '') ? regionPath.join(' › ') : (region ?? '');
}

/** Only web addresses become links: a report may claim any address. */
function addressMarkup(url: string): Content {
  return /^https?:\/\//u.test(url) ? html`<a href="${url}" rel="noopener noreferrer external">${url}</a>` : url;
}

function doubtMarkup(doubt: Report['doubts'][number], { report, page }: { report: Report; page: Page }): Markup {
  const words = SOURCE_WORDS[page.language];
  const links = doubt.evidence.map((span, i) => {
    const address = sourceAddress(page, { report: report.id, span, kind: 'clean', pageNumber: null });
    return html` <a href="${address}" aria-label="${words.evidence} ${i + 1}">[${i + 1}]</a>`;
  });
  const evidence = links.length === 0 ? '' : html` <span class="evidence">${words.evidence}${links}</span>`;
  return html`<p class="doubt"><b>${words.doubt[doubt.about]}</b> <span lang="zh-Hans">${doubt.note}。</span>${evidence}</p>`;
}
