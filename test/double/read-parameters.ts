import { type Refusal, refuse } from './outcome.ts';
import type { Parameters } from './parameters.ts';
import { isObject } from './schema/check.ts';

/** Telegram takes at most this many bytes of parameters. */
const MAX_BYTES = 1_048_576;

type ReadParameters =
  | { readonly ok: true; readonly parameters: Parameters }
  | { readonly ok: false; readonly refusal: Refusal };

/** The parameters of a call from query and body: JSON, URL-encoded or multipart. The first value of a name wins. */
export async function readParameters(request: Request): Promise<ReadParameters> {
  const query = fromPairs(new URL(request.url).searchParams);
  const type = request.headers.get('content-type') ?? '';
  const body = await request.arrayBuffer();
  if (body.byteLength > MAX_BYTES) {
    return { ok: false, refusal: { ok: false, error_code: 413, description: 'Request Entity Too Large' } };
  }
  if (body.byteLength === 0) return { ok: true, parameters: query };
  if (type.startsWith('application/json')) {
    const parameters = parseJsonObject(body);
    if (parameters === null) return { ok: false, refusal: refuse("can't parse parameters JSON object") };
    return { ok: true, parameters: { ...parameters, ...query } };
  }
  try {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    return { ok: true, parameters: { ...fromPairs(form), ...query } };
  } catch {
    return { ok: false, refusal: refuse(`cannot read a body of type ${type}`) };
  }
}

function parseJsonObject(body: ArrayBuffer): Parameters | null {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return isObject(json) ? json : null;
  } catch {
    return null;
  }
}

function fromPairs(pairs: Iterable<[string, unknown]>): Parameters {
  const parameters: Parameters = {};
  for (const [name, value] of pairs) {
    if (!(name in parameters)) parameters[name] = typeof value === 'string' ? value : null;
  }
  return parameters;
}
