import { html } from 'hono/html';
import type { Content, Markup } from '../layout.ts';
import type { LineHeading, SourceLine } from './source-lines.ts';

/** A line of the outline. */
interface Entry {
  readonly heading: string;
  readonly level: number;
  readonly address: string;
}

/** Identifier of a heading. Never that of a span: those are two numbers. */
export function headingId({ start }: LineHeading): string {
  return `h${start}`;
}

interface OutlineOptions {
  readonly label: string;
  /** Address of a heading, which may be on another page. */
  readonly addressOf: (heading: LineHeading) => string;
}

/** The headings of a report as nested lists; nothing where it has none. */
export function outlineMarkup(lines: readonly SourceLine[], { label, addressOf }: OutlineOptions): Content {
  const entries = lines.flatMap(({ headings }) =>
    headings.map((heading) => ({ heading: heading.text, level: heading.level, address: addressOf(heading) })),
  );
  if (entries.length === 0) return '';
  return html`<nav class="outline" aria-label="${label}"><h2>${label}</h2>${list(entries)}</nav>`;
}

function list(entries: readonly Entry[]): Markup {
  const items: Markup[] = [];
  for (let i = 0; i < entries.length; ) {
    const { heading, level, address } = entries[i]!;
    let next = i + 1;
    while (next < entries.length && entries[next]!.level > level) next++;
    const below = next === i + 1 ? '' : list(entries.slice(i + 1, next));
    items.push(html`<li><a href="${address}">${heading}</a>${below}</li>`);
    i = next;
  }
  return html`<ol>${items}</ol>`;
}
