import type { IndexContent, IndexedDocument } from '../../../src/build/artefact/index-content.ts';
import { createIndex } from '../../../src/build/create-index.ts';
import { embedByLsa } from '../../../src/build/embedding/passage-embedder.ts';
import { silentProgress } from '../../../src/build/progress.ts';
import { fold } from '../../../src/core/fold.ts';

/** A document of one line, cleaned of spaces, with one passage and one figure. */
export function makeDocument(id: string, source: string): IndexedDocument {
  const edits = [...source.matchAll(/ /gu)].map(({ index }) => ({
    start: index,
    end: index + 1,
    text: '',
    rule: 'space',
  }));
  const text = source.replaceAll(' ', '');
  const number = /\d+/u.exec(source);
  const start = number?.index ?? 0;
  const raw = number?.[0] ?? '';
  const report = { id, title: id, issuer: null, documentNumber: null, region: null, regionPath: [], period: null };
  const section = { report: id, start: 0, end: text.length, heading: '', label: '', level: 0, parent: null };
  return {
    document: {
      ...{ id, file: `${id}.txt`, source, edits, text, folded: fold(text), garbled: [], repaired: [] },
      report: { ...report, published: `2019-0${id.length}-01`, url: null, doubts: [] },
      sections: [{ ...section, plan: false, period: null }],
    },
    passages: [{ report: id, section: 0, start: 0, end: text.length }],
    figures: [
      {
        ...{ report: id, start, end: start + raw.length, raw, value: Number(raw), min: null, max: null, unit: '' },
        ...{
          approx: null,
          kind: 'actual',
          masked: false,
          cumulative: false,
          property: '',
          region: null,
          period: null,
          partOf: null,
        },
      },
    ],
  };
}

export function makeContent(): Promise<IndexContent> {
  const documents = [makeDocument('a', '低保对象 14人。'), makeDocument('bb', '低保家庭 有 12户。')];
  return createIndex(documents, { embed: embedByLsa, progress: silentProgress });
}
