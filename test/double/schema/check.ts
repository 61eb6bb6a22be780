import type { BotApiSchema, Field, NamedSchema } from './schema.ts';

const WRONG_VALUE = ' cannot be ';

interface CheckOptions {
  readonly types: BotApiSchema['types'];
  /** Where the value stands, for the messages: `sendMessage.entities[0].type`. */
  readonly path: string;
}

/** What is wrong with a JSON value: unknown, missing and mistyped fields, each with its path. Empty when nothing is. */
export function checkValue(value: unknown, schema: NamedSchema, { types, path }: CheckOptions): readonly string[] {
  const check = (inner: unknown, part: NamedSchema, at: string) => checkValue(inner, part, { types, path: at });
  switch (schema.is) {
    case 'anything':
      return [];
    case 'nothing':
      return value === undefined ? [] : [`${path} must be absent`];
    case 'string':
      return typeof value === 'string' ? [] : [`${path} must be a string`];
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${path} must be a boolean`];
    case 'number':
      return Number.isFinite(value) ? [] : [`${path} must be a number`];
    case 'file':
      return [`${path} must be an uploaded file`];
    case 'literal':
      return value === schema.value ? [] : [`${path}${WRONG_VALUE}${JSON.stringify(value)}`];
    case 'array':
      if (!Array.isArray(value)) return [`${path} must be an array`];
      return value.flatMap((item, i) => check(item, schema.of, `${path}[${i}]`));
    case 'named':
      return check(value, types[schema.name] ?? { is: 'nothing' }, path);
    case 'union': {
      // The alternative that was meant is the one whose fixed values agree, and then the one that knows the fields: a link
      // without an address is still a link, and an inline keyboard with a bad button still one.
      const attempts = schema.of.map((part) => check(value, part, path));
      const rank = (a: readonly string[], b: readonly string[]) =>
        wrongValues(a) - wrongValues(b) || unknownFields(a, path) - unknownFields(b, path) || a.length - b.length;
      return attempts.sort(rank)[0] ?? [];
    }
    case 'object':
      return isObject(value) ? checkFields(value, schema.fields, { types, path }) : [`${path} must be an object`];
  }
}

function wrongValues(faults: readonly string[]): number {
  return faults.filter((fault) => fault.includes(WRONG_VALUE)).length;
}

/** Of the object itself and not of those in it. */
function unknownFields(faults: readonly string[], path: string): number {
  return faults.filter((fault) => /^\.\w+ is not a field$/u.test(fault.slice(path.length))).length;
}

function checkFields(
  value: Record<string, unknown>,
  fields: Readonly<Record<string, Field>>,
  { types, path }: CheckOptions,
) {
  const unknown = Object.keys(value).filter((name) => !Object.hasOwn(fields, name));
  return [
    ...unknown.map((name) => `${path}.${name} is not a field`),
    ...Object.entries(fields).flatMap(([name, { schema, optional }]) => {
      if (value[name] === undefined) return optional ? [] : [`${path}.${name} is missing`];
      return checkValue(value[name], schema, { types, path: `${path}.${name}` });
    }),
  ];
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
