// A citation that carries its span in the fragment alone is opened with the span in the query, where the server can mark it.
const span = /^#(\d+)-(\d+)$/.exec(location.hash);
const query = new URLSearchParams(location.search);
if (span && query.get('start') !== span[1]) {
  query.set('start', span[1]);
  query.set('end', span[2]);
  location.replace(`${location.pathname}?${query}${location.hash}`);
}
