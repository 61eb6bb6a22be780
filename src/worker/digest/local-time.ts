const DAY = 86_400_000;
const MINUTE = 60_000;

/** The clock of one place. Dates are ISO dates, instants milliseconds since 1970. */
export interface LocalTime {
  dateOf(instant: number): string;
  /** 2026-11-22 07:30 */
  show(instant: number): string;
  /**
   * The first instant of a date at which the clock shows so many minutes after midnight, or more where it jumps over them;
   * null where the place has no such date.
   */
  instantOf(date: string, minute: number): number | null;
}

/** ISO date so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** Day of the week, 0 for Monday. */
export function weekdayOf(date: string): number {
  return (new Date(Date.parse(date)).getUTCDay() + 6) % 7;
}

/**
 * The clock of a time zone.
 *
 * @throws {RangeError} If there is no such zone.
 */
export function createLocalTime(zone: string): LocalTime {
  const format = new Intl.DateTimeFormat('en', {
    ...({ timeZone: zone, hourCycle: 'h23' } as const),
    ...({ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const),
  });

  /** What the clock shows, as if it stood in UTC. Offsets are whole minutes. */
  function wallOf(instant: number): number {
    const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute);
  }
  const floor = (instant: number): number => Math.floor(instant / MINUTE) * MINUTE;
  const offsetAt = (instant: number): number => wallOf(instant) - floor(instant);

  /** The first minute after `before` with another offset than there, not after `after`. */
  function changeBetween(before: number, after: number): number {
    const offset = offsetAt(before);
    let [low, high] = [floor(before), floor(after)];
    while (high - low > MINUTE) {
      const middle = floor((low + high) / 2);
      if (offsetAt(middle) === offset) low = middle;
      else high = middle;
    }
    return high;
  }

  const dateOf = (instant: number): string => new Date(wallOf(instant)).toISOString().slice(0, 10);
  return {
    dateOf,
    show: (instant) => new Date(wallOf(instant)).toISOString().slice(0, 16).replace('T', ' '),
    instantOf(date, minute) {
      const wall = Date.parse(date) + minute * MINUTE;
      const candidates = [offsetAt(wall - DAY), offsetAt(wall + DAY)].map((offset) => wall - offset);
      const [first, last] = [Math.min(...candidates), Math.max(...candidates)];
      const exact = [first, last].find((instant) => wallOf(instant) === wall);
      const instant = exact ?? changeBetween(first, last);
      return dateOf(instant) === date ? instant : null;
    },
  };
}
