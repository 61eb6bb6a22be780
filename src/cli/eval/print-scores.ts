import type { Calibration } from './calibrate.ts';
import type { Judged } from './score.ts';
import type { Score, SetScores } from './scorecard.ts';

const NAME_WIDTH = 18;
const SHOWN = 3;
const VERSION_SHOWN = 8;

function lineOf([name, score]: readonly [string, Score]): string {
  const { percent, low, high, hits, trials } = score;
  const interval = `[${low.toFixed(1)}, ${high.toFixed(1)}]`;
  return `${name.padEnd(NAME_WIDTH)}${percent.toFixed(1).padStart(5)} %  ${interval.padEnd(14)}  ${hits}/${trials}\n`;
}

/** Writes every measure, and the right answers by category, in percent with the 95 % interval. */
export function printScores({ name, index, questions, measures, categories }: SetScores): void {
  const { version, reports, figures } = index;
  process.stdout.write(
    `${name}：${questions} 题，${reports} 份报告，${figures} 个数字，索引 ${version.slice(0, VERSION_SHOWN)}\n`,
  );
  for (const entry of Object.entries(measures)) process.stdout.write(lineOf(entry));
  process.stdout.write('各类题的 right\n');
  for (const [category, score] of Object.entries(categories)) process.stdout.write(lineOf([`  ${category}`, score]));
}

/** Writes the curve of each threshold; the value in use is marked. */
export function printCalibration({ absent, answerable, curves }: Calibration): void {
  process.stdout.write(`门槛：正确拒答（共 ${absent} 题无答案）、误拒（共 ${answerable} 题有答案）、答对\n`);
  for (const { threshold, chosen, curve } of curves) {
    process.stdout.write(`${threshold}\n`);
    for (const { at, refused, falselyRefused, right } of curve) {
      const cells = [refused, falselyRefused, right].map((count) => String(count).padStart(5));
      process.stdout.write(`${at === chosen ? ' *' : '  '}${at.toFixed(2)}${cells.join('')}\n`);
    }
  }
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
