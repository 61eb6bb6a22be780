import { describe, expect, it } from 'vitest';
import { createProgress } from '../../src/build/progress.ts';

function writtenTo(isTTY: boolean): string {
  let written = '';
  const progress = createProgress({
    isTTY,
    write(text: string) {
      written += text;
    },
  });
  progress.start('读取');
  progress.update(1, 2);
  progress.note('跳过 a.txt');
  progress.start('分词');
  progress.finish();
  return written;
}

describe('createProgress()', () => {
  it('overwrites one line on a terminal, keeps notes and clears the line at the end', () => {
    const lines = writtenTo(true)
      .split('\n')
      .map((line) => line.split('\r\u001b[K'));
    expect(lines).toEqual([
      ['', '读取…', '读取 1/2…', '跳过 a.txt'],
      ['', '分词…', ''],
    ]);
  });

  it('writes plain lines elsewhere', () => {
    expect(writtenTo(false)).toBe('读取\n跳过 a.txt\n分词\n');
  });
});
