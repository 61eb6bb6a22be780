import type { MaskedPlace } from '../compose/compose-masked.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { chooseSpan } from '../quote/choose-span.ts';
import type { Findings } from '../rank/retrieve.ts';
import { acceptsFigure, acceptsSentence } from './accept.ts';
import type { Selection } from './select-figures.ts';

/** What may follow a hidden date. */
const HIDDEN_DATE = /[*•＊●×]{1,4}\s*(?:年|月|日)/u;

/** A date, shown or hidden. */
const DATE = /(?:\d{1,2}|[*•＊●×]{1,4})\s*(?:月|日)/u;
/** Accepted sentences looked at for a date, each with its neighbours: the date may stand beside what it dates. */
const SENTENCES_READ = 4;

/** A masked figure that answers better than any shown one, or a hidden date when a date is asked. */
export function findMasked({ ask, figures, sentences, thresholds }: Findings, corpus: Corpus): MaskedPlace | null {
  const best = figures.find((hit) => acceptsFigure(hit, thresholds));
  if (best?.entry.figure.masked === true) {
    const { entry, fit } = best;
    return {
      ...chooseSpan(corpus.reports[entry.report]!, { at: entry.at, sentence: entry.sentence }),
      report: entry.report,
      fit,
      raw: entry.figure.raw,
    };
  }
  const accepted =
    ask.unit === 'date'
      ? sentences()
          .filter((hit) => acceptsSentence(hit, { ask, thresholds }))
          .slice(0, SENTENCES_READ)
      : [];
  for (const { sentence, fit } of accepted) {
    const near = [sentence, sentence - 1, sentence + 1].flatMap((index) => corpus.sentences[index] ?? []);
    const dated = near.find(({ report, folded }) => report === near[0]!.report && DATE.test(folded));
    if (dated === undefined) continue;
    const at = HIDDEN_DATE.exec(dated.folded)?.index;
    if (at === undefined) return null;
    const position = { start: dated.start + at, end: dated.start + at + 1 };
    return {
      ...chooseSpan(corpus.reports[dated.report]!, { at: position, sentence: dated }),
      report: dated.report,
      fit,
      raw: '',
    };
  }
  return null;
}

/** The first of several answers when the source hides all of them. */
export function findAllMasked(selections: readonly Selection[], corpus: Corpus): MaskedPlace | null {
  const mains = selections.flatMap(({ groups }) => groups.map((group) => group[0]!.hit));
  const [first] = mains;
  if (first === undefined || mains.some(({ entry }) => !entry.figure.masked)) return null;
  const { entry, fit } = first;
  return {
    ...chooseSpan(corpus.reports[entry.report]!, { at: entry.at, sentence: entry.sentence }),
    report: entry.report,
    fit,
    raw: entry.figure.raw,
  };
}
