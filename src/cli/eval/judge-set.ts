import { createAnswerer } from '../../answer/answer.ts';
import { THRESHOLDS, type Thresholds } from '../../answer/rank/weights.ts';
import { createOramaBackend } from '../../core/orama-backend.ts';
import type { GoldSet } from './gold-sets.ts';
import { type Judged, judge } from './score.ts';

interface Judging extends Pick<GoldSet, 'items' | 'artefact'> {
  readonly thresholds?: Thresholds;
}

/** Answers every question of a set and judges the answers. Relative years are not read: gold does not change with the day. */
export function judgeSet({ items, artefact, thresholds = THRESHOLDS }: Judging): Judged[] {
  const answerer = createAnswerer({ artefact, backend: createOramaBackend(artefact), thresholds });
  const source = (report: string): string => artefact.source(report);
  return items.map((gold) => judge(gold, { answer: answerer.reply(gold.question, gold.history).answer, source }));
}
