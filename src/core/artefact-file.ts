import type * as z from 'zod/mini';
import { WenjuError } from './error.ts';

/** The files of `index/`. All but the manifest are listed, with size and hash, in the manifest. */
export const ARTEFACT_FILES = [
  'manifest.json',
  'reports.json',
  'sources.json',
  'sections.json',
  'passages.json',
  'figures.json',
  'orama.json',
  'postings.bin',
  'vocabulary.txt',
  'projection.json',
  'projection.bin',
  'vectors.bin',
] as const;
export type ArtefactFile = (typeof ARTEFACT_FILES)[number];

/** The artefact as read from a folder or imported as modules: text or bytes by file name. */
export type ArtefactFiles = Readonly<Partial<Record<ArtefactFile, string | ArrayBuffer | Uint8Array>>>;

/** The error for a file that is missing, truncated or not what it must be. */
export function damaged(file: ArtefactFile, problem: string, cause?: unknown): WenjuError<'bad_artefact'> {
  const message = `索引不可用：${file} ${problem}。请运行 npm run build:index 重新生成`;
  return new WenjuError('bad_artefact', message, { file }, { cause });
}

function contentOf(files: ArtefactFiles, file: ArtefactFile): string | ArrayBuffer | Uint8Array {
  const content = files[file];
  if (content === undefined) throw damaged(file, '缺失');
  return content;
}

/** Bytes of a file; text is counted in UTF-8. */
export function byteLengthOf(files: ArtefactFiles, file: ArtefactFile): number {
  const content = contentOf(files, file);
  return typeof content === 'string' ? new TextEncoder().encode(content).length : content.byteLength;
}

/** A binary file, without a copy. */
export function bytesOf(files: ArtefactFiles, file: ArtefactFile): Uint8Array {
  const content = contentOf(files, file);
  if (typeof content === 'string') throw damaged(file, '应为二进制，却是文本');
  return ArrayBuffer.isView(content) ? content : new Uint8Array(content);
}

/** A binary file as signed bytes, without a copy. */
export function signedBytesOf(files: ArtefactFiles, file: ArtefactFile): Int8Array {
  const { buffer, byteOffset, byteLength } = bytesOf(files, file);
  return new Int8Array(buffer, byteOffset, byteLength);
}

export function textOf(files: ArtefactFiles, file: ArtefactFile): string {
  const content = contentOf(files, file);
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

/** A JSON file as parsed, unchecked. */
export function jsonOf(files: ArtefactFiles, file: ArtefactFile): unknown {
  const text = textOf(files, file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw damaged(file, '不是完整的 JSON', error);
  }
}

/** A JSON file as its schema has it. */
export function checkedJsonOf<Schema extends z.ZodMiniType>(
  files: ArtefactFiles,
  { file, schema }: { readonly file: ArtefactFile; readonly schema: Schema },
): z.output<Schema> {
  const result = schema.safeParse(jsonOf(files, file));
  if (result.success) return result.data;
  const path = result.error.issues[0]?.path.join('.') ?? '';
  throw damaged(file, `的内容不符合格式（${path === '' ? '顶层' : path}）`, result.error);
}
