/** A measured value at a number of reports. */
export interface LimitPoint {
  readonly reports: number;
  readonly value: number;
}

/** Number of reports at which a limit is reached, by straight lines between the measured points; null if it is not. */
export function findLimit(points: readonly LimitPoint[], limit: number): number | null {
  let previous: LimitPoint = { reports: 0, value: 0 };
  for (const point of points) {
    if (point.value >= limit) {
      const share = (limit - previous.value) / (point.value - previous.value);
      return Math.round(previous.reports + Math.max(0, share) * (point.reports - previous.reports));
    }
    previous = point;
  }
  return null;
}
