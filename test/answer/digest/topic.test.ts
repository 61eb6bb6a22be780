import { describe, expect, it } from 'vitest';
import { findTopic, TOPIC_NAMES, topicsOf } from '../../../src/answer/digest/topic.ts';

describe('findTopic()', () => {
  it('knows every topic by its name', () => {
    for (const name of TOPIC_NAMES) expect(findTopic(` ${name} `)).toBe(name);
  });

  it.each([
    ['最低生活保障', '低保'],
    ['養老', '养老'],
    ['gdp', '经济'],
    ['宇宙', null],
    ['', null],
  ])('%s: %s', (typed, expected) => {
    expect(findTopic(typed)).toBe(expected);
  });
});

describe('topicsOf()', () => {
  it('puts the topic with most words first', () => {
    expect(topicsOf('养老服务体系：新增养老床位，救助困难群众')[0]).toBe('养老');
    expect(topicsOf('无关的话')).toEqual([]);
  });
});
