import { describe, expect, it } from 'vitest';
import { findZone } from '../../../src/answer/digest/command/find-zone.ts';
import { createLocalTime } from '../../../src/worker/digest/local-time.ts';
import { nextDue, WEEKEND, WORKDAYS } from '../../../src/worker/digest/schedule.ts';

const HALF_PAST_TWO = 150;

describe('createLocalTime()', () => {
  it.each([
    // The clock jumps from two to three: the first moment past half past two.
    ['America/New_York', '2027-03-14', HALF_PAST_TWO, '2027-03-14T07:00:00.000Z'],
    // It shows half past one twice: the first of them.
    ['America/New_York', '2027-11-07', 90, '2027-11-07T05:30:00.000Z'],
    // Half an hour of daylight saving.
    ['Australia/Lord_Howe', '2027-10-03', 135, '2027-10-02T15:30:00.000Z'],
    ['Australia/Lord_Howe', '2027-04-04', 105, '2027-04-03T14:45:00.000Z'],
    // A day without its first hour.
    ['Africa/Cairo', '2028-04-28', 0, '2028-04-27T22:00:00.000Z'],
    ['Asia/Kathmandu', '2028-02-29', 450, '2028-02-29T01:45:00.000Z'],
  ])('instantOf() in %s on %s at minute %i: %s', (zone, date, minute, expected) => {
    const time = createLocalTime(zone);
    const instant = time.instantOf(date, minute);
    expect(new Date(instant!).toISOString()).toBe(expected);
    expect(time.dateOf(instant!)).toBe(date);
  });

  it('instantOf() knows a date that a place has left out', () => {
    expect(createLocalTime('Pacific/Apia').instantOf('2011-12-30', 450)).toBeNull();
  });
});

describe('nextDue()', () => {
  const schedule = { minute: 450, zone: 'Asia/Shanghai' };
  // A Friday in Shanghai, one minute after half past seven.
  const after = Date.parse('2026-11-20T07:31:00+08:00');

  it.each([
    [WORKDAYS, '2026-11-23T07:30:00+08:00'],
    [WEEKEND, '2026-11-21T07:30:00+08:00'],
    [0b0010000, '2026-11-27T07:30:00+08:00'],
  ])('keeps to the days %i: %s', (days, expected) => {
    expect(nextDue({ ...schedule, days }, after)).toBe(Date.parse(expected));
  });
});

describe('findZone()', () => {
  it.each([
    ['asia/shanghai', 'Asia/Shanghai'],
    ['UTC', 'UTC'],
    ['America/Argentina/Ushuaia', 'America/Argentina/Ushuaia'],
    ['+08:00', null],
    ['EST', null],
    ['Asia/Nowhere', null],
    ['北京', null],
    ['', null],
  ])('%s: %s', (typed, expected) => {
    expect(findZone(typed)).toBe(expected);
  });
});
