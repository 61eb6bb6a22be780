import type { Prompts } from '../../answer/model/create-model-answerer.ts';

/** Characters of the hash that are shown. */
const SHOWN = 8;

/** Tells one state of the prompts from another, in the log and in the scorecard. */
export async function promptVersion({ understand, compose, digest }: Prompts): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([understand, compose, digest]));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, SHOWN);
}
