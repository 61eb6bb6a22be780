import { styleText } from 'node:util';
import type { Block, Reply } from '../../core/block.ts';

interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

type Style = (format: Parameters<typeof styleText>[0], text: string) => string;

function drawQuote(block: Extract<Block, { type: 'quote' }>, style: Style): string {
  let drawn = '';
  let from = 0;
  for (const { start, end } of block.bold) {
    drawn += block.text.slice(from, start) + style('bold', block.text.slice(start, end));
    from = end;
  }
  return `│ ${drawn}${block.text.slice(from)}`;
}

function drawBlock(block: Block, style: Style): string {
  switch (block.type) {
    case 'headline':
      return style('bold', block.text);
    case 'line':
      return block.text;
    case 'quote':
      return `\n${drawQuote(block, style)}`;
    case 'citation':
      return `${block.text}  ${style('dim', block.url)}`;
    case 'caveat':
      return style('yellow', `注意：${block.text}`);
  }
}

/** Writes a reply for a reader at a terminal: figure, quote, citation, caveats. Plain where the output is no terminal. */
export function printReply({ blocks }: Reply, output: Output): void {
  const style: Style = (format, text) => (output.isTTY === true ? styleText(format, text) : text);
  output.write(`${blocks.map((block) => drawBlock(block, style)).join('\n')}\n`);
}
