import { type App, createApp } from '../../src/worker/app.ts';
import type { Dependencies } from '../../src/worker/dependencies.ts';
import { loadDependencies } from '../../src/worker/index-modules.ts';

/** The Worker with the index it is deployed with. */
export interface Bundled {
  readonly app: App;
  readonly dependencies: Dependencies;
}

export function createBundled(): Bundled {
  const dependencies = loadDependencies();
  return { app: createApp(dependencies), dependencies };
}

/** A page as a browser asks for it. */
export async function getPage(app: App, path: string, language = 'zh-CN'): Promise<{ status: number; text: string }> {
  const headers = { accept: 'text/html', 'accept-language': language };
  const response = await app.request(path, { headers }, {});
  return { status: response.status, text: await response.text() };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/** Markup as it reads: without tags, entities resolved. */
export function textOf(markup: string): string {
  return markup.replace(/<[^>]*>/gu, '').replace(/&(?:lt|gt|quot|#39|amp);/gu, (entity) => ENTITIES[entity] ?? entity);
}

/** Bytes of a text after gzip. */
export async function gzippedBytes(text: string): Promise<number> {
  const stream = new Response(text).body!.pipeThrough(new CompressionStream('gzip'));
  return (await new Response(stream).arrayBuffer()).byteLength;
}
