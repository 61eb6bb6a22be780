import { fold } from '../../../core/fold.ts';

/** Whether a character, or its simplified form, is ordinary in administrative prose. */
export type IsCommon = (character: string) => boolean;

const PUNCTUATION = '，。、；：“”‘’（）《》〈〉【】〔〕％—…！？·';

/** Level 1 of GB 2312 (the 3,755 characters of rows 16 to 55, the standard's own list of frequent characters), and punctuation. */
export function createCommonCharacters(): IsCommon {
  const bytes: number[] = [];
  for (let lead = 0xb0; lead <= 0xd7; lead++) {
    for (let trail = 0xa1; trail <= (lead === 0xd7 ? 0xf9 : 0xfe); trail++) bytes.push(lead, trail);
  }
  const common = new Set(new TextDecoder('gb18030').decode(Uint8Array.from(bytes)) + fold(PUNCTUATION));
  return (character) => common.has(character) || common.has(fold(character));
}

export function isHan(character: string): boolean {
  return character >= '\u3400' && character <= '\u9fff';
}
