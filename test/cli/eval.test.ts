import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { expectFailure } from './expect-failure.ts';
import { runScript } from './run-script.ts';
import { canBuild, useSmallIndex } from './small-index.ts';

const GOLD = {
  id: 'g-1',
  category: 'figure',
  question: '2020年清源县有多少低保对象',
  history: [],
  answer_type: 'answer',
  evidence: [{ report: 'a', quote: '全县共有低保对象1234人', figures: [{ value: 1234, unit: '人', raw: '1234人' }] }],
};

const { index, path } = useSmallIndex();

describe.skipIf(!canBuild)('eval', () => {
  it('--check finds every hard gate of the committed scorecard kept', () => {
    expect(runScript('eval.ts', ['--check'])).toMatchObject({ status: 0, stderr: '' });
  });

  it('--check names the scorecard that is missing', () => {
    const { status, stderr } = runScript('eval.ts', ['--check', '--index', index]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('scorecard.json') });
  });

  it('scores a gold file and fails below a floor', async () => {
    await writeFile(path('gold.jsonl'), JSON.stringify(GOLD));
    const flags = ['--gold', path('gold.jsonl'), '--index', index];
    const good = runScript('eval.ts', [...flags, '--min', 'right=100']);
    expect(good.status).toBe(0);
    expect(good.stdout).toMatch(/^right +100\.0 % +\[100\.0, 100\.0\] +1\/1$/mu);
    await writeFile(path('gold.jsonl'), JSON.stringify({ ...GOLD, answer_type: 'absent' }));
    const poor = runScript('eval.ts', [...flags, '--min', 'right=50', '--misses']);
    expect(poor.status).toBe(1);
    expect(poor.stdout).toContain('- g-1');
  });

  it.each(['nope=1', 'right', 'right=x'])('refuses --min %s with exit code 2', (floor) => {
    expectFailure(runScript('eval.ts', ['--min', floor]), { status: 2, message: '--min' });
  });

  it('names the broken line of a gold file', async () => {
    await writeFile(path('gold.jsonl'), '{}');
    expectFailure(runScript('eval.ts', ['--gold', path('gold.jsonl'), '--index', index]), {
      status: 1,
      message: '第 1 行',
    });
  });
});
