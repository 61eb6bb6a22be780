import { CleanText } from '../../src/core/clean-text.ts';
import type { Figure } from '../../src/core/figure.ts';
import type { Dependencies } from '../../src/worker/dependencies.ts';

const NUMBER = /[\d.]+(?:万元|人次|%)/gu;

type Parts = Pick<Dependencies['artefact'], 'source' | 'cleanText' | 'figures' | 'passages' | 'sections'>;

/** The report `invented` with a text of its own: each line a passage, its amounts figures, 一、 a section. */
export function inventReport(source: string): Parts {
  const report = 'invented';
  const clean = CleanText.of(source, []);
  const lines = [...source.matchAll(/[^\n]+/gu)].map(({ 0: text, index }) => ({ text, start: index }));
  return {
    source: () => source,
    cleanText: () => clean,
    figures: [...source.matchAll(NUMBER)].map(({ 0: raw, index }) => inventFigure({ raw, start: index })),
    passages: lines.map(({ text, start }) => ({ report, start, end: start + text.length, section: 0 })),
    sections: lines
      .filter(({ text }) => text.startsWith('一、'))
      .map(({ text, start }) => ({
        ...{ report, start, end: source.length, heading: text.slice(2), label: '一、', level: 1 },
        ...{ parent: null, plan: false, period: null },
      })),
  };
}

/** A figure of the report `invented`; fields override those of an ordinary one. */
export function inventFigure(fields: Partial<Figure> & Pick<Figure, 'raw' | 'start'>): Figure {
  return {
    ...{ report: 'invented', end: fields.start + fields.raw.length, value: Number.parseFloat(fields.raw) },
    ...{ min: null, max: null, unit: '人', approx: null, kind: 'actual', masked: false, cumulative: false },
    ...{ property: '救助', region: '甲市', period: '2020', partOf: null },
    ...fields,
  };
}
