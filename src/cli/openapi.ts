import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseFlags, runCommand } from './arguments.ts';
import { createOpenApiDocument } from './openapi/document.ts';

const FILE = join(import.meta.dirname, '../worker/api/openapi.json');

/** `npm run openapi`: writes down the document that the Worker serves; a test holds it to the schemas. */
async function main(): Promise<void> {
  parseFlags('openapi', {});
  await writeFile(FILE, `${JSON.stringify(createOpenApiDocument(), null, 1)}\n`);
}

await runCommand('openapi', main);
