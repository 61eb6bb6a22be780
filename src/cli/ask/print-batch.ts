import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import type { Answerer } from '../../answer/answer.ts';
import { WenjuError } from '../../core/error.ts';

const questionSchema = z.object({
  id: z.string(),
  question: z.string(),
  history: z.optional(z.array(z.string())),
});

type BatchQuestion = z.infer<typeof questionSchema>;

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new WenjuError('bad_file', `无法读取 ${file}`, { file }, { cause: error });
  }
}

function parseLine(text: string, { file, line }: { file: string; line: number }): BatchQuestion {
  try {
    return questionSchema.parse(JSON.parse(text));
  } catch (error) {
    const message = `${file} 第 ${line} 行不是 {"id": …, "question": …, "history": […]}`;
    throw new WenjuError('bad_line', message, { file, line }, { cause: error });
  }
}

/**
 * The questions of a JSON Lines file. Empty lines are passed over.
 *
 * @throws {WenjuError} `bad_file` if it cannot be read, `bad_line` for the first line that is no question
 */
export async function readQuestions(file: string): Promise<BatchQuestion[]> {
  const lines = (await readText(file)).replace(/^\uFEFF/u, '').split('\n');
  return lines.flatMap((text, index) => (text.trim() === '' ? [] : [parseLine(text, { file, line: index + 1 })]));
}

/** Answers every question of a file: a line {id, answer, ms} each, in order. Every line is read before the first is answered. */
export async function printBatch(file: string, answerer: Answerer): Promise<void> {
  const questions = await readQuestions(file);
  const lines = questions.map(({ id, question, history }) => {
    const started = performance.now();
    const { answer } = answerer.reply(question, history);
    const ms = Math.round((performance.now() - started) * 1000) / 1000;
    return `${JSON.stringify({ id, answer, ms })}\n`;
  });
  process.stdout.write(lines.join(''));
}
