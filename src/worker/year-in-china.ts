/** China keeps UTC+8 the year round, and has since 1991. */
const OFFSET_IN_MILLISECONDS = 8 * 3_600_000;

/** The calendar year where the readers are. @param now in milliseconds since 1970 */
export function yearInChina(now: number): number {
  return new Date(now + OFFSET_IN_MILLISECONDS).getUTCFullYear();
}

/** The calendar day where the readers are, as an ISO date. @param now in milliseconds since 1970 */
export function dateInChina(now: number): string {
  return new Date(now + OFFSET_IN_MILLISECONDS).toISOString().slice(0, 10);
}
