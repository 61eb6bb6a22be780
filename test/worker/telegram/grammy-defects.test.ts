import { describe, expect, it } from 'vitest';
import { createHarness, post, refuseAll, SECRET, TOKEN, textUpdate } from '../harness.ts';

/** Defects of grammY 1.46.0 behind its webhook callback, each shown to be avoided. */
describe('POST /telegram, grammY defects', () => {
  it('A: never replies in the body of the webhook, where the hono adapter encodes twice', async () => {
    const harness = createHarness();
    const response = await post(harness, textUpdate('问'));
    expect(await response.json()).toEqual({ ok: true });
    expect(harness.calls.map(({ url }) => url.split('/').at(-1))).toEqual(['sendMessage']);
  });

  it('B: an unset secret closes the webhook instead of opening it', async () => {
    for (const TELEGRAM_SECRET of [undefined, '']) {
      for (const secret of [null, '', 'undefined', SECRET]) {
        const harness = createHarness();
        const response = await post(harness, textUpdate('问'), { secret, bindings: { TELEGRAM_SECRET } });
        expect([response.status, harness.calls]).toEqual([503, []]);
      }
    }
  });

  it.each([
    [
      'an answer that fails',
      {
        reply: () => {
          throw new TypeError('broken');
        },
      },
      1,
    ],
    ['an answer that does not pass its gates', { check: refuseAll }, 1],
    [
      'a refusal by Telegram',
      {
        telegram: () =>
          Response.json(
            { ok: false, error_code: 403, description: 'Forbidden: bot was blocked by the user' },
            { status: 403 },
          ),
      },
      1,
    ],
    [
      'a message that Telegram does not take',
      {
        telegram: () =>
          Response.json(
            { ok: false, error_code: 400, description: 'Bad Request: message is too long' },
            { status: 400 },
          ),
      },
      2,
    ],
    ['a Telegram that answers no JSON', { telegram: () => new Response('<html>', { status: 502 }) }, 2],
    [
      'a cut line',
      {
        telegram: () => {
          throw new TypeError('Network connection lost.');
        },
      },
      2,
    ],
  ])('C: %s is caught and Telegram gets 200', async (_, options, calls) => {
    const harness = createHarness(options);
    const response = await post(harness, textUpdate('问'));
    expect(response.status).toBe(200);
    expect(harness.calls).toHaveLength(calls);
    expect(harness.lines.length).toBeGreaterThan(0);
  });

  it('C: the reader gets an apology without any detail', async () => {
    const harness = createHarness({ check: refuseAll });
    await post(harness, textUpdate('问'));
    expect(harness.calls.map(({ parameters }) => parameters.text)).toEqual([
      '抱歉，这个问题暂时没能答上来，请稍后再试。',
    ]);
    expect(harness.lines.map((line) => JSON.parse(line))).toEqual([
      { event: 'gate_failed', detail: 'The number gate refused a reply', updateId: expect.any(Number) },
    ]);
  });

  it('D: the token stands in no log line and no response', async () => {
    const failures = [
      {
        telegram: () => {
          throw new TypeError(`Cannot reach https://telegram.invalid/bot${TOKEN}/sendMessage`);
        },
      },
      {
        telegram: () =>
          Response.json({ ok: false, error_code: 401, description: `Unauthorized ${TOKEN}` }, { status: 401 }),
      },
      {
        reply: () => {
          throw new Error(TOKEN);
        },
      },
      {
        check: () => {
          throw new Error(TOKEN, { cause: { token: TOKEN } });
        },
      },
    ];
    for (const failure of failures) {
      const harness = createHarness(failure);
      const responses = [
        await post(harness, textUpdate('问')),
        await harness.app.request('/api/ask?q=问', {}, harness.bindings),
        await harness.app.request('/?q=问', {}, harness.bindings),
      ];
      const seen = [...harness.lines, ...(await Promise.all(responses.map((response) => response.text())))].join('\n');
      expect(harness.lines.length).toBeGreaterThan(0);
      expect(seen).not.toContain('CANARY');
    }
  });

  it('E: getMe is never called, not for a forged request and not for the first one', async () => {
    const harness = createHarness();
    await post(harness, textUpdate('问'), { secret: 'forged' });
    expect(harness.calls).toEqual([]);
    await post(harness, textUpdate('问'));
    expect(harness.calls.map(({ url }) => url.split('/').at(-1))).toEqual(['sendMessage']);
  });
});
