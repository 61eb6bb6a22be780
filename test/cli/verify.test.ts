import { describe, expect, it } from 'vitest';
import { runScript } from './run-script.ts';
import { canBuild, REPORT, useSmallIndex } from './small-index.ts';

const { index } = useSmallIndex();

const verify = (statement: string, ...flags: string[]) =>
  runScript('verify.ts', [statement, '--index', index, ...flags]);

describe.skipIf(!canBuild)('verify', () => {
  it('ends with 0 and the place for what stands in a report', () => {
    const { status, stdout } = verify('發放低保金 56.7万元');
    expect(status).toBe(0);
    expect(stdout).toContain('│ 发放低保金56.7万元');
    expect(stdout).toContain('——《清源县2020年民政工作总结》社会救助');
    const [start, end] = /a (\d+)-(\d+)/u.exec(stdout)?.slice(1).map(Number) ?? [];
    expect(REPORT.slice(start, end)).toBe('发放低保金56.7万元');
  });

  it('ends with 1 and marks the difference', () => {
    const { status, stdout } = verify('全县共有低保对象1243人');
    expect(status).toBe(1);
    expect(stdout).toContain('所述：全县共有低保对象【1243】人\n原文：全县共有低保对象【1234】人');
  });

  it('ends with 2 for what no report holds', () => {
    expect(verify('月球基地常住人口突破三百')).toMatchObject({ status: 2, stdout: '报告里没有这句话\n' });
  });

  it('prints JSON with --json', () => {
    expect(JSON.parse(verify('低保对象1234人', '--json').stdout)).toMatchObject({
      verdict: 'verbatim',
      quote: { report: 'a', text: '低保对象1234人' },
    });
  });

  it('tells its usage when there is nothing to verify', () => {
    expect(verify(' ')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('npm run verify') });
  });
});
