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
  return { reason: 'is not a PDF file: save or download it again' };
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
  if (reader === undefined)
    return { reason: `has no format known here: convert it to ${Object.keys(READERS).join(', ')}` };
  try {
    const bytes = await readFile(path);
    return bytes.length === 0 ? { reason: 'is empty: remove it or put the report into it' } : await reader(bytes);
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read: give read permission';
  if (code === 'EISDIR') return 'is a folder: put the report itself in its place';
  return `cannot be read (${error instanceof Error ? error.message : String(error)})`;
}
