/** Header in which Telegram repeats the secret of `setWebhook`. */
export const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

/** Whether two secrets agree. Digests are compared, in constant time, so that neither content nor length can be timed. */
export async function matchesSecret(given: string, expected: string): Promise<boolean> {
  const [a, b] = await Promise.all([digest(given), digest(expected)]);
  return crypto.subtle.timingSafeEqual(a, b);
}

function digest(text: string): Promise<ArrayBuffer> {
  return crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
}
