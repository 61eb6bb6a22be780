import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MessageEntity } from '@grammyjs/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answer/answer.ts';
import { checkReply } from '../../src/answer/check-reply.ts';
import { createArtefact } from '../../src/build/main.ts';
import { makeQuestions } from '../../src/cli/bench/answer/make-questions.ts';
import { type Artefact, parseArtefact } from '../../src/core/artefact.ts';
import type { Reply } from '../../src/core/block.ts';
import { createOramaBackend } from '../../src/core/orama-backend.ts';
import { createTokenizer } from '../../src/core/tokenizer.ts';
import { createEvidence } from '../../src/worker/evidence.ts';
import { answerKeyboard } from '../../src/worker/telegram/keyboard.ts';
import { type OutgoingMessage, renderMessages } from '../../src/worker/telegram/message.ts';
import { WORDINGS } from '../../src/worker/telegram/wording.ts';
import { BotApi } from '../double/bot-api.ts';
import { generateSchema } from '../double/schema/generate.ts';
import { createDraw, type Draw, hostilePiece, makeHostileReport, salt } from './hostile-reports.ts';

/** WENJU_RUNS=100000 in `npm run check:full`. */
const RUNS = Number(process.env.WENJU_RUNS ?? 1000);
const REPORTS = 10;
const TOKEN = '123456:token-of-the-hostile-test';
const PUBLIC_URL = 'https://wenju.example';
/** Calls after which the double starts anew, so that its memory stays small. */
const CALLS = 2000;

let folder: string;
let artefact: Artefact;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  for (let seed = 0; seed < REPORTS; seed++) {
    const { name, text } = makeHostileReport(seed);
    await writeFile(join(folder, name), text);
  }
  artefact = parseArtefact(Object.fromEntries(await createArtefact({ reports: folder, skipBad: false })));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Questions about the reports with hostile pieces, comparisons among them, pieces of the reports, and pieces alone. */
function makeQuestion(questions: readonly string[], draw: Draw): string {
  switch (draw.below(6)) {
    case 0:
      return hostilePiece(draw) + hostilePiece(draw);
    case 1: {
      const source = artefact.source(draw.pick(artefact.reports).id);
      const at = draw.below(source.length);
      return source.slice(at, at + draw.below(120));
    }
    case 2:
      return `比较${draw.pick(questions)}和${draw.pick(questions)}`;
    default:
      return salt(draw.pick(questions), { pieces: draw.below(3), draw });
  }
}

/** Half of a surrogate pair now and then, as only JSON can carry it. */
function maim(question: string, { below }: Draw): string {
  if (below(20) > 0) return question;
  const at = below(question.length + 1);
  return `${question.slice(0, at)}${below(2) === 0 ? '\ud83d' : '\ude00'}${question.slice(at)}`;
}

interface Delivered {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

/** The double, started anew from time to time. */
function createMailbox() {
  const schema = generateSchema();
  let api: BotApi;
  let calls = 0;
  return function deliver({ text, entities, keyboard }: OutgoingMessage): Delivered | string {
    if (calls++ % CALLS === 0) api = new BotApi({ token: TOKEN, schema });
    const parameters = {
      chat_id: 1 + (calls % CALLS),
      text,
      ...(entities.length > 0 && { entities: [...entities] }),
      ...(keyboard !== undefined && { reply_markup: { inline_keyboard: keyboard.map((row) => [...row]) } }),
      link_preview_options: { is_disabled: true },
    };
    const { response, violations } = api!.receive({ token: TOKEN, method: 'sendMessage', parameters });
    if (!response.ok) return response.description;
    if (violations.length > 0) return violations.join('; ');
    const { text: sent, entities: drawn } = response.result as { text: string; entities?: MessageEntity[] };
    return { text: sent, entities: drawn ?? [] };
  };
}

/** Quotes and links as a reader sees them, in order. */
function read(messages: readonly Delivered[]): { quotes: string[]; links: string[] } {
  const all = messages.flatMap(({ text, entities }) =>
    entities.map(({ type, offset, length }) => ({ type, text: text.slice(offset, offset + length) })),
  );
  return {
    quotes: all.filter(({ type }) => type.endsWith('blockquote')).map(({ text }) => text),
    links: all.filter(({ type }) => type === 'text_link').map(({ text }) => text),
  };
}

describe('the answers to hostile questions over hostile reports', () => {
  it('promises 6 and 7: are taken by Telegram, and their quotes stand in the source', { timeout: 3_600_000 }, () => {
    const answerer = createAnswerer({ artefact, backend: createOramaBackend(artefact), thisYear: 2024 });
    const evidence = createEvidence({
      library: artefact,
      backend: createOramaBackend(artefact),
      tokenize: createTokenizer(artefact.vocabulary),
      subject: (question) => question,
    });
    const draw = createDraw(1);
    const questions = makeQuestions(artefact.figures, 600);
    const deliver = createMailbox();
    const count = { answers: 0, messages: 0, quotes: 0, verbatim: 0 };
    const wrong: string[] = [];

    function judge(reply: Reply, id: string): void {
      count.answers++;
      if (checkReply(reply, artefact).length > 0) wrong.push(`gate: ${reply.answer.text}`);
      const { quotes } = reply.answer;
      const citations = quotes.map((_, i) => `c${i}`);
      const keyboard = answerKeyboard({ answer: id, quotes, citations, publicUrl: PUBLIC_URL, words: WORDINGS.zh });
      const messages = renderMessages(reply, { publicUrl: PUBLIC_URL });
      const sent = messages.map((message, i) =>
        deliver(i === messages.length - 1 ? { ...message, keyboard } : message),
      );
      count.messages += sent.length;
      const refused = sent.filter((one) => typeof one === 'string');
      if (refused.length > 0) return void wrong.push(`refused: ${refused[0]}: ${reply.answer.text}`);
      const delivered = read(sent.filter((one) => typeof one !== 'string'));
      const drawn = reply.blocks.filter(({ type }) => type === 'quote');
      const cited = reply.blocks.filter(({ type }) => type === 'citation');
      count.quotes += drawn.length;
      for (const [i, block] of drawn.entries()) {
        const quote = block.type === 'quote' ? quotes[block.quote] : undefined;
        if (delivered.quotes[i] !== quote?.display) wrong.push(`changed: ${quote?.display} -> ${delivered.quotes[i]}`);
        if (quote === undefined) continue;
        const source = artefact.source(quote.report).slice(quote.start, quote.end);
        if (source !== quote.text) wrong.push(`not the source: ${quote.text}`);
        if (delivered.quotes[i] === source) count.verbatim++;
      }
      if (delivered.quotes.length !== drawn.length) wrong.push(`split quote: ${reply.answer.text}`);
      if (delivered.links.join() !== cited.map(({ text }) => text).join())
        wrong.push(`split citation: ${reply.answer.text}`);
    }

    for (let run = 0; run < RUNS; run++) {
      const question = maim(makeQuestion(questions, draw), draw);
      const history = draw.below(4) === 0 ? [makeQuestion(questions, draw)] : [];
      const reply = answerer.reply(question, history);
      judge(reply, `a${run}`);
      if (run % 10 > 0) continue;
      const more = evidence.more({ question, history, quoted: reply.answer.quotes, skip: 0 });
      if (more !== null) judge(more.reply, `m${run}`);
    }
    console.log(
      `promises 6 and 7: ${RUNS} hostile questions over ${REPORTS} hostile reports, ${count.answers} answers, ${count.messages} messages, ` +
        `${wrong.length} refused, split or changed; ${count.quotes} quotes, all as cleaned for reading, ${count.verbatim} of them without a character cleaned`,
    );
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(count.quotes).toBeGreaterThan(RUNS / 4);
  });
});
