import { describe, expect, it } from 'vitest';
import { cleanDocuments } from '../../../src/build/clean/clean-documents.ts';
import { MARKDOWN_RULES } from '../../../src/build/clean/markdown-rules.ts';
import { CleanText } from '../../../src/core/clean-text.ts';
import cases from '../../cases/clean-markdown.json' with { type: 'json' };

function cleaned(file: string, source: string) {
  return cleanDocuments([{ id: 'report', file, source }])[0]!;
}

describe('cleanDocuments() on Markdown', () => {
  it.each(cases)('$rule: $name', ({ source, text }) => {
    expect(cleaned('report.md', source).text).toBe(text);
  });

  it('has a case for each rule', () => {
    const covered = new Set(cases.map(({ rule }) => rule));
    expect(MARKDOWN_RULES.filter(({ name }) => !covered.has(name))).toEqual([]);
  });

  it('leaves the marks in a text that is not Markdown', () => {
    expect(cleaned('report.txt', '社区**A类**，达标。').text).toBe('社区**A类**，达标。');
  });

  it('removes only the marks, so that a number in bold keeps its own span', () => {
    const source = '发放**7753.95万元**。';
    const { edits, text } = cleaned('report.md', source);
    const start = text.indexOf('7753');
    const back = CleanText.of(source, edits)
      .map.invert()
      .mapSpan({ start, end: start + '7753.95万元'.length });
    expect(source.slice(back.start, back.end)).toBe('7753.95万元');
  });
});
