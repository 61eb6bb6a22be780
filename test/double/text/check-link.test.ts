import { describe, expect, it } from 'vitest';
import { checkLink, linkedUser } from './check-link.ts';

describe('checkLink()', () => {
  it.each([
    ['example.org', 'http://example.org/'],
    ['HTTPS://Example.ORG/A', 'https://example.org/A'],
    ['example.org:8080?a=1', 'http://example.org:8080/?a=1'],
    ['tg://resolve?domain=x', 'tg://resolve?domain=x'],
    ['example', null],
    ['javascript:alert(1)', null],
    ['ftp://example.org', null],
    ['', null],
  ])('takes %s for %s', (url, link) => expect(checkLink(url)).toBe(link));
});

describe('linkedUser()', () => {
  it.each([
    ['tg://user?id=42', 42],
    ['tg:user?x=1&id=42', 42],
    ['https://example.org/user?id=42', null],
  ])('finds in %s the person %s', (url, user) => expect(linkedUser(url)).toBe(user));
});
