import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import type { DomElement } from './html-metadata.ts';
import { htmlText } from './html-text.ts';
import type { Reading } from './reading.ts';
import { sniffFormat } from './sniff-format.ts';

/** Reference marks of footnotes and the arrows back: they part words from their numbers. */
const NOTE_MARKS = 'a[href^="#footnote"], a[href^="#endnote"]';

/** Text of a Word document: a line for each paragraph and table row, cells parted by tabs, notes at the end. */
export async function readDocx(bytes: Buffer): Promise<Reading> {
  if (sniffFormat(bytes) === 'ole') {
    return { reason: '已加密或是旧版 .doc：请另存为不带密码的 .docx' };
  }
  if (sniffFormat(bytes) !== 'zip') return { reason: '不是 .docx 文件：请重新另存为 .docx' };
  try {
    const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
    const { value } = await mammoth.convertToHtml({ buffer: bytes }, { convertImage });
    const document: DomElement = parseHTML(`<html><body>${value}</body></html>`).document;
    for (const mark of [...document.querySelectorAll(NOTE_MARKS)]) mark.remove();
    const text = htmlText(document);
    return text === '' ? { reason: '没有文字：若是页面图片，请先做文字识别' } : { text };
  } catch (error) {
    return { reason: `不能当作 .docx 打开（${messageOf(error)}）：请重新另存为 .docx` };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
