import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../../src/cli/arguments.ts';
import { playTour } from './play-tour.ts';
import { renderTour } from './render-tour.ts';

const FOLDER = join(import.meta.dirname, '../../docs');

/** `npm run tour`: writes docs/tour.md from the journal of the double. */
await runCommand('tour', async () => {
  await mkdir(FOLDER, { recursive: true });
  await writeFile(join(FOLDER, 'tour.md'), renderTour(await playTour()));
});
