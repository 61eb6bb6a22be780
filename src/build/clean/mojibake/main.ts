/** Writes `common-bigrams.json` from nodejieba's dictionary. Run after the package is updated. */
import { writeFileSync } from 'node:fs';
import { readDictionary } from '../../vocabulary/dictionary.ts';
import { countBigrams } from './count-bigrams.ts';

const OUT = new URL('common-bigrams.json', import.meta.url);
const { frequencies } = await readDictionary();
writeFileSync(OUT, `${JSON.stringify(countBigrams(frequencies), null, 1)}\n`);
