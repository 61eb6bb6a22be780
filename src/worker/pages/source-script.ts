/** A citation that carries its span in the fragment alone is opened with the span in the query, where the server can mark it. */
export const SOURCE_SCRIPT = `'use strict';
const span = /^#(\\d+)-(\\d+)$/.exec(location.hash);
if (span && new URLSearchParams(location.search).get('start') !== span[1]) {
  location.replace(location.pathname + '?start=' + span[1] + '&end=' + span[2] + location.hash);
}
`;
