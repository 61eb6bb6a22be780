import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answer/answer.ts';
import { checkReply } from '../../src/answer/check-reply.ts';
import { composeRefusal } from '../../src/answer/compose/compose-refusal.ts';
import { MAX_READ_LENGTH } from '../../src/answer/query/normalize-question.ts';
import type { Reply } from '../../src/core/block.ts';
import type { SearchRequest } from '../../src/core/search-backend.ts';
import { CANARIES, createHostileQuestions } from './hostile-question.ts';
import { createInventedArtefact, createInventedBackend } from './invented-artefact.ts';

const artefact = createInventedArtefact();
const backend = createInventedBackend(artefact);
const searches: SearchRequest[] = [];
const counting = {
  ...backend,
  search(request: SearchRequest) {
    searches.push(request);
    return backend.search(request);
  },
};
const answerer = createAnswerer({ artefact, backend: counting, thisYear: 2023 });
const QUESTIONS = createHostileQuestions();

/** The longest text that fits into one Telegram message. */
const MESSAGE_LENGTH = 4096;
/** Every part of a question asks at least for one figure: so many parts fit into what is read. */
const MAX_SEARCHES = MAX_READ_LENGTH / 2;
const DIGITS = /\d+(?:\.\d+)*/gu;

/** Numbers in a reply that stand neither in a report or its title, nor in what it repeats of the question, marked as such. */
function foreignNumbers({ answer, echo = [] }: Reply): string[] {
  const own = artefact.reports.flatMap(({ id, title, doubts }) => [
    artefact.source(id),
    title,
    ...doubts.map(({ note }) => note),
  ]);
  const known = new Set(
    [...own, ...echo.filter((words) => words.endsWith('年'))].flatMap((text) => text.match(DIGITS) ?? []),
  );
  const said = answer.text.replace(/“[^”]*”/gu, '').replace(/\[\d\]/gu, '');
  return (said.match(DIGITS) ?? []).filter((number) => !known.has(number));
}

describe('createAnswerer() on hostile questions', () => {
  it('has at least 300 of them', () => {
    expect(new Set(QUESTIONS.map(({ question }) => question)).size).toBeGreaterThanOrEqual(300);
  });

  it.each(QUESTIONS)('sends only what passes the gates: $name', ({ question }) => {
    searches.length = 0;
    const reply = answerer.reply(question);
    expect(checkReply(reply, artefact)).toEqual([]);
    expect(reply.answer.text).not.toBe(composeRefusal().answer.text);
    expect(foreignNumbers(reply)).toEqual([]);
    expect(reply.answer.figures.filter(({ raw }) => CANARIES.some((canary) => raw.includes(canary)))).toEqual([]);
    expect(reply.answer.text.length).toBeLessThan(MESSAGE_LENGTH);
    expect(reply.answer.text).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
    expect(searches.length).toBeLessThanOrEqual(MAX_SEARCHES);
  });

  it.each(QUESTIONS)('answers the next question as ever after $name', ({ question }) => {
    const history = Array.from({ length: 20 }, () => question);
    const next = '2021年临湖低保对象有多少人';
    expect(checkReply(answerer.reply(question, history), artefact)).toEqual([]);
    expect(answerer.reply(next, history)).toEqual(answerer.reply(next));
  });

  it('does no more work for a question of twice the length', () => {
    function workOf(question: string): string {
      searches.length = 0;
      answerer.reply(question);
      return JSON.stringify(searches);
    }
    const piece = '临湖2021年低保对象、养老床位各有多少，';
    expect(workOf(piece.repeat(2000))).toBe(workOf(piece.repeat(1000)));
  });
});
