import type { Handler } from 'hono';
import { html } from 'hono/html';
import type { AppEnvironment } from '../app.ts';
import type { Dependencies } from '../dependencies.ts';
import { MAX_QUESTION_LENGTH, parseQuestion } from '../question.ts';
import { checkedMessages } from '../telegram/checked-messages.ts';
import { answerKeyboard } from '../telegram/keyboard.ts';
import { PAGE_SETTINGS } from '../telegram/page-chats.ts';
import { WORDINGS } from '../telegram/wording.ts';
import { CHAT_WORDS } from './chat/chat-words.ts';
import { messageMarkup, ownMarkup } from './chat/message-markup.ts';
import { layout, type Markup } from './layout.ts';
import { type Page, readPage } from './page.ts';

/**
 * `GET /`: the conversation. Without script the form asks and the answer to `?q=` stands there as the bot would send it; the
 * script sends what is typed to `/chat` instead, so that follow-ups and buttons work.
 */
export function askPage(dependencies: Dependencies): Handler<AppEnvironment> {
  return function showAskPage(c) {
    const page = readPage(c);
    const parsed = parseQuestion(c.req.query('q') ?? '');
    const asked = parsed.ok ? parsed.question : '';
    const isTooLong = !parsed.ok && parsed.reason === 'too_long';
    const said = isTooLong
      ? html`<p class="doubt" role="alert">${WORDINGS[page.language].tooLong}</p>`
      : asked === ''
        ? greeting(page, dependencies)
        : turn(asked, page, dependencies);
    const main = chatMarkup(said, { page, asked, counts: dependencies.artefact.manifest.counts });
    return c.html(layout(main, { page, title: asked, script: '/chat.js' }), isTooLong ? 400 : 200);
  };
}

interface ChatParts {
  readonly page: Page;
  readonly asked: string;
  readonly counts: { readonly reports: number; readonly figures: number };
}

function chatMarkup(said: Markup, { page, asked, counts }: ChatParts): Markup {
  const { language } = page;
  const words = CHAT_WORDS[language];
  return html`<div class="intro"><h1>${words.heading}</h1>
<p class="soft">${words.held(counts)} <button type="button" class="restart scripted" hidden>${words.restart}</button></p></div>
<div class="chat" data-language="${language}" data-asked="${asked}" data-typing="${words.typing}" data-copied="${words.copied}" data-failed="${words.failed}">
<div class="log" role="log" aria-label="${words.log}">${said}</div>
<p class="note" role="status"></p>
<form class="composer" action="/" method="get" role="search">
${language === 'en' ? html`<input type="hidden" name="lang" value="en">` : ''}
<label class="hidden" for="q">${words.question}</label>
<input id="q" name="q" maxlength="${MAX_QUESTION_LENGTH}" autocomplete="off" enterkeyhint="send" required placeholder="${words.placeholder}">
<button class="primary">${words.send}</button>
</form>
<template>${ownMarkup('', language)}</template>
</div>`;
}

/** What the bot is, the examples as links that ask them. */
function greeting(page: Page, dependencies: Dependencies): Markup {
  const examples = dependencies.examples();
  const { introduction, examples: label } = WORDINGS[page.language];
  const text = [introduction, CHAT_WORDS[page.language].commands, ...(examples.length > 0 ? [label] : [])].join('\n\n');
  const keyboard = examples.map((example) => [{ text: example, url: page.link('/', { q: example }) }]);
  return messageMarkup({ text, entities: [], keyboard }, { language: page.language });
}

/** A question with its answer, the buttons those of the chat: the script brings them to life. */
function turn(question: string, { language }: Page, dependencies: Dependencies): Markup {
  const reply = dependencies.answerer.reply(question);
  const messages = checkedMessages(reply, { dependencies, settings: PAGE_SETTINGS });
  const { quotes } = reply.answer;
  const keyboard = answerKeyboard({
    answer: '',
    quotes,
    citations: quotes.map(() => ''),
    publicUrl: PAGE_SETTINGS.publicUrl,
    words: WORDINGS[language],
  });
  const drawn = messages.map((message, i) =>
    messageMarkup(i === messages.length - 1 ? { ...message, keyboard } : message, { language }),
  );
  return html`${ownMarkup(question, language)}${drawn}`;
}
