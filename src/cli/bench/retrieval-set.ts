import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { WenjuError } from '../../core/error.ts';

const retrievalSetSchema = z.object({
  passages: z.array(z.object({ id: z.string(), text: z.string() })).check(z.minLength(1)),
  queries: z.array(z.object({ id: z.string(), question: z.string(), passage_id: z.string() })).check(z.minLength(1)),
});

/** Passages, and questions that one of them answers. */
export interface RetrievalSet {
  readonly passages: readonly string[];
  /** `answer` is the number of the passage that answers. */
  readonly queries: readonly { readonly question: string; readonly answer: number }[];
}

/**
 * Reads `{passages: [{id, text}], queries: [{id, question, passage_id}]}`.
 *
 * @throws {WenjuError} `bad_file` if it cannot be read, is of another shape, or asks for a passage that it does not hold
 */
export async function readRetrievalSet(file: string): Promise<RetrievalSet> {
  const { passages, queries } = parse(file, await readText(file));
  const numbers = new Map(passages.map(({ id }, number) => [id, number]));
  return {
    passages: passages.map(({ text }) => text),
    queries: queries.map(({ id, question, passage_id }) => {
      const answer = numbers.get(passage_id);
      if (answer === undefined)
        throw new WenjuError('bad_file', `${file}：问题 ${id} 的段落 ${passage_id} 不存在`, { file });
      return { question, answer };
    }),
  };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new WenjuError('bad_file', `无法读取 ${file}`, { file }, { cause: error });
  }
}

function parse(file: string, text: string): z.infer<typeof retrievalSetSchema> {
  try {
    return retrievalSetSchema.parse(JSON.parse(text));
  } catch (error) {
    const message = `${file} 不是 {"passages": [{"id", "text"}], "queries": [{"id", "question", "passage_id"}]}`;
    throw new WenjuError('bad_file', message, { file }, { cause: error });
  }
}
