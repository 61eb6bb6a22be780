import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectFailure } from './expect-failure.ts';
import { runScript } from './run-script.ts';
import { canBuild, useSmallIndex } from './small-index.ts';

const { index, path } = useSmallIndex();

describe.skipIf(!canBuild)('ask', () => {
  it('prints the figure first, then its quote and citation', () => {
    const { status, stdout } = runScript('ask.ts', ['2020年清源县有多少低保对象', '--index', index]);
    expect(status).toBe(0);
    expect(stdout.split('\n')[0]).toBe('1234人');
    expect(stdout).toContain('│ 全县共有低保对象1234人');
    expect(stdout).toContain('——《');
  });

  it('prints the Answer as JSON', () => {
    const { stdout } = runScript('ask.ts', ['2020年清源县有多少低保对象', '--json', '--index', index]);
    expect(JSON.parse(stdout)).toMatchObject({ type: 'answer', reason: null, quotes: [{ report: 'a' }] });
    expect(JSON.parse(stdout).figures[0]).toMatchObject({ value: 1234, quote: 0 });
  });

  it('explains how it read the question', () => {
    const { stdout } = runScript('ask.ts', ['2020年清源县有多少低保对象', '--explain', '--index', index]);
    expect(stdout).toContain('类型：figure');
    expect(stdout).toContain('1234人');
  });

  it('answers a batch in order', async () => {
    const questions = [
      { id: 'x', question: '低保对象多少人', history: [] },
      { id: 'y', question: '你好' },
    ];
    await writeFile(path('q.jsonl'), `${questions.map((question) => JSON.stringify(question)).join('\n')}\n\n`);
    const { status, stdout } = runScript('ask.ts', ['--batch', path('q.jsonl'), '--index', index]);
    const rows = stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(status).toBe(0);
    expect(rows).toMatchObject([
      { id: 'x', answer: { type: 'answer' } },
      { id: 'y', answer: { reason: 'off_topic' } },
    ]);
  });

  it('prints nothing of a batch with a broken line, and names file and line', async () => {
    await writeFile(path('bad.jsonl'), '{"id":"x","question":"低保"}\n{"id":1}\n');
    expectFailure(runScript('ask.ts', ['--batch', path('bad.jsonl'), '--index', index]), {
      status: 1,
      message: 'bad.jsonl 第 2 行',
    });
  });

  it.each([
    { flags: ['--nope'], message: '--nope' },
    { flags: [], message: '用法' },
    { flags: ['问题', '--batch', 'x.jsonl'], message: '用法' },
    { flags: ['问题', '--index'], message: 'index' },
  ])('refuses $flags with exit code 2', ({ flags, message }) => {
    expectFailure(runScript('ask.ts', flags), { status: 2, message });
  });

  it('names the file that is missing from an index', () => {
    expectFailure(runScript('ask.ts', ['低保', '--index', path('nowhere')]), { status: 1, message: 'manifest.json' });
  });

  it('names the file that is truncated', async () => {
    runScript('build-index.ts', ['--reports', path('reports'), '--out', path('cut')]);
    await truncate(join(path('cut'), 'figures.json'), 10);
    expectFailure(runScript('ask.ts', ['低保', '--index', path('cut')]), { status: 1, message: 'figures.json' });
  });
});
