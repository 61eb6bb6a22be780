import type { MaskedPlace } from '../compose/compose-masked.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { chooseSpan } from '../quote/choose-span.ts';
import type { Findings } from '../rank/retrieve.ts';
import { acceptsFigure, acceptsSentence } from './accept.ts';
import type { Selection } from './select-figures.ts';

const MASK = /[*•＊●×○]{1,4}/u;
/** What may follow a hidden date. */
const HIDDEN_DATE = /[*•＊●×]{1,4}\s*(?:年|月|日)/u;

/** A date, shown or hidden. */
const DATE = /(?:\d{1,2}|[*•＊●×]{1,4})\s*(?:月|日)/u;
/** Accepted sentences among which the first with a date answers when. */
const SENTENCES_READ = 4;

/** A masked figure that answers better than any shown one, or a hidden date when a date is asked. */
export function findMasked({ ask, figures, sentences }: Findings, corpus: Corpus): MaskedPlace | null {
  const best = figures.find(acceptsFigure);
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
    ask.unit === 'date' ? sentences.filter((hit) => acceptsSentence(hit, ask)).slice(0, SENTENCES_READ) : [];
  const sentence = accepted.find(({ sentence: index }) => DATE.test(corpus.sentences[index]!.folded));
  if (sentence === undefined) return null;
  const { report, folded, ...span } = corpus.sentences[sentence.sentence]!;
  const at = HIDDEN_DATE.exec(folded)?.index;
  if (at === undefined || !MASK.test(folded)) return null;
  const position = { start: span.start + at, end: span.start + at + 1 };
  return {
    ...chooseSpan(corpus.reports[report]!, { at: position, sentence: span }),
    report,
    fit: sentence.fit,
    raw: '',
  };
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
