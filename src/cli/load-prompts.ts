import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Prompts } from '../answer/model/create-model-answerer.ts';

const FOLDER = join(import.meta.dirname, '../../prompts');

/** What the optional language model is told: the files of `prompts/`. */
export async function loadPrompts(): Promise<Prompts> {
  const read = (task: string): Promise<string> => readFile(join(FOLDER, `${task}.md`), 'utf8');
  const [understand, compose, digest] = await Promise.all([read('understand'), read('compose'), read('digest')]);
  return { understand, compose, digest };
}
