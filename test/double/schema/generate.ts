import { join } from 'node:path';
import {
  API,
  type Checker,
  SymbolFlags,
  type Type,
  TypeFlags,
  type Symbol as TypeSymbol,
  type UnionType,
} from 'typescript/unstable/sync';
import type { BotApiSchema, Field, NamedSchema, Schema } from './schema.ts';

const FOLDER = import.meta.dirname;

/**
 * The schema of the Bot API, read from the type declarations of @grammyjs/types by the compiler itself, so that utility
 * types mean what they mean to the compiler.
 *
 * @throws {TypeError} If a type has a form that the schema cannot express.
 */
export function generateSchema(): BotApiSchema {
  const api = new API({ cwd: FOLDER });
  try {
    const project = api.updateSnapshot({ openProject: join(FOLDER, 'tsconfig.json') }).getProjects()[0]!;
    const file = project.program.getSourceFile(join(FOLDER, 'bot-api.d.ts'))!;
    return readBotApi(project.checker, project.checker.getSymbolAtLocation(file)!);
  } finally {
    api.close();
  }
}

function readBotApi(checker: Checker, module: TypeSymbol): BotApiSchema {
  const reader = new SchemaReader(checker);
  const root = checker.getExportsOfModule(module).find(({ name }) => name === 'BotApi')!;
  const parts = reader.properties(checker.getDeclaredTypeOfSymbol(root));
  const parameters = reader.properties(parts.get('parameters')!);
  const results = reader.properties(parts.get('results')!);
  const names = [...parameters.keys()].sort();
  const methods = Object.fromEntries(
    names.map((name) => [
      name,
      { parameters: reader.read(parameters.get(name)!), result: reader.read(results.get(name)!) },
    ]),
  );
  return { methods, update: reader.read(parts.get('update')!), types: reader.types };
}

/** Turns types into schemas and collects the named ones it meets, each once. */
class SchemaReader {
  readonly types: Record<string, NamedSchema> = {};
  readonly #checker: Checker;
  readonly #names = new Map<number, string>();

  constructor(checker: Checker) {
    this.#checker = checker;
  }

  properties(type: Type): Map<string, Type> {
    return new Map(
      this.#checker.getPropertiesOfType(type).map((symbol) => [symbol.name, this.#checker.getTypeOfSymbol(symbol)!]),
    );
  }

  read(type: Type): Schema {
    const { flags } = type;
    if (flags & (TypeFlags.Any | TypeFlags.Unknown)) return { is: 'anything' };
    if (flags & (TypeFlags.Undefined | TypeFlags.Never)) return { is: 'nothing' };
    if (flags & TypeFlags.Boolean) return { is: 'boolean' };
    if (type.isLiteralType()) return { is: 'literal', value: literalValue(type.value) };
    if (flags & TypeFlags.StringLike) return { is: 'string' };
    if (flags & TypeFlags.NumberLike) return { is: 'number' };
    if (type.isUnionType()) return this.#union(type);
    if (type.isTypeReference() && this.#checker.isArrayLikeType(type)) {
      return { is: 'array', of: this.read(this.#checker.getTypeArguments(type)[0]!) };
    }
    // `string & Record<never, never>`: any string, written so that editors still offer the known ones.
    if (type.isIntersectionType() && type.getTypes().some((part) => part.flags & TypeFlags.StringLike))
      return { is: 'string' };
    if (flags & (TypeFlags.Object | TypeFlags.Intersection)) return this.#object(type);
    throw new TypeError(`Cannot express ${this.#checker.typeToString(type)}`);
  }

  #union(type: UnionType): Schema {
    // A union with a name may contain itself, as rich text does.
    if (type.getAliasSymbol() === undefined) return this.#members(type.getTypes());
    return this.#named(type, () => this.#members(type.getTypes()));
  }

  #members(types: readonly Type[]): Schema {
    const schemas = new Map<string, Schema>();
    const hasBothBooleans = types.filter(isBooleanLiteral).length === 2;
    for (const type of types) {
      if (type.flags & TypeFlags.Undefined) continue;
      const schema: Schema = hasBothBooleans && isBooleanLiteral(type) ? { is: 'boolean' } : this.read(type);
      schemas.set(JSON.stringify(schema), schema);
    }
    const of = [...schemas.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, schema]) => schema);
    return of.length === 1 ? of[0]! : { is: 'union', of };
  }

  #object(type: Type): Schema {
    const symbols = this.#checker.getPropertiesOfType(type);
    if (symbols.some((symbol) => symbol.name === '__inputFile')) return { is: 'file' };
    return this.#named(type, () => {
      const fields = symbols.map((symbol) => this.#field(symbol)).filter(([, { schema }]) => schema.is !== 'nothing');
      return { is: 'object', fields: Object.fromEntries(fields) };
    });
  }

  #field(symbol: TypeSymbol): [name: string, Field] {
    const schema = this.read(this.#checker.getTypeOfSymbol(symbol)!);
    return [symbol.name, { schema, optional: (symbol.flags & SymbolFlags.Optional) !== 0 }];
  }

  #named(type: Type, read: () => NamedSchema): Schema {
    const known = this.#names.get(type.id);
    if (known !== undefined) return { is: 'named', name: known };
    const name = this.#freeName(type);
    this.#names.set(type.id, name);
    this.types[name] = { is: 'anything' };
    this.types[name] = read();
    return { is: 'named', name };
  }

  /** The declared name with its namespace; further types of the same name, and anonymous ones, are numbered. */
  #freeName(type: Type): string {
    const symbol = type.getAliasSymbol() ?? type.getSymbol();
    const written = symbol === undefined || symbol.name.startsWith('__') ? 'Anonymous' : symbol.name;
    let name = written;
    for (let i = 2; name in this.types; i++) name = `${written}#${i}`;
    return name;
  }
}

function isBooleanLiteral(type: Type): boolean {
  return type.isLiteralType() && typeof type.value === 'boolean';
}

function literalValue(value: unknown): string | number | boolean {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new TypeError(`Cannot express the literal ${String(value)}`);
}
