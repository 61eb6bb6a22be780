import type { Artefact } from '../../../core/artefact.ts';

/** A page as the benchmark asks for it. */
export interface PagePath {
  readonly name: string;
  readonly path: string;
}

/** The pages of an index, those that cost most: its report with most figures, its commonest property, a search that finds much. */
export function pagePaths({ reports, figures }: Pick<Artefact, 'reports' | 'figures'>): readonly PagePath[] {
  const sizes = Map.groupBy(figures, ({ report }) => report);
  const size = (id: string): number => sizes.get(id)?.length ?? 0;
  const [largest] = reports.map(({ id }) => id).sort((a, b) => size(b) - size(a));
  const properties = Map.groupBy(figures, ({ property }) => property);
  const [commonest] = [...properties].sort(([, a], [, b]) => b.length - a.length);
  const middle = figures[Math.floor(figures.length / 2)];
  const property = encodeURIComponent(commonest?.[0] ?? '');
  const report = `/r/${encodeURIComponent(largest ?? '')}`;
  const span =
    middle === undefined ? '/r/' : `/r/${encodeURIComponent(middle.report)}?start=${middle.start}&end=${middle.end}`;
  return [
    { name: '/', path: '/' },
    { name: '/r/:report', path: report },
    { name: '/r/:report?text=original', path: `${report}?text=original` },
    { name: '/r/:report?start=&end=', path: span },
    { name: '/figures', path: '/figures' },
    { name: '/figures?q=', path: `/figures?q=${property.slice(0, 9)}` },
    { name: '/figures?sort=-value', path: '/figures?sort=-value' },
    { name: '/figures?sort=property', path: '/figures?sort=property' },
    { name: '/figures?kind=', path: '/figures?kind=target&page=2' },
    { name: '/figures.csv', path: '/figures.csv' },
    { name: '/compare', path: '/compare' },
    { name: '/compare?property=', path: `/compare?property=${property}` },
    { name: '/reports', path: '/reports' },
    { name: '/about', path: '/about' },
    { name: '/digest', path: '/digest' },
  ];
}
