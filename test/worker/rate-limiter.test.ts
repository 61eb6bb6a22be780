import { describe, expect, it } from 'vitest';
import { callerOf, createRateLimiter } from '../../src/worker/rate-limiter.ts';

describe('createRateLimiter()', () => {
  it('allows a burst, then a rate, and says how long to wait', () => {
    let time = 0;
    const limiter = createRateLimiter({ burst: 2, perSecond: 0.1 }, () => time);
    expect([limiter.take('a'), limiter.take('a'), limiter.take('a'), limiter.take('b')]).toEqual([0, 0, 10, 0]);
    time = 4000;
    expect(limiter.take('a')).toBe(6);
    time = 10_000;
    expect([limiter.take('a'), limiter.take('a')]).toEqual([0, 10]);
  });

  it('forgets who was not seen for longest, and nobody else', () => {
    const limiter = createRateLimiter({ burst: 1, perSecond: 1 }, () => 0);
    for (let i = 0; i < 5000; i++) limiter.take(`address ${i}`);
    expect(limiter.take('address 0')).toBe(1);
    limiter.take('one more');
    expect([limiter.take('address 0'), limiter.take('address 1')]).toEqual([1, 0]);
  });
});

describe('callerOf()', () => {
  it.each([
    [undefined, 'local'],
    ['192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2:9::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
  ])('counts %s for %s', (address, caller) => {
    expect(callerOf(address)).toBe(caller);
  });
});
