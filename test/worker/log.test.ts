import { describe, expect, it } from 'vitest';
import { createLog, redact } from '../../src/worker/log.ts';

const TOKEN = '123456789:AAF-abcdefghijklmnopqrstuvwxyz_0123';

describe('redact()', () => {
  it.each([
    [`https://api.telegram.org/bot${TOKEN}/sendMessage`, 'https://api.telegram.org/bot[token]/sendMessage'],
    [`bot${encodeURIComponent(TOKEN)}/getMe`, 'bot[token]/getMe'],
    [`${TOKEN} and ${TOKEN}`, '[token] and [token]'],
    ['at 12:30 on 2020-01-01, version 1.2.3', 'at 12:30 on 2020-01-01, version 1.2.3'],
  ])('turns %s into %s', (text, redacted) => {
    expect(redact(text)).toBe(redacted);
  });
});

describe('createLog()', () => {
  it('writes one line of JSON without any token', () => {
    const lines: string[] = [];
    createLog((line) => lines.push(line))({ event: 'request_failed', name: 'Error', detail: `a\n${TOKEN}` });
    expect(lines).toEqual([JSON.stringify({ event: 'request_failed', name: 'Error', detail: 'a\n[token]' })]);
  });
});
