import type { Handler } from 'hono';
import { html } from 'hono/html';
import type { AppEnvironment } from '../app.ts';
import { assertSendable } from '../assert-sendable.ts';
import type { Dependencies } from '../dependencies.ts';
import { MAX_QUESTION_LENGTH, parseQuestion } from '../question.ts';
import { layout, type Markup } from './layout.ts';
import { readPage } from './page.ts';
import { replyMarkup } from './reply-markup.ts';

/** `GET /`: a question box, and under it the answer to `?q=`. Needs no script. */
export function askPage(dependencies: Dependencies): Handler<AppEnvironment> {
  const { answerer, examples, artefact } = dependencies;
  function answerTo(typed: string): { markup: Markup | string; status: 200 | 400 } {
    const parsed = parseQuestion(typed);
    if (parsed.ok) {
      const reply = answerer.reply(parsed.question);
      assertSendable(reply, dependencies);
      return { markup: replyMarkup(reply), status: 200 };
    }
    if (parsed.reason === 'empty') return { markup: exampleList(examples), status: 200 };
    return { markup: html`<p role="alert">问题请不要超过${MAX_QUESTION_LENGTH}个字。</p>`, status: 400 };
  }

  return function showAskPage(c) {
    const typed = c.req.query('q') ?? '';
    const { markup, status } = answerTo(typed);
    const { reports, figures } = artefact.manifest.counts;
    const shown = status === 200 ? typed : '';
    const main = html`<h1>向政府工作报告提问</h1>
<form action="/" method="get" role="search">
<label for="q">问题</label>
<div class="row"><input id="q" name="q" type="search" maxlength="${MAX_QUESTION_LENGTH}" autocomplete="off" required value="${shown}"><button>提问</button></div>
</form>
${markup}
<p class="soft">已收录${reports}份报告，${figures}个数字。答案只引用报告原文。</p>`;
    return c.html(layout(main, { page: readPage(c), title: shown }), status);
  };
}

function exampleList(examples: readonly string[]): Markup | string {
  if (examples.length === 0) return '';
  const items = examples.map((example) => html`<li><a href="/?q=${encodeURIComponent(example)}">${example}</a></li>`);
  return html`<section aria-label="例子"><h2>比如</h2><ul>${items}</ul></section>`;
}
