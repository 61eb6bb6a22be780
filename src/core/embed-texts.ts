/** What an embedding model is called and how long its vectors are; stands in the manifest. */
export interface EmbedderIdentity {
  /** PROVIDER/MODEL, such as `openai/bge-m3`; `lsa` for the built-in one. */
  readonly name: string;
  readonly dimension: number;
}

/**
 * Vectors of texts, in their order, from a model elsewhere.
 *
 * @throws when the provider is not reached or does not give a vector for each text
 */
export type EmbedTexts = (
  texts: readonly string[],
  options: { readonly signal: AbortSignal },
) => Promise<readonly (readonly number[])[]>;
