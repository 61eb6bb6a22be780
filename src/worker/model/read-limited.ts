/**
 * The body of a response as text.
 *
 * @param limit in bytes
 * @returns null when it is longer; no more than the limit is read
 */
export async function readLimited(response: Response, limit: number): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = '';
  let read = 0;
  const reader = response.body?.getReader();
  if (reader === undefined) return text;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    read += value.byteLength;
    if (read > limit) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}
