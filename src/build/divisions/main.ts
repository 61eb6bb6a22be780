/** Writes `src/core/divisions.json`. Run after the package is updated: `node src/build/divisions/main.ts`. */
import { writeFileSync } from 'node:fs';
import { readDivisions } from './read-divisions.ts';

const OUT = new URL('../../core/divisions.json', import.meta.url);
writeFileSync(OUT, `${JSON.stringify(readDivisions(), null, 0).replaceAll('","', '",\n"')}\n`);
