import { z } from 'zod/mini';
import { WenjuError } from '../core/error.ts';

const textLineSchema = z.object({ id: z.string(), text: z.string() });

export interface TextLine {
  readonly id: string;
  readonly text: string;
}

/**
 * Reads a JSON Lines file of `{id, text}`; empty lines are left out.
 *
 * @throws {WenjuError} `bad_line` for a line that is no such object.
 */
export function parseTextLines(content: string, file: string): TextLine[] {
  return content
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, { file, line: index + 1 })]));
}

function parseLine(line: string, at: { readonly file: string; readonly line: number }): TextLine {
  try {
    return textLineSchema.parse(JSON.parse(line));
  } catch (cause) {
    const message = `${at.file} 第 ${at.line} 行不是 {"id": "…", "text": "…"} 形式的 JSON`;
    throw new WenjuError('bad_line', message, at, { cause });
  }
}
