import { describe, expect, it } from 'vitest';
import { expectFailure } from './expect-failure.ts';
import { runScript } from './run-script.ts';

describe('digest', () => {
  it('prints the digest of a day and chat, the same each time', () => {
    const flags = ['--date', '2026-11-22', '--chat', '-1001234567890'];
    const first = runScript('digest.ts', flags);
    expect([first.status, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toMatch(/^今日话题.*——《.*\/r\//su);
    expect(runScript('digest.ts', flags).stdout).toBe(first.stdout);
    expect(runScript('digest.ts', ['--date', '2026-11-23', flags[2]!, flags[3]!]).stdout).not.toBe(first.stdout);
  });

  it('shows a right one where a date, chat or topic is wrong', () => {
    expectFailure(runScript('digest.ts', ['--date', '2026-02-30']), { status: 2, message: '2026-11-22' });
    expectFailure(runScript('digest.ts', ['--chat', 'x']), { status: 2, message: '-1001234567890' });
    expectFailure(runScript('digest.ts', ['--topics', '宇宙']), { status: 2, message: '养老' });
  });
});
