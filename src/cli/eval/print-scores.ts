import { type Judged, type Measure, percent, type Tally } from './score.ts';

const NAME_WIDTH = 11;
const SHOWN = 3;

/** Writes every measure in percent and the right answers by category. */
export function printScores(judged: readonly Judged[], tallies: ReadonlyMap<Measure, Tally>): void {
  for (const [measure, tally] of tallies) {
    process.stdout.write(
      `${measure.padEnd(NAME_WIDTH)}${percent(tally).toFixed(1).padStart(6)} %  ${tally.hits}/${tally.trials}\n`,
    );
  }
  const categories = [...new Set(judged.map(({ gold }) => gold.category))].sort();
  const parts = categories.map((category) => {
    const own = judged.filter(({ gold }) => gold.category === category);
    return `${category} ${own.filter(({ right }) => right).length}/${own.length}`;
  });
  process.stdout.write(`${parts.join('，')}\n`);
}

/** Writes each wrong answer: what was asked, wanted and given. */
export function printMisses(judged: readonly Judged[]): void {
  for (const { gold, answer, right } of judged) {
    if (right) continue;
    const wanted = gold.evidence.flatMap((evidence) => evidence.figures.map(({ raw }) => raw));
    const given = answer.figures.slice(0, SHOWN).map(({ raw }) => raw);
    process.stdout.write(`- ${gold.id} [${gold.category}] ${[...gold.history, gold.question].join(' / ')}\n`);
    process.stdout.write(
      `    应为 ${gold.answer_type} ${wanted.join(' ')} ${gold.evidence.map(({ quote }) => quote).join(' | ')}\n`,
    );
    process.stdout.write(
      `    答作 ${answer.type} ${given.join(' ')} ${answer.quotes
        .slice(0, SHOWN)
        .map(({ text }) => text)
        .join(' | ')}\n`,
    );
  }
}
