import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, FootnoteReferenceRun, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readReports } from '../../../src/build/read/read-reports.ts';
import { WenjuError } from '../../../src/core/error.ts';
import { createPdf, type PdfOptions } from './create-pdf.ts';

const TEXT = '2023年工作总结\r\n\r\n一、社会救助\n全年发放低保金7753.95万元，保障低保对象11103人。\n';
const TRADITIONAL = '2023年工作總結\n全年發放低保金7753.95萬元，保障對象11103人，養老服務、醫療救助全面展開。\n';
const GBK: PdfOptions = { encoding: 'GBK-EUC-H', encode: (text) => iconv.encode(text, 'gbk') };
const UCS2: PdfOptions = { encoding: 'UniGB-UCS2-H', encode: (text) => iconv.encode(text, 'utf-16be') };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenju-read-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function read(files: Readonly<Record<string, string | Buffer>>) {
  for (const [file, content] of Object.entries(files)) await writeFile(join(folder, file), content);
  return readReports(folder, { skipBad: true });
}
async function textOf(file: string, content: string | Buffer): Promise<string | undefined> {
  const { sources, bad } = await read({ [file]: content });
  expect(bad).toEqual([]);
  return sources[0]?.source;
}
async function reasonOf(file: string, content: string | Buffer): Promise<string | undefined> {
  const { sources, bad } = await read({ [file]: content, 'sound.md': TEXT });
  expect(sources.map(({ id }) => id)).toEqual(['sound']);
  return bad[0]?.reason;
}

describe('readReports() on text', () => {
  it.each([
    ['UTF-8', 'utf-8', false, TEXT],
    ['UTF-8 with a byte order mark', 'utf-8', true, TEXT],
    ['UTF-16LE', 'utf-16le', true, TEXT],
    ['UTF-16BE', 'utf-16be', true, TEXT],
    ['GB 18030', 'gb18030', false, TEXT],
    ['Big5', 'big5', false, TRADITIONAL],
  ])('reads %s, line ends untouched', async (_, encoding, addBOM, text) => {
    expect(await textOf('report.txt', iconv.encode(text, encoding, { addBOM }))).toBe(text);
  });

  it('reads UTF-8 that lost a byte, so that the rest can be used', async () => {
    const long = TEXT.repeat(5);
    const bytes = Buffer.concat([Buffer.from(long), Buffer.from('年').subarray(0, 2)]);
    expect(await textOf('report.txt', bytes)).toBe(`${long}\ufffd`);
  });

  it('reads Markdown as it stands', async () => {
    expect(await textOf('report.md', `# 总结\n\n${TEXT}`)).toBe(`# 总结\n\n${TEXT}`);
  });
});

const ARTICLE = `<p>全年发放低保金7753.95万元，保障低保对象11103人。</p>`;
const HTML = `<!doctype html><html><head><meta charset="utf-8"><title>2023年工作总结 - 市民政局</title>
<meta name="PubDate" content="2024-03-05 11:24"><script>var a = 1;</script></head><body>
<nav><a href="/">首页</a> <a href="/zc">政策</a></nav>
<table class="info"><tr><td>索引号</td><td>001008/2024-00017</td><td>发布机构</td><td>市民政局</td></tr>
<tr><td>成文日期</td><td>2024-03-05</td><td>公开方式</td><td>主动公开</td></tr></table>
<div class="content"><h1>2023年工作总结</h1><h2>一、社会救助</h2>${ARTICLE}
<p>深入推进社会救助综合改革，健全分层分类的社会救助体系，困难群众基本生活得到有力保障，救助时效不断提升。</p>
<p>强化兜底保障，完善低收入人口动态监测，主动发现、主动救助，做到应保尽保、应救尽救，群众满意度持续提高。</p>
<table><tr><th>项目</th><th>2022年</th><th>2023年</th></tr><tr><td>低保对象</td><td>11,500人</td><td>11,103人</td></tr></table></div>
<footer>版权所有 备案号</footer></body></html>`;

describe('readReports() on HTML', () => {
  it.each(['report.html', 'report.htm'])(
    '%s: keeps the metadata table, rows and cells, loses the furniture',
    async (file) => {
      const text = await textOf(file, HTML);
      expect(text).toMatch(/^索引号 001008\/2024-00017 发布机构 市民政局\n成文日期 2024-03-05 公开方式 主动公开\n/u);
      expect(text).toContain('2023年工作总结\n一、社会救助\n全年发放低保金7753.95万元，保障低保对象11103人。\n');
      expect(text).toContain('项目\t2022年\t2023年\n低保对象\t11,500人\t11,103人');
      expect(text).not.toMatch(/首页|版权所有|var a/u);
    },
  );

  it('reads a page in GB 18030 and puts its date and title before the article', async () => {
    const page = `<html><head><title>2018年工作总结_市民政局</title><meta name="PubDate" content="2019-03-20"></head><body>${ARTICLE}</body></html>`;
    expect(await textOf('report.html', iconv.encode(page, 'gb18030'))).toBe(
      '发布日期：2019-03-20\n2018年工作总结\n全年发放低保金7753.95万元，保障低保对象11103人。',
    );
  });
});

const LAYOUT_PAGE = `<html><head><title>统计公报_市统计局</title></head><body><table><tr><td><table><tr><td>您现在的位置：首页 &gt;&gt; 公报</td></tr></table>
<table><tr><td><b>2023年统计公报</b></td></tr><tr><td>　　一、综合<br>　　全年地区生产总值5000亿元，比上年增长6.0%。<br><br>　　二、农业<br>　　全年粮食产量30万吨。</td></tr></table>
<table><tr><td>项目</td><td>2023年</td></tr><tr><td>低保<br>对象</td><td>11103</td></tr></table></td></tr></table></body></html>`;
const LIST_PAGE = `<html><body><h1>工作总结</h1><dl><dt>发文机关：</dt><dd>市民政局</dd><dt>发文字号：</dt><dd>民办〔2019〕10号</dd></dl><article>${ARTICLE.repeat(6)}</article></body></html>`;

describe('readReports() on old HTML', () => {
  it('reads paragraphs out of tables that lay out the page, and rows out of those with data', async () => {
    const text = await textOf('report.html', LAYOUT_PAGE);
    expect(text).toContain(
      '\n2023年统计公报\n　　一、综合\n　　全年地区生产总值5000亿元，比上年增长6.0%。\n　　二、农业\n',
    );
    expect(text).toContain('\n项目\t2023年\n低保 对象\t11103');
  });

  it('puts labels and values of a list on one line', async () => {
    expect(await textOf('report.html', LIST_PAGE)).toMatch(
      /^发文机关：市民政局\n发文字号：民办〔2019〕10号\n工作总结\n全年/u,
    );
  });
});

describe('readReports() on Word documents', () => {
  it('keeps paragraphs, table rows and cells, and notes without their marks', async () => {
    const row = (...cells: string[]) =>
      new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) });
    const document = new Document({
      footnotes: { 1: { children: [new Paragraph('按现价计算。')] } },
      sections: [
        {
          children: [
            new Paragraph({ text: '2023年工作总结', heading: 'Heading1' }),
            new Paragraph({ children: [new FootnoteReferenceRun(1)], text: '全年发放低保金7753.95万元' }),
            new Table({ rows: [row('项目', '2022年', '2023年'), row('低保对象', '', '11103人')] }),
            new Paragraph({ text: '社会救助', bullet: { level: 0 } }),
          ],
        },
      ],
    });
    expect(await textOf('report.docx', await Packer.toBuffer(document))).toBe(
      '2023年工作总结\n全年发放低保金7753.95万元\n项目\t2022年\t2023年\n低保对象\t\t11103人\n社会救助\n按现价计算。',
    );
  });
});

describe('readReports() on PDF', () => {
  const lines = ['2023年工作总结', '全年发放低保金7753.95万元，保障低保对象11103人，', '集中供养特困人员2906人。'];
  it.each([
    ['GBK-EUC-H', GBK],
    ['UniGB-UCS2-H', UCS2],
  ])('reads a font that is not embedded, %s', async (_, options) => {
    expect(await textOf('report.pdf', createPdf([{ lines }], options))).toBe(lines.join('\n'));
  });

  it('drops headers, footers and page numbers, keeps cells apart', async () => {
    const pages = [1, 2, 3].map((page) => ({
      lines: [
        '某市统计公报',
        `第${page}段正文，内容各不相同`,
        `低保对象\t${page}110人`,
        `其他工作${'甲乙丙'[page - 1]}`,
        `— ${page} —`,
      ],
    }));
    expect(await textOf('report.pdf', createPdf(pages, GBK))).toBe(
      [1, 2, 3]
        .map((page) => `第${page}段正文，内容各不相同\n低保对象\t${page}110人\n其他工作${'甲乙丙'[page - 1]}`)
        .join('\n'),
    );
  });

  it('reads a report with one page of pictures', async () => {
    const pages = [{ image: true } as const, { lines }, { lines: [...lines, '二、养老服务'] }];
    expect(await textOf('report.pdf', createPdf(pages, GBK))).toContain('二、养老服务');
  });
});

describe('readReports() on bad files', () => {
  it.each([
    ['empty.txt', '', /^是空文件/u],
    ['blank.txt', ' \n\t\n', /^是空文件/u],
    ['binary.txt', Buffer.from([0x00, 0x01, 0x02, 0xff, 0xfe, 0x80, 0x00, 0x13, 0x99]), /^不是文本文件/u],
    ['picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), /^不是文本文件/u],
    ['noise.md', Buffer.from(Array.from({ length: 500 }, (_, i) => (i * 7919 + 128) % 256)), /^不是文本文件/u],
    ['table.xlsx', 'x', /^的格式不认识/u],
    ['script.html', '<html><body><script>load()</script></body></html>', /^没有文字/u],
    ['text.docx', 'not a zip', /^不是 \.docx 文件/u],
    ['old.docx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]), /^已加密或是旧版 \.doc/u],
    ['broken.docx', Buffer.from('PK\u0003\u0004broken'), /^不能当作 \.docx 打开/u],
    ['text.pdf', 'not a PDF', /^不是 PDF 文件/u],
    ['broken.pdf', '%PDF-1.4\nbroken', /^不是可读的 PDF/u],
    ['locked.pdf', createPdf([{ lines: ['总结'] }], { ...GBK, encrypted: true }), /^有密码保护/u],
    ['scan.pdf', createPdf([{ image: true }, { image: true }], GBK), /^是扫描件/u],
    ['blank.pdf', createPdf([{ lines: [] }], GBK), /^没有文字/u],
  ])('%s', async (file, content, reason) => {
    expect(await reasonOf(file, content)).toMatch(reason);
  });

  it('names a folder with the name of a report', async () => {
    await mkdir(join(folder, 'folder.txt'));
    const { bad } = await read({ 'sound.md': TEXT });
    expect(bad).toEqual([{ file: 'folder.txt', reason: '是文件夹：请把报告文件本身放在这里' }]);
  });
});

describe('readReports() on folders', () => {
  it('sorts by name, names by stem, passes over hidden files and reports.json', async () => {
    const { sources, bad } = await read({ 'b.txt': TEXT, 'a.2023.md': TEXT, '.hidden': 'x', 'reports.json': '{}' });
    expect(sources.map(({ id, file }) => [id, file])).toEqual([
      ['a.2023', 'a.2023.md'],
      ['b', 'b.txt'],
    ]);
    expect(bad).toEqual([]);
  });

  it('refuses a second file of the same name', async () => {
    const { sources, bad } = await read({ 'a.md': TEXT, 'a.txt': TEXT });
    expect(sources.map(({ file }) => file)).toEqual(['a.md']);
    expect(bad[0]?.reason).toMatch(/^与 a\.md 同名/u);
  });

  it('fails with every bad file and its reason unless told to skip', async () => {
    await read({ 'a.txt': TEXT, 'b.txt': '', 'c.xlsx': 'x' });
    const failure = await readReports(folder, { skipBad: false }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(WenjuError);
    expect(failure).toMatchObject({ code: 'bad_reports', data: { files: [{ file: 'b.txt' }, { file: 'c.xlsx' }] } });
    expect(String(failure)).toMatch(/b\.txt 是空文件.*\n.*c\.xlsx 的格式不认识/u);
  });

  it('fails when not one report can be read, told to skip or not', async () => {
    await writeFile(join(folder, 'b.txt'), '');
    await expect(readReports(folder, { skipBad: true })).rejects.toMatchObject({ code: 'bad_reports' });
  });

  it('fails when there is no such folder, and when it is empty', async () => {
    await expect(readReports(join(folder, 'none'), { skipBad: true })).rejects.toMatchObject({ code: 'bad_file' });
    await expect(readReports(folder, { skipBad: true })).rejects.toMatchObject({ code: 'bad_file' });
  });

  it('tells of its progress', async () => {
    await writeFile(join(folder, 'a.txt'), TEXT);
    const calls: [number, number][] = [];
    await readReports(folder, { skipBad: true, onProgress: (done, total) => calls.push([done, total]) });
    expect(calls).toEqual([[1, 1]]);
  });
});
