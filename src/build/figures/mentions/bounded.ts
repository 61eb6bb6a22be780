import type { MentionForm } from '../mention.ts';
import { approximatorAfter, approximatorBefore, joinApprox } from './approximator.ts';
import type { Candidate, Source } from './candidate.ts';

/** A mention without its approximators. */
interface Core {
  readonly start: number;
  readonly end: number;
  readonly value: number | null;
  /** Bounds of a range; `value` is null then. */
  readonly min?: number;
  readonly max?: number;
  readonly unit: string;
  readonly form: MentionForm;
  readonly masked?: boolean;
}

/** Adds the approximators that touch a mention. `from`: end of the mention before. */
export function withApproximators(source: Source, core: Core, from: number): Candidate {
  const before = approximatorBefore(source.folded, { start: core.start, bareScale: false, from });
  const after = approximatorAfter(source.folded, core.end);
  return {
    start: before === null || before.detached ? core.start : before.start,
    end: after?.end ?? core.end,
    ...{
      value: core.value,
      min: core.min ?? null,
      max: core.max ?? null,
      unit: core.unit,
      form: core.form,
      masked: core.masked ?? false,
    },
    approx: joinApprox(source.text, [before, after]),
    numberStart: core.start,
    numberEnd: core.end,
    numeral: null,
    unitRead: null,
  };
}
