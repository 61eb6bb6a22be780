import { buildIndex } from '../../build/main.ts';
import { createProgress } from '../../build/progress.ts';

/** Builds an index and prints the seconds it took and the peak resident bytes. Arguments: reports folder, output folder. */
const [reports = '', out = ''] = process.argv.slice(2);
const start = performance.now();
await buildIndex({ reports, out, skipBad: false, progress: createProgress(process.stderr) });
const seconds = (performance.now() - start) / 1000;
console.log(`${seconds} ${process.resourceUsage().maxRSS * 1024}`);
