import type { Reply } from '../../core/block.ts';
import { composeAbsent } from '../compose/compose-absent.ts';
import { composeFigures } from '../compose/compose-figures.ts';
import { composeMasked } from '../compose/compose-masked.ts';
import { composePassages } from '../compose/compose-passages.ts';
import type { CorpusFigure } from '../corpus/corpus-figure.ts';
import { findProcedure } from '../query/procedure.ts';
import type { Query } from '../query/query.ts';
import { type Findings, findFor, type Retrieval } from '../rank/retrieve.ts';
import { alignCells } from './align-cells.ts';
import { alignList } from './align-list.ts';
import { findAllMasked, findMasked } from './find-masked.ts';
import { findSigner } from './find-signer.ts';
import { absentReason } from './inventory.ts';
import { type Selection, selectFigures } from './select-figures.ts';
import { selectSentences } from './select-sentences.ts';
import { widenList } from './widen-list.ts';

function answerPassage(
  query: Query,
  { findings, retrieval }: { findings: readonly Findings[]; retrieval: Retrieval },
): Reply {
  const { corpus } = retrieval;
  const [first] = findings;
  const signers = first === undefined ? [] : findSigner(first.ask, { question: query.question, corpus });
  const evidence = findProcedure(query.question)?.evidence ?? null;
  const passages =
    signers.length > 0
      ? signers
      : findings.flatMap((found) => selectSentences(found, { corpus, names: retrieval, evidence }));
  if (passages.length > 0 || first === undefined) return composePassages(retrieval.corpus, { query, passages });
  return composeAbsent(retrieval.corpus, {
    ask: first.ask,
    reason: absentReason(first.ask, retrieval.corpus),
    nearest: null,
  });
}

/** Each ask gets its own figures; what answers one does not answer another. */
function selectAll(
  findings: readonly Findings[],
  { query, retrieval }: { query: Query; retrieval: Retrieval },
): Selection[] {
  const taken = new Set<CorpusFigure>();
  const aligned =
    query.shape === 'comparison' ? alignCells(findings) : query.shape === 'list' ? alignList(findings) : findings;
  return aligned.map((found) => {
    const single = query.shape === 'comparison' || query.shape === 'list';
    const selection = selectFigures(found, { corpus: retrieval.corpus, taken, single });
    for (const group of selection.groups) taken.add(group[0]!.hit.entry);
    return selection;
  });
}

/** Finds, chooses and words the answer to a question. */
export function answerQuery(query: Query, retrieval: Retrieval): Reply {
  const { corpus } = retrieval;
  const findings = query.asks.map((ask) => findFor(ask, retrieval));
  const asksPassage = query.shape === 'passage' && query.asks.every(({ unit }) => unit !== 'date');
  if (asksPassage || findProcedure(query.question) !== null) return answerPassage(query, { findings, retrieval });
  const masked = findings.length === 1 ? findMasked(findings[0]!, corpus) : null;
  if (masked !== null) return composeMasked(corpus, { query, masked });
  const selections = selectAll(findings, { query, retrieval });
  const hidden = findAllMasked(selections, corpus);
  if (hidden !== null) return composeMasked(corpus, { query, masked: hidden });
  if (selections.some(({ groups }) => groups.length > 0)) {
    return composeFigures(corpus, {
      query,
      selections: query.shape === 'list' ? widenList(selections, corpus) : selections,
    });
  }
  const [first] = findings;
  if (first === undefined || query.asks.some(({ unit }) => unit === 'date'))
    return answerPassage(query, { findings, retrieval });
  return composeAbsent(corpus, { ask: first.ask, reason: absentReason(first.ask, corpus), nearest: null });
}
