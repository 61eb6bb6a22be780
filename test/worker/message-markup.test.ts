import type { InlineKeyboardButton, MessageEntity } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { messageMarkup, ownMarkup } from '../../src/worker/pages/chat/message-markup.ts';

async function bubble(text: string, entities: readonly MessageEntity[]): Promise<string> {
  const markup = String(await messageMarkup({ text, entities }, { language: 'zh' }));
  return /<span class="hidden">问据：<\/span>(.*)<\/div><\/div>$/su.exec(markup)?.[1] ?? markup;
}

async function button(key: InlineKeyboardButton): Promise<string> {
  const markup = String(await messageMarkup({ text: '', entities: [], keyboard: [[key]] }, { language: 'zh', id: 7 }));
  return /<div class="keys">(.*?)<\/div>/su.exec(markup)?.[1] ?? markup;
}

const bold = (offset: number, length: number): MessageEntity => ({ type: 'bold', offset, length });
const link = (url: string): MessageEntity => ({ type: 'text_link', offset: 0, length: 2, url });

describe('messageMarkup()', () => {
  it.each<[string, readonly MessageEntity[], string]>([
    ['a<b', [], 'a&lt;b'],
    ['一二三', [bold(1, 1)], '一<b>二</b>三'],
    ['一二三', [bold(1, 1), { type: 'blockquote', offset: 0, length: 3 }], '<blockquote>一<b>二</b>三</blockquote>'],
    ['一\n二\n三', [{ type: 'blockquote', offset: 2, length: 1 }], '一\n<blockquote>二</blockquote>三'],
    ['一二三四', [bold(0, 2), { type: 'italic', offset: 1, length: 2 }], '<b>一<i>二</i></b>三四'],
    ['😀二', [bold(2, 1)], '😀<b>二</b>'],
    ['一二', [bold(1, 5), bold(-1, 2), bold(0, 0)], '一二'],
    ['一二', [link('/r/a?start=1&end=2#1-2')], '<a href="/r/a?start=1&amp;end=2#1-2">一二</a>'],
    ['一二', [link('https://a.example/')], '<a href="https://a.example/">一二</a>'],
    ['一二', [link('javascript:alert(1)')], '一二'],
    ['一二', [link('//a.example')], '一二'],
    ['一二', [link('/\\a.example')], '一二'],
    ['一二', [link('data:text/html,x')], '一二'],
    ['一二', [{ type: 'spoiler', offset: 0, length: 2 }], '一二'],
    ['看 /help，a/b 2018/2019', [], '看 <span data-say="/help">/help</span>，a/b 2018/2019'],
    [
      '一二',
      [{ type: 'expandable_blockquote', offset: 0, length: 2 }],
      '<blockquote><details class="fold"><summary>一二</summary></details></blockquote>',
    ],
    ['一二', [{ type: 'pre', offset: 0, length: 2 }], '<pre tabindex="0">一二</pre>'],
  ])('draws %j with %j', async (text, entities, expected) => {
    expect(await bubble(text, entities)).toBe(expected);
  });

  it.each<[InlineKeyboardButton, string]>([
    [{ text: '<原文>', url: '/r/a' }, '<a class="key" href="/r/a">&lt;原文&gt;</a>'],
    [{ text: '坏', url: 'javascript:alert(1)' }, '<button type="button" class="key" data-press="">坏</button>'],
    [{ text: '多', callback_data: 'm:"1' }, '<button type="button" class="key" data-press="m:&quot;1">多</button>'],
    [{ text: '抄', copy_text: { text: '“a”' } }, '<button type="button" class="key" data-copy="“a”">抄</button>'],
  ])('draws the button %j', async (key, expected) => {
    expect(await button(key)).toBe(expected);
  });
});

describe('ownMarkup()', () => {
  it('escapes what was typed', async () => {
    expect(String(await ownMarkup('<b>', 'en'))).toBe(
      '<div class="message out"><div class="bubble"><span class="hidden">You: </span>&lt;b&gt;</div></div>',
    );
  });
});
