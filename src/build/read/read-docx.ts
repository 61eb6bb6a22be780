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
    return { reason: 'is encrypted or an old .doc: save it as .docx without a password' };
  }
  if (sniffFormat(bytes) !== 'zip') return { reason: 'is not a .docx file: save it as .docx again' };
  try {
    const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
    const { value } = await mammoth.convertToHtml({ buffer: bytes }, { convertImage });
    const document: DomElement = parseHTML(`<html><body>${value}</body></html>`).document;
    for (const mark of [...document.querySelectorAll(NOTE_MARKS)]) mark.remove();
    const text = htmlText(document);
    return text === ''
      ? { reason: 'holds no text: if it holds pictures of pages, recognise their text first' }
      : { text };
  } catch (error) {
    return { reason: `cannot be opened as .docx (${messageOf(error)}): save it as .docx again` };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
