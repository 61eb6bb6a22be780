import type { MessageEntity } from '@grammyjs/types';
import { describe, expect, it } from 'vitest';
import { cleanText } from './clean-text.ts';

const bold = (offset: number, length: number): MessageEntity => ({ type: 'bold', offset, length });

describe('cleanText()', () => {
  it.each([
    ['keeps what is clean', '一\n二', [bold(2, 1)], '一\n二', [bold(2, 1)]],
    ['makes spaces of controls and tabs', '一\u0000\t二', [bold(3, 1)], '一  二', [bold(3, 1)]],
    ['takes out returns and marks of direction', '一\r\n\u202e二', [bold(4, 1)], '一\n二', [bold(2, 1)]],
    ['shortens an entity by what is taken out of it', '一\u2028二', [bold(0, 3)], '一二', [bold(0, 2)]],
    ['takes white space off both ends', ' \n一 \n', [bold(2, 1)], '一', [bold(0, 1)]],
    ['leaves white space that an entity begins with', ' \n 一', [bold(1, 3)], '\n 一', [bold(0, 3)]],
    ['shortens an entity by the white space at the end', '一 \n', [bold(0, 3)], '一', [bold(0, 1)]],
    ['drops an entity of white space', '一 二', [bold(1, 1)], '一 二', []],
    ['keeps wide and fixed spaces at the ends', '\u3000一\u00a0', [], '\u3000一\u00a0', []],
  ])('%s', (_, text, entities, cleaned, moved) => {
    expect(cleanText({ text, entities })).toEqual({ text: cleaned, entities: moved });
  });
});
