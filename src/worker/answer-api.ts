import type { Handler } from 'hono';
import type { AppEnvironment } from './app.ts';
import { assertSendable } from './assert-sendable.ts';
import type { Dependencies } from './dependencies.ts';
import { MAX_QUESTION_LENGTH, parseQuestion } from './question.ts';

const REFUSALS = {
  empty: { code: 'missing_question', message: '请用 ?q= 提问。' },
  too_long: { code: 'question_too_long', message: `问题请不要超过${MAX_QUESTION_LENGTH}个字。` },
};

/** `GET /api/ask?q=`: the Answer as JSON. */
export function answerApi(dependencies: Dependencies): Handler<AppEnvironment> {
  return function answerQuestion(c) {
    const parsed = parseQuestion(c.req.query('q') ?? '');
    if (!parsed.ok) return c.json({ error: REFUSALS[parsed.reason] }, 400);
    const reply = dependencies.answerer.reply(parsed.question);
    assertSendable(reply, dependencies);
    return c.json(reply.answer);
  };
}
