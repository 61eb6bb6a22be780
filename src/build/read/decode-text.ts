import { analyse } from 'chardet';
import type { Reading } from './reading.ts';
import { sniffFormat } from './sniff-format.ts';

/** Encodings of Chinese text, by the name that chardet gives and the label that `TextDecoder` takes. */
const CHINESE: Readonly<Record<string, string>> = {
  GB18030: 'gb18030',
  Big5: 'big5',
  'UTF-16LE': 'utf-16le',
  'UTF-16BE': 'utf-16be',
};
const FALLBACKS = ['gb18030', 'big5'];

/** More control characters than this share are no text. */
const MOST_CONTROL = 0.01;
/** Fewer Han characters than this share of the letters are no Chinese text in a guessed encoding. */
const FEWEST_HAN = 0.3;
/** More lost characters than this share are a wrong encoding and not a broken file. */
const MOST_LOST = 0.01;

const BINARY = '不是文本文件：请转成 UTF-8 的 .txt，或 .docx、.pdf';
const EMPTY = '是空文件：请删除，或放入报告正文';

/**
 * Text of a file in UTF-8, UTF-16 with a byte order mark, GB 18030 or Big5. The mark is stripped, nothing else is changed:
 * line ends stay as they are, since spans point into this text.
 */
export function decodeText(bytes: Uint8Array): Reading {
  if (bytes.length === 0) return { reason: EMPTY };
  if (sniffFormat(bytes) !== null) return { reason: BINARY };
  const text = decodeMarked(bytes) ?? decodeStrictly(bytes, 'utf-8') ?? decodeGuessed(bytes);
  if (text === null || isBinary(text)) return { reason: BINARY };
  return text.trim() === '' ? { reason: EMPTY } : { text };
}

function decodeMarked(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeStrictly(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeStrictly(bytes, 'utf-16be');
  return null;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The likeliest encoding that decodes all bytes to Chinese; last, UTF-8 with a few bytes broken. */
function decodeGuessed(bytes: Uint8Array): string | null {
  const guessed = analyse(bytes).flatMap(({ name }) => CHINESE[name] ?? []);
  for (const encoding of new Set([...guessed, ...FALLBACKS])) {
    const text = decodeStrictly(bytes, encoding);
    if (text !== null && hanShare(text) >= FEWEST_HAN) return text;
  }
  const text = new TextDecoder('utf-8').decode(bytes);
  const lost = text.split('\ufffd').length - 1;
  return lost <= text.length * MOST_LOST && hanShare(text) >= FEWEST_HAN ? text : null;
}

function hanShare(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return (text.match(/[\u4e00-\u9fff]/gu)?.length ?? 0) / Math.max(1, letters);
}

function isBinary(text: string): boolean {
  const control = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/gu)?.length ?? 0;
  return text.includes('\u0000') || control > text.length * MOST_CONTROL;
}
