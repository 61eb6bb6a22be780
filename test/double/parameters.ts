import type { BotApiSchema, NamedSchema, Schema } from './schema/schema.ts';

/** A call as it arrived: parameters by name, an uploaded file as null. */
export type Parameters = Record<string, unknown>;

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
      const isWritten = typeof value === 'string' && field !== undefined && !takesString(field.schema, types);
      return [name, isWritten ? parseOrKeep(value) : value];
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
