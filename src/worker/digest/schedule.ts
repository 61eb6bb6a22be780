import { addDays, createLocalTime, weekdayOf } from './local-time.ts';

/** When a digest goes out. */
export interface Schedule {
  /** Minutes after midnight. */
  readonly minute: number;
  /** IANA name. */
  readonly zone: string;
  /** One bit a day of the week, Monday the lowest. */
  readonly days: number;
}

export const ALL_DAYS = 0b1111111;
/** Monday to Friday; holidays are no part of it. */
export const WORKDAYS = 0b0011111;
export const WEEKEND = 0b1100000;

/** Dates looked at: a week holds every day, and one more for a date that a place leaves out. */
const HORIZON = 9;

/** The first time after an instant at which a digest is due, in milliseconds since 1970. */
export function nextDue({ minute, zone, days }: Schedule, after: number): number {
  const time = createLocalTime(zone);
  const today = time.dateOf(after);
  for (let ahead = 0; ahead < HORIZON; ahead++) {
    const date = addDays(today, ahead);
    const due = ((days >> weekdayOf(date)) & 1) === 1 ? time.instantOf(date, minute) : null;
    if (due !== null && due > after) return due;
  }
  throw new RangeError(`No day of ${days.toString(2)} after ${after}`);
}
