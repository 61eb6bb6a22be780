import type { Database } from '../database.ts';

/** More than a digest lists. */
const READ = 20;

/** Questions of a chat that found no answer, from an instant up to another, in milliseconds since 1970; the oldest first. */
export async function readUnanswered(
  database: Database,
  { chat, from, to }: { readonly chat: number; readonly from: number | null; readonly to: number | null },
): Promise<readonly string[]> {
  if (from === null || to === null) return [];
  const select =
    'SELECT question FROM unanswered WHERE chat_id = ? AND asked_at >= ? AND asked_at < ? ORDER BY seq LIMIT ?';
  const { results } = await database.prepare(select).bind(chat, from, to, READ).all<{ question: string }>();
  return results.map(({ question }) => question);
}
