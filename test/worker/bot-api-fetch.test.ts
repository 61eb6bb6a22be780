import { expect, inject, it } from 'vitest';
import { createBotApiFetch } from '../double/create-bot-api-fetch.ts';
import { tooManyRequests } from '../double/fault.ts';

const TOKEN = '123456:token-of-the-double';

it('createBotApiFetch() runs in workerd', async () => {
  const { api, fetch } = createBotApiFetch({ token: TOKEN, schema: inject('botApiSchema'), now: () => 0 });
  const send = (text: unknown) =>
    fetch(`https://telegram.invalid/bot${TOKEN}/sendMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ chat_id: 5, text }),
    });
  expect((await send('一')).status).toBe(200);
  expect((await send(1)).status).toBe(400);
  api.faults.add({}, { kind: 'reset', when: 'after' });
  await expect(send('二')).rejects.toThrow('Network connection lost.');
  api.faults.add({}, tooManyRequests(3));
  expect((await send('三')).headers.get('retry-after')).toBe('3');
  expect(api.state.messages(5).map(({ text }) => text)).toEqual(['一', '二']);
});
