import type { Handler } from 'hono';
import type { AppEnvironment } from './app.ts';
import type { Dependencies } from './dependencies.ts';
import { findQuestionEmbedder, type QuestionEmbedder, readEmbeddingBindings } from './model/question-embedder.ts';

const DAY_IN_MILLISECONDS = 86_400_000;

/** `GET /health`: which index answers, how much it holds, how old its newest report is, and what Telegram's side still lacks. */
export function health({ artefact, now, readBindings, fetch }: Dependencies): Handler<AppEnvironment> {
  return function showHealth(c) {
    const { version, format, counts, embedder, newest } = artefact.manifest;
    const ageDays = newest === null ? null : Math.floor((now() - Date.parse(newest)) / DAY_IN_MILLISECONDS);
    const questions = findQuestionEmbedder(readEmbeddingBindings(c.env), { embedder, send: fetch });
    const index = { version, format, counts, embedder: { ...embedder, ...describe(questions) }, newest, ageDays };
    const configured = readBindings(c.env);
    const { ok } = configured;
    const telegram = ok ? { ok } : { ok, binding: configured.name, problem: configured.detail };
    return c.json({ ok: true, index, telegram }, 200, { 'cache-control': 'no-store' });
  };
}

/** How questions are embedded, and what is missing where they are not. */
function describe(questions: QuestionEmbedder): object {
  const { state } = questions;
  return state === 'missing' ? { questions: 'without_vectors', needs: questions.needs } : { questions: state };
}
