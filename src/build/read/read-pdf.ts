import { fileURLToPath } from 'node:url';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { withoutPageFurniture } from './page-furniture.ts';
import { pdfLines } from './pdf-lines.ts';
import type { Reading } from './reading.ts';

/** A page with an image and fewer characters than this is a scan. */
const FEWEST_CHARACTERS = 20;
/** From this share of scanned pages on the report cannot be read. */
const MOST_SCANNED = 0.5;

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

const REASONS: Readonly<Record<string, string>> = {
  PasswordException: '有密码保护：请另存一份不带密码的',
};
const DAMAGED = '不是可读的 PDF：请重新保存或下载';

/**
 * Text of a PDF, a line for each printed line. Fonts that are not embedded, as official documents have them, are read by the
 * character maps that come with pdfjs-dist.
 */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), {
      cMapUrl: fileURLToPath(new URL('cmaps/', import.meta.resolve('pdfjs-dist/package.json'))),
      cMapPacked: true,
      verbosity: 0,
    });
    return await readPages(pdf);
  } catch (error) {
    return { reason: REASONS[error instanceof Error ? error.name : ''] ?? DAMAGED };
  }
}

async function readPages(pdf: PdfDocument): Promise<Reading> {
  const pages: string[][] = [];
  let scanned = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const lines = pdfLines(items.flatMap((item) => ('str' in item ? [item] : [])));
    if (lines.join('').length < FEWEST_CHARACTERS && (await hasImage(page))) scanned++;
    pages.push(lines);
  }
  if (scanned > 0 && scanned >= pages.length * MOST_SCANNED) {
    return { reason: '是扫描件：请先做文字识别（OCR）' };
  }
  const text = withoutPageFurniture(pages).flat().join('\n');
  return text === '' ? { reason: '没有文字：请重新导出带文字的 PDF，或先做文字识别' } : { text };
}

async function hasImage(page: PdfPage): Promise<boolean> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray } = await page.getOperatorList();
  return [OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject].some((operator) =>
    fnArray.includes(operator),
  );
}
