import { createAnswerer } from '../answer/answer.ts';
import { WenjuError } from '../core/error.ts';
import { createOramaBackend } from '../core/orama-backend.ts';
import { parseFlags, runCommand } from './arguments.ts';
import { readGold } from './eval/gold.ts';
import { printMisses, printScores } from './eval/print-scores.ts';
import { judge, MEASURES, type Measure, percent, tallyMeasures } from './eval/score.ts';
import { loadArtefact } from './load-artefact.ts';

const COMMAND = 'eval';

interface Floor {
  readonly measure: Measure;
  readonly least: number;
}

/** Reads right=93. @throws {WenjuError} `usage` for an unknown measure or no number */
function parseFloor(text: string): Floor {
  const [name, value] = text.split('=');
  const measure = MEASURES.find((known) => known === name);
  const least = Number(value);
  if (measure !== undefined && value !== undefined && value !== '' && Number.isFinite(least)) return { measure, least };
  throw new WenjuError(
    'usage',
    `${COMMAND}: --min 要写成 名称=百分数，名称是 ${MEASURES.join('、')} 之一，而不是 ${text}`,
    { command: COMMAND },
  );
}

/** `npm run eval`: answers a gold file and scores the answers. */
async function evaluate(): Promise<number> {
  const flags = parseFlags(COMMAND, {
    index: { type: 'string', default: 'index' },
    gold: { type: 'string', default: 'test/gold/dev.jsonl' },
    misses: { type: 'boolean', default: false },
    min: { type: 'string', multiple: true, default: [] },
  });
  const floors = flags.min.map(parseFloor);
  const items = await readGold(flags.gold);
  const artefact = await loadArtefact(flags.index);
  const answerer = createAnswerer({ artefact, backend: createOramaBackend(artefact) });
  const source = (report: string): string => artefact.source(report);
  const judged = items.map((gold) =>
    judge(gold, { answer: answerer.reply(gold.question, gold.history).answer, source }),
  );
  const tallies = tallyMeasures(judged);
  printScores(judged, tallies);
  if (flags.misses) printMisses(judged);
  const short = floors.filter(({ measure, least }) => {
    const tally = tallies.get(measure);
    return tally === undefined || percent(tally) < least;
  });
  for (const { measure, least } of short) process.stderr.write(`${COMMAND}: ${measure} 低于 ${least}\n`);
  return short.length > 0 ? 1 : 0;
}

await runCommand(COMMAND, evaluate);
