import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod/mini';

const REQUEST = z.strictObject({
  model: z.string().check(z.minLength(1)),
  messages: z.array(z.strictObject({ role: z.enum(['system', 'user']), content: z.string() })).check(z.minLength(1)),
  max_tokens: z.int().check(z.positive()),
  temperature: z.number(),
});

/** A request that the server took. */
export interface ModelCall {
  readonly authorization: string | null;
  readonly model: string;
  readonly system: string;
  readonly user: string;
  readonly raw: string;
}

/** What the server does with a request: a text for the answer, or something that goes wrong. */
export type ModelScript =
  | string
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  | 'hang'
  | 'cut'
  | 'cut_body';

export interface ModelServer {
  /** For MODEL_URL. */
  readonly url: string;
  readonly calls: ModelCall[];
  /** Requests that OpenAI's protocol does not allow, each with what is wrong. */
  readonly violations: string[];
  /** Decides on each request; may be set anew. */
  script: (call: ModelCall) => ModelScript;
  close(): Promise<void>;
}

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

function completion(text: string): string {
  const message = { role: 'assistant', content: text };
  return JSON.stringify({ choices: [{ index: 0, message, finish_reason: 'stop' }], usage: { total_tokens: 42 } });
}

function play(script: ModelScript, response: ServerResponse): void {
  if (script === 'hang') return;
  if (script === 'cut') {
    response.destroy();
    return;
  }
  if (script === 'cut_body') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"choices":');
    setImmediate(() => response.destroy());
    return;
  }
  if (typeof script === 'string') {
    response.writeHead(200, { 'content-type': 'application/json' }).end(completion(script));
    return;
  }
  response.writeHead(script.status, script.headers ?? {}).end(script.body ?? '');
}

/** A server on loopback that speaks OpenAI's chat completions and does as it is told. */
export async function createModelServer(script: ModelServer['script']): Promise<ModelServer> {
  const calls: ModelCall[] = [];
  const violations: string[] = [];
  const http = createServer(async (request, response) => {
    const raw = await readAll(request);
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions')
      violations.push(`${request.method} ${request.url}`);
    const parsed = REQUEST.safeParse(JSON.parse(raw));
    if (!parsed.success) violations.push(parsed.error.issues[0]?.message ?? 'bad request');
    const { model = '', messages = [] } = parsed.success ? parsed.data : {};
    const content = (role: string): string => messages.find((message) => message.role === role)?.content ?? '';
    const authorization = request.headers.authorization ?? null;
    const call = { authorization, model, system: content('system'), user: content('user'), raw };
    calls.push(call);
    play(server.script(call), response);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const server: ModelServer = {
    url: `http://127.0.0.1:${port}/v1`,
    calls,
    violations,
    script,
    async close() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  return server;
}
