import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answer/answer.ts';
import { checkReply } from '../../src/answer/check-reply.ts';
import cases from '../cases/questions.json' with { type: 'json' };
import { createInventedArtefact, createInventedBackend } from './invented-artefact.ts';

interface Case {
  readonly question: string;
  readonly history?: readonly string[];
  readonly type?: string;
  readonly reason?: string;
  readonly raws?: readonly string[];
  readonly quote?: string;
  /** Words of the reply. */
  readonly says?: string;
}

const artefact = createInventedArtefact();
const answerer = createAnswerer({ artefact, backend: createInventedBackend(artefact), thisYear: 2023 });
const CASES: readonly Case[] = cases;

describe('createAnswerer()', () => {
  it.each(CASES)(
    'answers $question $history',
    ({ question, history = [], type = 'answer', reason = null, raws = [], quote, says = '' }) => {
      const { answer } = answerer.reply(question, history);
      expect({ type: answer.type, reason: answer.reason }).toEqual({ type, reason });
      expect(answer.figures.slice(0, raws.length).map(({ raw }) => raw)).toEqual(raws);
      expect(answer.text).toContain(says);
      if (quote !== undefined) expect(answer.quotes[0]?.text).toContain(quote);
    },
  );

  it.each(CASES)('sends only what passes both gates for $question', ({ question, history = [] }) => {
    const reply = answerer.reply(question, history);
    expect(checkReply(reply, artefact)).toEqual([]);
    expect(reply.answer.text).not.toContain('没有通过核对');
  });

  it('computes a difference between like figures and says why not between unlike ones', () => {
    const texts = (question: string): string => answerer.reply(question).answer.text;
    expect(texts('临湖2021年和望川2022年的结婚登记比一下')).toContain('期间不同，未计算差额');
    expect(texts('临湖和云和离婚登记哪个多')).toContain('期间不同，未计算差额');
  });

  it('shows what the report does not state as inferred, with the doubts as caveats', () => {
    const { answer } = answerer.reply('2015年上半年云和福彩卖了多少');
    expect(answer.text).toContain('云和县（推断） · 2015年上半年（推断）');
    expect(answer.caveats).toContain('原文隐去了地名，文中的石塘镇在云和县');
  });

  it('lists every report that fits when no place is named, newest first', () => {
    const { answer } = answerer.reply('低保标准是多少');
    expect(answer.figures.slice(0, 2).map(({ region }) => region)).toEqual(['望川市', '临湖市']);
  });

  it('names what is held when it refuses', () => {
    const { answer } = answerer.reply('2019年临湖低保对象有多少人');
    expect(answer.text).toContain('已收录：临湖市 2021年；望川市 2022年');
    expect(answer.quotes).toEqual([]);
  });

  it('tells a reader whose question states another number', () => {
    const caveats = (question: string): readonly string[] => answerer.reply(question).answer.caveats;
    expect(caveats('2021年临湖低保对象有5万人吗，是多少人')).toContain('问题里的“5万人”与原文不同');
    expect(caveats('2021年临湖低保对象有4.2万人吗，是多少人')).toEqual([]);
  });

  it('explains how it read a question', () => {
    const { query, asks } = answerer.explain('临湖有多少个慈扇组织');
    expect(query.corrections.map(({ read }) => read).join()).toContain('慈善');
    expect(asks[0]?.concepts.map(({ asked }) => asked)).toContain('慈善组织');
  });
});
