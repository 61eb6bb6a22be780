/** Text of one page, line by line, or a picture that fills it. */
export type PdfPage = { readonly lines: readonly string[] } | { readonly image: true };

export interface PdfOptions {
  /** Predefined character map of the font, which is not embedded. */
  readonly encoding: 'GBK-EUC-H' | 'UniGB-UCS2-H';
  /** Text as bytes in that encoding. */
  readonly encode: (text: string) => Buffer;
  /** Adds an Encrypt entry with a password nobody knows. */
  readonly encrypted?: boolean;
}

/** A minimal PDF 1.4 written by hand: official documents name a Chinese system font and do not embed it. */
export function createPdf(pages: readonly PdfPage[], options: PdfOptions): Buffer {
  const kids = pages.map((_, i) => `${FIRST_PAGE + 2 * i} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${options.encoding} /DescendantFonts [4 0 R] >>`,
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 800 /StemV 80 >>',
    stream(
      '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
      Buffer.of(0),
    ),
    ...pages.flatMap((page, i) => pageObjects(page, { options, contents: FIRST_PAGE + 2 * i + 1 })),
  ];
  return assemble(objects, options.encrypted === true);
}

const FIRST_PAGE = 7;

function pageObjects(page: PdfPage, { options, contents }: { options: PdfOptions; contents: number }) {
  const resources = '<< /Font << /F1 3 0 R >> /XObject << /I1 6 0 R >> >>';
  return [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources ${resources} /Contents ${contents} 0 R >>`,
    stream('<<', Buffer.from('image' in page ? 'q 595 0 0 842 0 0 cm /I1 Do Q' : drawing(page.lines, options))),
  ];
}

/** A tab in a line moves to the next cell. */
function drawing(lines: readonly string[], { encode }: PdfOptions): string {
  const drawn = lines.flatMap((line, i) =>
    line
      .split('\t')
      .map((cell, column) => `1 0 0 1 ${72 + 160 * column} ${760 - 22 * i} Tm <${encode(cell).toString('hex')}> Tj`),
  );
  return `BT /F1 14 Tf ${drawn.join('\n')} ET`;
}

function stream(dictionary: string, content: Buffer): string {
  return `${dictionary} /Length ${content.length} >>\nstream\n${content.toString('latin1')}\nendstream`;
}

function assemble(objects: readonly string[], encrypted: boolean): Buffer {
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const key = '5a'.repeat(32);
  const encryption = encrypted
    ? ` /Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -44 >> /ID [<${key}> <${key}>]`
    : '';
  const size = objects.length + 1;
  const trailer = `trailer << /Size ${size} /Root 1 0 R${encryption} >>\nstartxref\n${body.length}\n%%EOF`;
  return Buffer.from(`${body}xref\n0 ${size}\n0000000000 65535 f \n${entries}${trailer}`, 'latin1');
}
