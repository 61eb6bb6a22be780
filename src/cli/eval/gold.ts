import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { WenjuError } from '../../core/error.ts';

const goldFigureSchema = z.object({ value: z.nullable(z.number()), unit: z.nullable(z.string()), raw: z.string() });

const goldSchema = z.object({
  id: z.string(),
  category: z.string(),
  question: z.string(),
  history: z.array(z.string()),
  answer_type: z.enum(['answer', 'masked', 'absent']),
  evidence: z.array(z.object({ report: z.string(), quote: z.string(), figures: z.array(goldFigureSchema) })),
});

/** A question with the answer a person found for it. */
export type GoldItem = z.infer<typeof goldSchema>;
export type GoldFigure = z.infer<typeof goldFigureSchema>;

function parseLine(text: string, { file, line }: { file: string; line: number }): GoldItem {
  try {
    return goldSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new WenjuError('bad_line', `${file} 第 ${line} 行不是一条标准答案`, { file, line }, { cause: error });
  }
}

/**
 * The items of a gold file in JSON Lines.
 *
 * @throws {WenjuError} `bad_file` if it cannot be read, `bad_line` for the first line that is no item
 */
export async function readGold(file: string): Promise<GoldItem[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new WenjuError('bad_file', `无法读取 ${file}`, { file }, { cause: error });
  }
  return text
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, { file, line: index + 1 })]));
}
