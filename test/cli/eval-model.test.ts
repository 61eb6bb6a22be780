import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createModelServer, type ModelServer } from '../double/model-server.ts';
import { expectFailure } from './expect-failure.ts';
import { runScript } from './run-script.ts';

const ROOT = join(import.meta.dirname, '../..');
const FLAGS = ['src/cli/eval.ts', '--model', '--gold', 'test/gold/dev.jsonl'];

let server: ModelServer;
beforeAll(async () => {
  server = await createModelServer(() => '{}');
});
afterAll(() => server.close());

/** Runs the comparison beside the server, which this process plays. */
async function compare(): Promise<{ status: number | null; stdout: string }> {
  const env = { ...process.env, MODEL_URL: server.url, MODEL_NAME: 'm', MODEL_KEY: 'k' };
  const child = spawn(process.execPath, FLAGS, { cwd: ROOT, env });
  let stdout = '';
  child.stdout.on('data', (part) => {
    stdout += part;
  });
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, stdout };
}

describe('eval --model', () => {
  it('compares with and without the model and counts what the checks refused', async () => {
    server.script = ({ system }) =>
      system.includes('{{F1}}')
        ? '{"sentences":[{"text":"答案是99人。","cites":["Q1"]}]}'
        : '{"subject":null,"region":null,"period":null,"measure":null,"kind":null}';
    const { status, stdout } = await compare();
    expect(status).toBe(0);
    const scores = /^right +(?<alone>[\d.]+) +(?<helped>[\d.]+) %$/mu.exec(stdout)?.groups;
    expect(scores?.helped).toBe(scores?.alone);
    expect(stdout).toMatch(/^verbatim +100\.0 +100\.0 %$/mu);
    expect(stdout).toMatch(/^grounded +100\.0 +100\.0 %$/mu);
    expect(stdout).toMatch(/^ {2}compose refused number \d+$/mu);
    expect(server.violations).toEqual([]);
  });

  it('says which variable is missing', () => {
    expectFailure(runScript('eval.ts', FLAGS.slice(1)), { status: 1, message: 'MODEL_URL' });
  });
});
