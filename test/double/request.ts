import type { IncomingMessage } from 'node:http';
import { isObject } from './schema/check.ts';
import type { BotApiSchema, NamedSchema, Schema } from './schema/schema.ts';

/** A call as it arrived: parameters by name, an uploaded file as null. */
export type Parameters = Record<string, unknown>;

/** Telegram takes at most this many bytes of parameters. */
const MAX_BYTES = 1_048_576;

/** Thrown for a body that cannot be read; the message is the reason. */
export class BadBody extends Error {}

/** The parameters of a call from query and body: JSON, URL-encoded or multipart. The first value of a name wins. */
export async function readParameters(request: IncomingMessage, query: URLSearchParams): Promise<Parameters> {
  const body = await readBytes(request);
  const type = request.headers['content-type'] ?? '';
  if (body.length === 0) return fromPairs(query);
  if (type.startsWith('application/json')) return { ...parseJsonObject(body), ...fromPairs(query) };
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch(() => {
    throw new BadBody(`cannot read a body of type ${type}`);
  });
  return { ...fromPairs(form), ...fromPairs(query) };
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new BadBody('Request Entity Too Large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseJsonObject(body: Buffer): Parameters {
  try {
    const json: unknown = JSON.parse(body.toString('utf8'));
    if (isObject(json)) return json;
  } catch {
    // Falls through to the refusal.
  }
  throw new BadBody("can't parse parameters JSON object");
}

function fromPairs(pairs: Iterable<[string, unknown]>): Parameters {
  const parameters: Parameters = {};
  for (const [name, value] of pairs) {
    if (!(name in parameters)) parameters[name] = typeof value === 'string' ? value : null;
  }
  return parameters;
}

/**
 * The same parameters with strings read as JSON where the method wants something else: a form has nothing but strings,
 * and even in a JSON body Telegram takes an object written as a string.
 */
export function coerceParameters(
  parameters: Parameters,
  schema: NamedSchema,
  types: BotApiSchema['types'],
): Parameters {
  const object = schema.is === 'named' ? types[schema.name] : schema;
  if (object?.is !== 'object') return parameters;
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      const field = object.fields[name];
      return [
        name,
        typeof value === 'string' && field && !takesString(field.schema, types) ? parseOrKeep(value) : value,
      ];
    }),
  );
}

function takesString(schema: NamedSchema | Schema, types: BotApiSchema['types']): boolean {
  if (schema.is === 'string') return true;
  if (schema.is === 'literal') return typeof schema.value === 'string';
  if (schema.is === 'union') return schema.of.some((part) => takesString(part, types));
  return schema.is === 'named' && takesString(types[schema.name] ?? { is: 'nothing' }, types);
}

function parseOrKeep(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
