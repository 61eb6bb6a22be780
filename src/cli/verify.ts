import { citationOf } from '../answer/quote/make-quote.ts';
import { type ComparedPart, createVerifier, type Verification } from '../answer/verify/create-verifier.ts';
import type { Quote } from '../core/answer.ts';
import { WenjuError } from '../core/error.ts';
import { parseCommandLine, runCommand } from './arguments.ts';
import { loadArtefact } from './load-artefact.ts';

const COMMAND = 'verify';

/** Exit codes. A wrong call ends with 2 as well, but prints nothing on standard output. */
const EXIT_CODES: Readonly<Record<Verification['verdict'], number>> = { verbatim: 0, differs: 1, not_held: 2 };

/** Difference in brackets; an empty pair where the other side has more. */
function mark(parts: readonly ComparedPart[], side: 'stated' | 'source'): string {
  return parts
    .map((part) => (part.same ? part[side] : `【${part[side]}】`))
    .join('')
    .replace(/\s+/gu, '');
}

function placeLines(quote: Quote): string[] {
  return [citationOf(quote), `${quote.report} ${quote.start}-${quote.end}`];
}

function describe(verification: Verification): string[] {
  switch (verification.verdict) {
    case 'verbatim':
      return ['原文如此', `│ ${verification.quote.display}`, ...placeLines(verification.quote)];
    case 'differs': {
      const { parts, quote } = verification;
      return ['与原文不同', `所述：${mark(parts, 'stated')}`, `原文：${mark(parts, 'source')}`, ...placeLines(quote)];
    }
    case 'not_held':
      return ['报告里没有这句话'];
  }
}

/** `npm run verify`: whether a report says this, and where. Exit code 0 verbatim, 1 with differences, 2 not held. */
async function verify(): Promise<number> {
  const { values, positionals } = parseCommandLine(COMMAND, {
    index: { type: 'string', default: 'index' },
    json: { type: 'boolean', default: false },
  });
  const statement = positionals.join(' ');
  if (statement.trim() === '') {
    throw new WenjuError(
      'usage',
      `${COMMAND}: 请给出一句话\n用法：npm run ${COMMAND} -- "一句话" [--json] [--index 目录]`,
      {
        command: COMMAND,
      },
    );
  }
  const verification = createVerifier(await loadArtefact(values.index)).verify(statement);
  const lines = values.json ? [JSON.stringify(verification, null, 2)] : describe(verification);
  process.stdout.write(`${lines.join('\n')}\n`);
  return EXIT_CODES[verification.verdict];
}

await runCommand(COMMAND, verify);
