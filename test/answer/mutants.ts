import type { Quote } from '../../src/core/answer.ts';
import type { Block, Reply } from '../../src/core/block.ts';
import type { Span } from '../../src/core/span.ts';

/** What a careless program could do to a reply, one thing at a time. */
export const MUTATIONS = ['digit', 'unit', 'point', 'multiplier', 'span'] as const;
export type Mutation = (typeof MUTATIONS)[number];

/** A reply with one thing wrong. */
export interface Mutant {
  readonly mutation: Mutation;
  readonly reply: Reply;
}

/** Texts that differ from a given one in one place. */
type Change = (text: string) => readonly string[];

function replaceAt(text: string, { start, end }: Span, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

const digits: Change = (text) =>
  [...text.matchAll(/\d/gu)].map(({ index, 0: digit }) =>
    replaceAt(text, { start: index, end: index + 1 }, String((Number(digit) + 1 + (index % 9)) % 10)),
  );

const points: Change = (text) =>
  [...text.matchAll(/(\d+)\.(\d+)/gu)].flatMap(({ index, 0: whole, 1: integer = '', 2: fraction = '' }) => {
    const span = { start: index, end: index + whole.length };
    const moved = [`${integer}${fraction}`, `${integer}${fraction[0]}.${fraction.slice(1)}`];
    if (integer.length > 1) moved.push(`${integer.slice(0, -1)}.${integer.slice(-1)}${fraction}`);
    return moved.map((one) => replaceAt(text, span, one.replace(/\.$/u, '')));
  });

const multipliers: Change = (text) =>
  [...text.matchAll(/(?<=\d\s*)[万亿]/gu)].flatMap(({ index, 0: mark }) =>
    ['', mark === '万' ? '亿' : '万'].map((other) => replaceAt(text, { start: index, end: index + 1 }, other)),
  );

const UNITS = ['人', '户', '元', '%', '‰', '个', '家', '张', '亩', '公里', '个百分点', '人次'];

/** The same amount in every other unit. */
function unitsOf(amount: string, unit: string): readonly string[] {
  if (unit === '' || !amount.endsWith(unit)) return [];
  const number = amount.slice(0, -unit.length);
  return UNITS.filter((other) => other !== unit).map((other) => number + other);
}

function withBlock(reply: Reply, at: number, block: Block): Reply {
  const blocks = reply.blocks.map((old, index) => (index === at ? block : old));
  return { ...reply, blocks, answer: { ...reply.answer, text: blocks.map(({ text }) => text).join('\n') } };
}

/** The text of a block changed, and with it its column, as a program would that draws from the columns. */
function changeBlock(reply: Reply, at: number, text: string): Reply {
  const block = reply.blocks[at]!;
  if (block.type !== 'line' || block.cells === undefined) return withBlock(reply, at, { ...block, text });
  return withBlock(reply, at, { ...block, text, cells: text.split(' ') });
}

function withQuote(reply: Reply, at: number, quote: Quote): Reply {
  const quotes = reply.answer.quotes.map((old, index) => (index === at ? quote : old));
  return { ...reply, answer: { ...reply.answer, quotes } };
}

/** Blocks in the bot's own words with the figures that they give. */
function mutateBlocks(reply: Reply): Mutant[] {
  return reply.blocks.flatMap((block, at) => {
    if (block.type === 'caveat') return [];
    const changed = (mutation: Mutation, change: Change) =>
      change(block.text).map((text) => ({ mutation, reply: changeBlock(reply, at, text) }));
    const mutants = [...changed('digit', digits), ...changed('point', points), ...changed('multiplier', multipliers)];
    if (block.type !== 'headline' && block.type !== 'line') return mutants;
    for (const index of block.figures ?? []) {
      const { raw, unit } = reply.answer.figures[index]!;
      const shown = raw.replace(/\s+/gu, '');
      const start = block.text.indexOf(shown);
      if (start === -1) continue;
      for (const other of unitsOf(shown, unit)) {
        const text = replaceAt(block.text, { start, end: start + shown.length }, other);
        mutants.push({ mutation: 'unit', reply: changeBlock(reply, at, text) });
      }
    }
    return mutants;
  });
}

/** Quotes as they stand in the answer, apart from how they are drawn. */
function mutateQuotes(reply: Reply): Mutant[] {
  return reply.answer.quotes.flatMap((quote, at) =>
    (['text', 'display'] as const).flatMap((field) => {
      const changed = (mutation: Mutation, change: Change) =>
        change(quote[field]).map((text) => ({ mutation, reply: withQuote(reply, at, { ...quote, [field]: text }) }));
      return [...changed('digit', digits), ...changed('point', points), ...changed('multiplier', multipliers)];
    }),
  );
}

/** Figures as programs get them. */
function mutateFigures(reply: Reply): Mutant[] {
  return reply.answer.figures.flatMap((figure, at) => {
    const withFigure = (mutation: Mutation, changed: object): Mutant => {
      const figures = reply.answer.figures.map((old, index) => (index === at ? { ...old, ...changed } : old));
      return { mutation, reply: { ...reply, answer: { ...reply.answer, figures } } };
    };
    const mutants = [
      ...digits(figure.raw).map((raw) => withFigure('digit', { raw })),
      ...points(figure.raw).map((raw) => withFigure('point', { raw })),
      ...multipliers(figure.raw).map((raw) => withFigure('multiplier', { raw })),
      ...UNITS.filter((unit) => unit !== figure.unit).map((unit) => withFigure('unit', { unit })),
    ];
    if (figure.value === null || figure.value === 0) return mutants;
    for (const factor of [10, 0.1, 10_000, 0.0001])
      mutants.push(
        withFigure(factor === 10 || factor === 0.1 ? 'point' : 'multiplier', { value: figure.value * factor }),
      );
    return mutants;
  });
}

const SHIFTS = [-7, -1, 1, 7];

/** Spans of quotes, and of the figures that are bold in them. */
function mutateSpans(reply: Reply): Mutant[] {
  const quotes = reply.answer.quotes.flatMap((quote, at) =>
    SHIFTS.flatMap((shift) => [
      withQuote(reply, at, { ...quote, start: quote.start + shift }),
      withQuote(reply, at, { ...quote, end: quote.end + shift }),
      withQuote(reply, at, { ...quote, start: quote.start + shift, end: quote.end + shift }),
    ]),
  );
  const bold = reply.blocks.flatMap((block, at) => {
    if (block.type !== 'quote') return [];
    return block.bold.flatMap((span, index) =>
      SHIFTS.map((shift) => {
        const moved = { start: span.start + shift, end: span.end + shift };
        return withBlock(reply, at, { ...block, bold: block.bold.map((old, i) => (i === index ? moved : old)) });
      }),
    );
  });
  return [...quotes, ...bold].map((changed) => ({ mutation: 'span', reply: changed }));
}

/** Every reply that differs from a given one by one changed digit, swapped unit, moved point, dropped 万 or shifted span. */
export function mutantsOf(reply: Reply): readonly Mutant[] {
  return [...mutateBlocks(reply), ...mutateQuotes(reply), ...mutateFigures(reply), ...mutateSpans(reply)];
}
