import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { createReportEntries, readReportEntries } from '../../src/build/report-entries.ts';

function draft(...files: string[]) {
  const options = { encoding: 'utf8' } as const;
  return spawnSync(process.execPath, ['src/cli/reports-draft.ts', ...files], options);
}

describe('reports:draft', () => {
  it('drafts entries that reports.json takes, close to those a person wrote', async () => {
    const { byId } = await readReportEntries('seeds');
    const { stdout, stderr, status } = draft(...[...byId.keys()].map((id) => `seeds/${id}.txt`));
    expect(status).toBe(0);
    const drafts = createReportEntries(JSON.parse(stdout)).byId;
    expect([...drafts.keys()]).toEqual([...byId.keys()]);
    for (const [id, { region, period, published, documentNumber }] of byId) {
      expect(drafts.get(id)).toMatchObject({ region, period, published, documentNumber });
      expect(drafts.get(id)?.doubts.some(({ about }) => about === 'period')).toBe(
        byId.get(id)?.doubts.some(({ about }) => about === 'period'),
      );
      expect(stderr).toContain(id);
    }
  });

  it('refuses to run without a file', () => {
    expect(draft()).toMatchObject({ status: 2, stdout: '' });
  });

  it('names a file that cannot be read', () => {
    const { status, stderr, stdout } = draft('no-such-report.txt');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('no-such-report.txt');
  });
});
