import { describe, expect, it } from 'vitest';
import { createRecent } from '../../src/worker/recent.ts';

describe('createRecent()', () => {
  it('keeps what was used last and makes the rest anew', () => {
    const made: string[] = [];
    const recent = createRecent<string>(2);
    const get = (key: string) =>
      recent.get(key, () => {
        made.push(key);
        return key.toUpperCase();
      });
    expect(['a', 'b', 'a', 'c', 'a', 'b'].map(get)).toEqual(['A', 'B', 'A', 'C', 'A', 'B']);
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });
});
