import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const COMMAND = join(import.meta.dirname, '../../src/cli/chat.ts');

describe('npm run chat', () => {
  it('answers what is typed and buttons pressed, and ends with the input', async () => {
    const child = spawn(process.execPath, [COMMAND], { stdio: ['pipe', 'pipe', 'pipe'] });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
    child.stdin.end('/start\n#1\n#99\n');
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    const example = /#1 (?<question>[^#\n]+?) {2}#2/u.exec(printed)?.groups?.question ?? 'none';
    expect(printed).toContain(`（${example}）`);
    expect(printed).toMatch(/——《.+》.*\n {2}#1 /u);
    expect(printed).toContain('没有这个按钮');
  });
});
