/** A page of the site to look at. */
export interface SitePage {
  /** For test titles. */
  readonly name: string;
  readonly path: string;
  readonly status: number;
}

/** The first match of a pattern's only group. */
function first(pattern: RegExp, text: string): string {
  return pattern.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
}

/**
 * Every kind of page there is: what the header leads to, an answer, a report with a span, pages that are not there.
 *
 * @param site its address without a final slash; none has pages when empty
 */
export async function findPages(site: string): Promise<readonly SitePage[]> {
  if (site === '') return [];
  const home = await (await fetch(site)).text();
  const example = first(/class="key" href="(\/\?q=[^"]+)"/u, home);
  const answer = await (await fetch(site + example)).text();
  const source = first(/href="(\/r\/[^"]+)"/u, answer);
  const report = source.replace(/[?#].*$/u, '');
  const [, ...others] = [...home.matchAll(/<li><a href="([^"]+)"/gu)].map(([, path = '']) => path);
  const paths = {
    home: '/',
    answer: example,
    english: '/?lang=en',
    'report with a span': source,
    'original text': `${report}?text=original`,
    ...Object.fromEntries(others.map((path) => [path, path])),
    '/digest': '/digest',
    'no such page': '/nowhere',
    'no such report': '/r/none',
  };
  return Object.entries(paths).map(([name, path]) => ({ name, path, status: name.startsWith('no such') ? 404 : 200 }));
}
