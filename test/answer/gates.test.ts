import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answer/answer.ts';
import { checkReply } from '../../src/answer/check-reply.ts';
import type { Block, Reply } from '../../src/core/block.ts';
import swaps from '../cases/gates.json' with { type: 'json' };
import cases from '../cases/questions.json' with { type: 'json' };
import { createInventedArtefact, createInventedBackend } from './invented-artefact.ts';

const artefact = createInventedArtefact();
const answerer = createAnswerer({ artefact, backend: createInventedBackend(artefact), thisYear: 2023 });
const REPLIES = cases.map(({ question, history }) => answerer.reply(question, history));
const ANSWERED = REPLIES.filter(({ answer }) => answer.quotes.length > 0);

/** The reply with one block's text replaced, and its text with it, as a careless renderer would. */
function withBlockText(reply: Reply, { index, text }: { index: number; text: string }): Reply {
  const blocks = reply.blocks.map((block, at): Block => (at === index ? { ...block, text } : block));
  return { ...reply, blocks, answer: { ...reply.answer, text: blocks.map((block) => block.text).join('\n') } };
}

/** Every text that differs from the given one in one digit. */
function digitMutants(text: string): string[] {
  return [...text.matchAll(/\d/gu)].map(
    ({ index, 0: digit }) => `${text.slice(0, index)}${(Number(digit) + 1) % 10}${text.slice(index + 1)}`,
  );
}

/** Every text with one multiplier, unit, decimal point or sign changed as the table says. */
function swapMutants(text: string): string[] {
  return swaps.flatMap(({ from, to }) => {
    const at = text.indexOf(from);
    return at < 0 ? [] : [`${text.slice(0, at)}${to}${text.slice(at + from.length)}`];
  });
}

/** Texts that state a number: where a mutation changes what is claimed. Doubts and sentences about names are left out. */
function figureBlocks(reply: Reply): { index: number; text: string }[] {
  return reply.blocks.flatMap((block, index) =>
    block.type === 'headline' || (block.type === 'line' && block.figures !== undefined)
      ? [{ index, text: block.text }]
      : [],
  );
}

/** Whether a block is an amount and nothing else. */
function isAmount(block: Block): boolean {
  return block.type === 'headline' && block.figures !== undefined;
}

describe('checkReply()', () => {
  it('passes the replies as they are', () => {
    expect(ANSWERED.length).toBeGreaterThan(30);
    expect(REPLIES.flatMap((reply) => checkReply(reply, artefact))).toEqual([]);
  });

  it('catches every changed digit in the bot’s own words', () => {
    const mutants = REPLIES.flatMap((reply) =>
      figureBlocks(reply).flatMap(({ index, text }) =>
        digitMutants(text).map((mutant) => withBlockText(reply, { index, text: mutant })),
      ),
    );
    expect(mutants.length).toBeGreaterThan(250);
    expect(
      mutants.filter((mutant) => checkReply(mutant, artefact).length === 0).map(({ answer }) => answer.text),
    ).toEqual([]);
  });

  it('catches every dropped multiplier, swapped unit and moved point', () => {
    const mutants = ANSWERED.flatMap((reply) =>
      figureBlocks(reply)
        .filter(({ index }) => isAmount(reply.blocks[index]!))
        .flatMap(({ index, text }) => swapMutants(text).map((mutant) => withBlockText(reply, { index, text: mutant }))),
    );
    expect(mutants.length).toBeGreaterThan(50);
    expect(
      mutants.filter((mutant) => checkReply(mutant, artefact).length === 0).map(({ answer }) => answer.text),
    ).toEqual([]);
  });

  it('catches every changed digit of a quote, wherever it is carried', () => {
    const mutants = ANSWERED.flatMap((reply) =>
      reply.answer.quotes.flatMap((quote, at) =>
        (['text', 'display'] as const).flatMap((field) =>
          digitMutants(quote[field]).map((mutant): Reply => {
            const quotes = reply.answer.quotes.map((other, index) =>
              index === at ? { ...other, [field]: mutant } : other,
            );
            return { ...reply, answer: { ...reply.answer, quotes } };
          }),
        ),
      ),
    );
    expect(mutants.length).toBeGreaterThan(250);
    expect(mutants.filter((mutant) => checkReply(mutant, artefact).length === 0)).toEqual([]);
  });

  it.each([
    { shift: 1, of: 'start' },
    { shift: -1, of: 'start' },
    { shift: 1, of: 'end' },
    { shift: -1, of: 'end' },
  ] as const)('catches a span shifted by $shift at its $of', ({ shift, of }) => {
    const mutants = ANSWERED.map((reply): Reply => {
      const quotes = reply.answer.quotes.map((quote) => ({ ...quote, [of]: quote[of] + shift }));
      return { ...reply, answer: { ...reply.answer, quotes } };
    });
    expect(mutants.filter((mutant) => checkReply(mutant, artefact).length === 0)).toEqual([]);
  });

  it('catches a figure whose value, unit, kind, place or time is not that of its mention', () => {
    const changes = [
      { value: 1 },
      { unit: '亩' },
      { kind: 'share' },
      { region: '别处市' },
      { period: '1999' },
      { raw: '9万人' },
      { property: '别的' },
      { quote: 7 },
    ] as const;
    const mutants = ANSWERED.filter(({ answer }) => answer.figures.length > 0).flatMap((reply) =>
      changes.map((change): Reply => {
        const figures = reply.answer.figures.map((figure, index) => (index === 0 ? { ...figure, ...change } : figure));
        return { ...reply, answer: { ...reply.answer, figures } };
      }),
    );
    expect(mutants.filter((mutant) => checkReply(mutant, artefact).length === 0)).toEqual([]);
  });

  it('catches a citation, link or title of another place', () => {
    const mutants = ANSWERED.flatMap((reply) =>
      reply.blocks.flatMap((block, index): Reply[] =>
        block.type === 'citation'
          ? [
              withBlockText(reply, { index, text: `${block.text}二` }),
              withBlockText(reply, { index, text: block.text.replace('《', '《假') }),
            ]
          : [],
      ),
    );
    expect(mutants.length).toBeGreaterThan(60);
    expect(mutants.filter((mutant) => checkReply(mutant, artefact).length === 0)).toEqual([]);
  });

  it('catches a number that a quote does not hold, in any script', () => {
    const extra = ['另有12人', '另有１２人', '增长三成', '约两万人', '共七百亿元'];
    for (const text of extra) {
      const [reply] = ANSWERED;
      const blocks: Block[] = [...reply!.blocks, { type: 'caveat', text }];
      const mutant = {
        ...reply!,
        blocks,
        answer: { ...reply!.answer, text: blocks.map((block) => block.text).join('\n') },
      };
      expect(checkReply(mutant, artefact).map(({ gate }) => gate)).toContain('number');
    }
  });

  it('names the gate that failed', () => {
    const reply = ANSWERED.find(({ answer }) => answer.figures.length > 0)!;
    expect(checkReply({ ...reply, answer: { ...reply.answer, text: 'x' } }, artefact).map(({ gate }) => gate)).toEqual([
      'quote',
    ]);
    expect(checkReply(withBlockText(reply, { index: 0, text: '88888人' }), artefact).map(({ gate }) => gate)).toEqual([
      'number',
    ]);
  });
});
