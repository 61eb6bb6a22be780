import type { Span } from '../../core/span.ts';
import type { Corpus, CorpusReport } from '../corpus/corpus.ts';
import { periodsMeet, type YearSpan } from '../corpus/period.ts';
import type { Ask } from '../query/query.ts';
import type { ChosenPassage } from './select-sentences.ts';

/** A question for the name of who holds an office. */
const PERSON = /谁|叫什么|叫啥|名字|姓什么|哪位/u;
const OFFICE = /总理|省长|市长|县长|区长|州长|盟长|主席|[局厅部]长/u;
/** What a report opens with, up to its address to the assembly: who gives it stands there. */
const HEAD_LENGTH = 600;
const LINES = /[^\n。]+/gu;
const MAX_PASSAGES = 3;
/** An office with a name of two to four characters and nothing else around it but the body it leads. */
const NAMED = /\s*[\p{Script=Han}·]{2,4}(?![\p{Script=Han}])/u;
const NAMED_SPEAKER = /\s*[\p{Script=Han}·]{2,4}?(?=代表|作政府工作报告|向|在第?)/u;

function namesOffice(line: string, office: string): boolean {
  const at = line.indexOf(office);
  if (at < 0) return false;
  const rest = line.slice(at + office.length);
  return [NAMED, NAMED_SPEAKER].some((pattern) => pattern.exec(rest)?.index === 0);
}

function lineOf({ folded }: CorpusReport, office: string): Span | null {
  for (const match of folded.slice(0, HEAD_LENGTH).matchAll(LINES)) {
    const lead = match[0].length - match[0].trimStart().length;
    if (namesOffice(match[0], office))
      return { start: match.index + lead, end: match.index + match[0].trimEnd().length };
  }
  return null;
}

/** A report of a year is given in it or in the next one. */
function isOf(own: YearSpan, asked: YearSpan): boolean {
  return periodsMeet(own, asked) || own.last + 1 === asked.first;
}

/** The opening lines that name who holds the office asked about, in the reports of the place and time asked; none for other questions. */
export function findSigner(ask: Ask, { question, corpus }: { question: string; corpus: Corpus }): ChosenPassage[] {
  const office = OFFICE.exec(question)?.[0];
  if (office === undefined || !PERSON.test(question)) return [];
  const { region, period } = ask;
  const fitting = corpus.reports.filter(
    (report) =>
      (region === null || report.region === region.short) &&
      (period === null || report.period === null || isOf(report.period, period)),
  );
  const fit = { score: 0, otherPeriod: false, unknownPeriod: false };
  const hit = { sentence: 0, score: 1, coverage: 1, things: 1, head: 1, fit };
  return fitting
    .flatMap((report) => {
      const line = lineOf(report, office);
      return line === null ? [] : [{ ...line, report: report.index, hit }];
    })
    .slice(0, MAX_PASSAGES);
}
