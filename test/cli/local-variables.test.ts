import { describe, expect, it } from 'vitest';
import { localVariables } from '../../src/cli/local-variables.ts';

const REAL = { TELEGRAM_TOKEN: '1:token', TELEGRAM_SECRET: 'secret' };

describe('localVariables()', () => {
  it('makes up a token and a secret where none is set, and lets the Worker call nobody', () => {
    const { vars, isReal } = localVariables({ PUBLIC_URL: 'https://wenju.example' }, null);
    expect(isReal).toBe(false);
    expect(vars).toMatchObject({ TELEGRAM_API_ROOT: 'http://127.0.0.1:9', PUBLIC_URL: 'https://wenju.example' });
    expect(vars.TELEGRAM_SECRET).not.toBe(localVariables({}, null).vars.TELEGRAM_SECRET);
  });

  it('passes on what is set, and leaves to the Worker what is in its own file', () => {
    expect(localVariables({ ...REAL, OWNER_IDS: '5', HOME: '/' }, null)).toEqual({
      vars: { ...REAL, OWNER_IDS: '5' },
      isReal: true,
    });
    expect(localVariables({}, 'TELEGRAM_TOKEN=1:token\nTELEGRAM_SECRET="secret"\n')).toEqual({
      vars: {},
      isReal: true,
    });
    expect(localVariables(REAL, 'OWNER_IDS=5\n')).toMatchObject({ vars: { TELEGRAM_TOKEN: '1:local' }, isReal: false });
  });

  it.each([
    [{ TELEGRAM_TOKEN: '1:token' }, null, 'TELEGRAM_SECRET 没有设置'],
    [{ TELEGRAM_SECRET: 'secret' }, null, 'TELEGRAM_TOKEN 没有设置'],
    [{ ...REAL, TELEGRAM_TOKEN: 'token' }, null, 'TELEGRAM_TOKEN 不合要求'],
    [{ ...REAL, ALLOWED_IDS: 'me' }, null, 'ALLOWED_IDS 不合要求'],
    [{ DAILY_LIMIT: 'many' }, null, 'DAILY_LIMIT 不合要求'],
    [{}, 'TELEGRAM_TOKEN=1:token\n', 'TELEGRAM_SECRET 没有设置'],
  ])('names what is missing or wrong before anything runs: %#', (environment, devVars, message) => {
    expect(() => localVariables(environment, devVars)).toThrow(`环境变量 ${message}`);
  });
});
