import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answer/answer.ts';
import { checkReply } from '../../src/answer/check-reply.ts';
import { type Complete, ModelFailure } from '../../src/answer/model/complete.ts';
import { createModelAnswerer } from '../../src/answer/model/create-model-answerer.ts';
import { createInventedArtefact, createInventedBackend } from './invented-artefact.ts';

const artefact = createInventedArtefact();
const answerer = createAnswerer({ artefact, backend: createInventedBackend(artefact), thisYear: 2023 });
const PROMPTS = { understand: 'understand', compose: 'compose' };
/** A draft that is always declined, where only the reading is tested. */
const NO_DRAFT = '{}';

/** A model that says the same to every question of a task. */
function createModel(said: { understand?: string; compose?: string }, milliseconds = 1000) {
  const asked: { prompt: string; data: unknown }[] = [];
  const complete: Complete = async ([system, user]) => {
    asked.push({ prompt: system!.content, data: JSON.parse(user!.content) });
    const text = system!.content === 'understand' ? said.understand : said.compose;
    return { text: text ?? NO_DRAFT, tokens: 7 };
  };
  const check = (reply: Parameters<typeof checkReply>[0]) => checkReply(reply, artefact);
  return { asked, ...createModelAnswerer({ answerer, check, complete, prompts: PROMPTS, milliseconds }) };
}

function draft(text: string, cites: readonly string[] = ['Q1']): string {
  return JSON.stringify({ sentences: [{ text, cites }] });
}

function request(slots: Record<string, unknown>): string {
  return JSON.stringify({ subject: null, region: null, period: null, measure: null, kind: 'actual', ...slots });
}

const COMPARISON = '临湖2021年和望川2022年的结婚登记比一下';
const LOOSE = '临湖2021年家里揭不开锅的一共帮衬了几口子';

describe('createModelAnswerer()', () => {
  it('does not ask how to read a question that the rules answer', async () => {
    const model = createModel({ compose: draft('根据报告，{{F1.what}}为{{F1}}。') });
    const { steps, reply } = await model.reply('2021年临湖低保对象有多少人');
    expect(model.asked.map(({ prompt }) => prompt)).toEqual(['compose']);
    expect(steps).toEqual([{ task: 'compose', outcome: 'used', reason: null, tokens: 7 }]);
    expect(checkReply(reply, artefact)).toEqual([]);
    expect(reply.answer.text).toMatch(/根据报告，低保对象为.+人。 \[1\]/u);
  });

  it('shows the model texts of the reports as data, apart from what it is told', async () => {
    const model = createModel({ compose: NO_DRAFT });
    const { reply } = await model.reply('2021年临湖低保对象有多少人');
    const [figure] = reply.answer.figures;
    expect(model.asked[0]?.data).toMatchObject({
      question: '2021年临湖低保对象有多少人',
      quotes: { Q1: reply.answer.quotes[0]?.display },
      figures: { F1: { what: figure?.property, value: figure?.raw, quote: 'Q1' } },
    });
  });

  it('reads a loose question as the model does, and says how it was read', async () => {
    expect(answerer.reply(LOOSE).answer.type).toBe('absent');
    const model = createModel({
      understand: request({ subject: '低保对象', region: '临湖', period: '2021年', measure: 'people' }),
    });
    const { reply, steps } = await model.reply(LOOSE);
    expect(steps[0]).toEqual({ task: 'understand', outcome: 'used', reason: null, tokens: 7 });
    expect(reply.answer.figures[0]).toMatchObject({ property: '低保对象', region: '临湖市', period: '2021' });
    expect(reply.answer.caveats).toContain('按“低保对象”理解了问题');
    expect(checkReply(reply, artefact)).toEqual([]);
  });

  it.each([
    ['another place', request({ subject: '低保对象', region: '望川', period: '2021年' }), 'changed_question'],
    ['another year', request({ subject: '低保对象', region: '临湖', period: '2022年' }), 'changed_question'],
    ['no place', request({ subject: '低保对象', period: '2021年' }), 'changed_question'],
    [
      'a place in the subject',
      request({ subject: '望川低保对象', region: '临湖', period: '2021年' }),
      'changed_question',
    ],
    [
      'a number in the subject',
      request({ subject: '低保对象三百人', region: '临湖', period: '2021年' }),
      'changed_question',
    ],
    [
      'markup in the subject',
      request({ subject: '<b>低保</b>', region: '临湖', period: '2021年' }),
      'changed_question',
    ],
    ['a subject that is no text', request({ subject: 5 }), 'wrong_schema'],
    ['an unknown measure', request({ subject: '低保对象', measure: 'litres' }), 'wrong_schema'],
    ['prose', '我觉得是低保。', 'not_json'],
  ])('does not follow a reading with %s', async (_, understand, reason) => {
    const { reply, steps } = await createModel({ understand }).reply(LOOSE);
    expect(steps).toEqual([{ task: 'understand', outcome: 'refused', reason, tokens: 7 }]);
    expect(reply).toEqual(answerer.reply(LOOSE));
  });

  it('keeps the refusal of the rules where the model has no reading either', async () => {
    const { reply, steps } = await createModel({ understand: request({}) }).reply(LOOSE);
    expect(steps).toEqual([{ task: 'understand', outcome: 'declined', reason: null, tokens: 7 }]);
    expect(reply).toEqual(answerer.reply(LOOSE));
  });

  it('is not asked about places and years that are not held', async () => {
    const model = createModel({});
    expect((await model.reply('2019年临湖低保对象有多少人')).reply.answer.reason).toBe('period');
    expect(model.asked).toEqual([]);
  });

  it.each([
    ['the place of another figure', '{{F2.where}}{{F1.what}}为{{F1}}。', ['Q1', 'Q2'], 'wrong_figure'],
    ['the place of another figure in words', '望川市{{F1.what}}为{{F1}}。', ['Q1', 'Q2'], 'unsupported_word'],
    ['two figures in a clause', '{{F1.what}}为{{F1}}和{{F2}}。', ['Q1', 'Q2'], 'wrong_figure'],
    ['a figure of a quote it does not cite', '{{F2.where}}{{F2.what}}为{{F2}}。', ['Q1'], 'no_citation'],
  ])('sends no comparison with %s', async (_, text, cites, reason) => {
    const question = COMPARISON;
    const { reply, steps } = await createModel({ compose: draft(text, cites) }).reply(question);
    expect(steps[0]).toMatchObject({ outcome: 'refused', reason });
    expect(reply).toEqual(answerer.reply(question));
  });

  it('sends a comparison whose figures each stand with their own place', async () => {
    const said = draft('{{F1.where}}{{F1.what}}为{{F1}}，{{F2.where}}{{F2.what}}为{{F2}}。', ['Q1', 'Q2']);
    const { reply, steps } = await createModel({ compose: said }).reply(COMPARISON);
    expect(steps[0]).toMatchObject({ outcome: 'used' });
    expect(reply.answer.text).toMatch(/临湖市.+，望川市.+ \[1\]\[2\]/u);
    expect(checkReply(reply, artefact)).toEqual([]);
  });

  it('gives the extractive reply in time when the model never answers', async () => {
    const complete: Complete = () => new Promise(() => undefined);
    const model = createModelAnswerer({ answerer, check: () => [], complete, prompts: PROMPTS, milliseconds: 20 });
    const { reply, steps } = await model.reply('2021年临湖低保对象有多少人');
    expect(steps).toEqual([{ task: 'compose', outcome: 'failed', reason: 'timeout', tokens: null }]);
    expect(reply).toEqual(answerer.reply('2021年临湖低保对象有多少人'));
  });

  it('asks once more where that may help', async () => {
    let calls = 0;
    const complete: Complete = async () => {
      calls += 1;
      if (calls === 1) throw new ModelFailure('server_error');
      return { text: draft('{{F1.what}}为{{F1}}。'), tokens: null };
    };
    const model = createModelAnswerer({ answerer, check: () => [], complete, prompts: PROMPTS, milliseconds: 1000 });
    expect((await model.reply('2021年临湖低保对象有多少人')).steps[0]?.outcome).toBe('used');
    expect(calls).toBe(2);
  });

  it('sends nothing that the gates refuse', async () => {
    const complete: Complete = async () => ({ text: draft('{{F1.what}}为{{F1}}。'), tokens: 1 });
    const failure = { gate: 'number', detail: 'x' } as const;
    const model = createModelAnswerer({
      ...{ answerer, complete, prompts: PROMPTS, milliseconds: 1000, check: () => [failure] },
    });
    const { reply, steps } = await model.reply('2021年临湖低保对象有多少人');
    expect(steps[0]).toMatchObject({ outcome: 'refused', reason: 'gate' });
    expect(reply).toEqual(answerer.reply('2021年临湖低保对象有多少人'));
  });
});
