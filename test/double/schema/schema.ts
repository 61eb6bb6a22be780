/** A type of the Bot API, as far as a JSON value can be checked against it. */
export type Schema =
  | { readonly is: 'string' | 'number' | 'boolean' | 'file' | 'anything' | 'nothing' }
  | { readonly is: 'literal'; readonly value: string | number | boolean }
  | { readonly is: 'array'; readonly of: Schema }
  | { readonly is: 'union'; readonly of: readonly Schema[] }
  | { readonly is: 'named'; readonly name: string };

export interface Field {
  readonly schema: Schema;
  readonly optional: boolean;
}

export type NamedSchema = Schema | { readonly is: 'object'; readonly fields: Readonly<Record<string, Field>> };

/** The Bot API of the pinned @grammyjs/types. Method names as written there. */
export interface BotApiSchema {
  readonly methods: Readonly<Record<string, { readonly parameters: Schema; readonly result: Schema }>>;
  readonly update: Schema;
  /** What `named` refers to. */
  readonly types: Readonly<Record<string, NamedSchema>>;
}
