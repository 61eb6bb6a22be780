import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod/mini';

const REQUEST = z.strictObject({
  model: z.string().check(z.minLength(1)),
  input: z.array(z.string().check(z.minLength(1))).check(z.minLength(1), z.maxLength(100)),
  encoding_format: z.literal('float'),
});

/** What goes wrong with a request; null: nothing. */
export type EmbeddingFault = null | { readonly status: number } | 'cut' | 'not_json' | 'too_few' | 'other_dimension';

export interface EmbeddingServer {
  /** Address before `/embeddings`. */
  readonly url: string;
  /** Texts of each request, in order. */
  readonly requests: (readonly string[])[];
  readonly violations: string[];
  /** Decides on each request by its number from 1; may be set anew. */
  fault: (request: number) => EmbeddingFault;
  close(): Promise<void>;
}

const OTHER_DIMENSION = 8;

/** A vector of the characters of a text: texts that share characters are near each other. */
export function characterVector(text: string, dimension: number): number[] {
  const vector = Array.from({ length: dimension }, () => 0);
  for (const character of text) vector[(character.codePointAt(0)! * 31) % dimension]! += 1;
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

/** A server on loopback that embeds texts by their characters, and fails as it is told. */
export async function createEmbeddingServer(dimension = 1024): Promise<EmbeddingServer> {
  const requests: (readonly string[])[] = [];
  const violations: string[] = [];
  const http = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const parsed = REQUEST.safeParse(JSON.parse(Buffer.concat(parts).toString('utf8')));
    if (!parsed.success || request.url !== '/v1/embeddings') violations.push(`${request.url}`);
    const input = parsed.success ? parsed.data.input : [];
    requests.push(input);
    const fault = server.fault(requests.length);
    if (fault === 'cut') {
      response.destroy();
      return;
    }
    if (fault !== null && typeof fault === 'object') {
      response.writeHead(fault.status).end();
      return;
    }
    const length = fault === 'other_dimension' ? OTHER_DIMENSION : dimension;
    const data = input.map((text, index) => ({ index, embedding: characterVector(text, length) }));
    const body = fault === 'not_json' ? '<html>' : JSON.stringify({ data: fault === 'too_few' ? data.slice(1) : data });
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const server: EmbeddingServer = {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    violations,
    fault: () => null,
    async close() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  return server;
}
