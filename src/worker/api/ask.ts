import type { Answer } from '../../core/answer.ts';
import { assertSendable } from '../assert-sendable.ts';
import type { Dependencies } from '../dependencies.ts';
import { askQuery } from './queries.ts';
import { type ApiHandler, respond } from './respond.ts';

/** `GET /api/ask?q=`: the Answer as JSON, after both gates. */
export function ask(dependencies: Dependencies): ApiHandler {
  return respond(askQuery, ({ q, history }): Answer => {
    const reply = dependencies.answerer.reply(q, history);
    assertSendable(reply, dependencies);
    return reply.answer;
  });
}
