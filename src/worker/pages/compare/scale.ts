/** A linear axis from `from` to `to`, both round, with round ticks between. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
  /** Share of the axis at a value, from 0 to 1. */
  at(value: number): number;
}

const STEPS = [1, 2, 2.5, 5, 10];
/** Ticks that are aimed at. */
const TICKS = 4;

/** An axis that holds zero and every value: bars and slopes that start elsewhere mislead. */
export function scaleOf(values: readonly number[]): Scale {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const span = high - low || 1;
  const magnitude = 10 ** Math.floor(Math.log10(span / TICKS));
  const step = magnitude * (STEPS.find((factor) => factor * magnitude * TICKS >= span) ?? 10);
  const from = Math.floor(low / step) * step;
  const to = Math.max(Math.ceil(high / step) * step, from + step);
  const count = Math.round((to - from) / step);
  const ticks = Array.from({ length: count + 1 }, (_, i) => Number((from + i * step).toPrecision(12)));
  return { from, to, ticks, at: (value) => (value - from) / (to - from) };
}
