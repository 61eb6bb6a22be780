import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { decodeText } from './decode-text.ts';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import { readPdf } from './read-pdf.ts';
import type { Reading } from './reading.ts';
import { sniffFormat } from './sniff-format.ts';

type Reader = (bytes: Buffer) => Reading | Promise<Reading>;

function readHtmlBytes(bytes: Buffer): Reading {
  const decoded = decodeText(bytes);
  return 'reason' in decoded ? decoded : readHtml(decoded.text);
}

function readPdfBytes(bytes: Buffer): Reading | Promise<Reading> {
  if (sniffFormat(bytes.subarray(0)) === 'pdf') return readPdf(bytes);
  return { reason: '不是 PDF 文件：请重新保存或下载' };
}

const READERS: Readonly<Record<string, Reader>> = {
  '.txt': decodeText,
  '.md': decodeText,
  '.html': readHtmlBytes,
  '.htm': readHtmlBytes,
  '.docx': readDocx,
  '.pdf': readPdfBytes,
};

/** Reads one report by the extension of its name. Whatever prevents it is a reason, not an error. */
export async function readReport(path: string): Promise<Reading> {
  const reader = READERS[extname(path).toLowerCase()];
  if (reader === undefined) return { reason: `的格式不认识：请转成 ${Object.keys(READERS).join('、')} 之一` };
  try {
    const bytes = await readFile(path);
    return bytes.length === 0 ? { reason: '是空文件：请删除，或放入报告正文' } : await reader(bytes);
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM') return '没有读取权限：请授予权限';
  if (code === 'EISDIR') return '是文件夹：请把报告文件本身放在这里';
  return `读不出来（${error instanceof Error ? error.message : String(error)}）`;
}
