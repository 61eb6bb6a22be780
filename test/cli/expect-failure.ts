import { expect } from 'vitest';
import type { runScript } from './run-script.ts';

/** A failed run says why in a few lines, prints nothing else and shows no stack. */
export function expectFailure(
  run: ReturnType<typeof runScript>,
  { status, message }: { status: number; message: string },
): void {
  expect(run).toMatchObject({ status, stdout: '' });
  expect(run.stderr).toContain(message);
  expect(run.stderr).not.toMatch(/^\s+at /mu);
}
