import type { Divisions } from '../../core/divisions.ts';
import type { Segmenter } from '../../core/segmenter.ts';

const ASKED = /哪(?:一|几|两)?[个座条些所家]*?(村|镇|乡|街道|社区|县|区|市|省|学院|大学|中心|公司|企业|医院|单位)/u;
const DIVISION = /[县区市省]/u;

/** What kind of name a question asks for: 哪个村 asks for a village. Null when it asks for none. */
export function expectedName(question: string): string | null {
  return ASKED.exec(question)?.[1] ?? null;
}

/**
 * Whether a text holds a name of the kind asked. A village's own name is no word of the dictionary, so that the word before
 * 村 is a single character; 试点村 and 行政村 are words.
 */
export function holdsName(
  text: string,
  { kind, segmenter, divisions }: { kind: string; segmenter: Segmenter; divisions: Divisions },
): boolean {
  if (DIVISION.test(kind)) return divisions.findPlaces(text).length > 0;
  for (const [run] of text.matchAll(/\p{Script=Han}+/gu)) {
    const words = segmenter.cut(run);
    const found = words.some((word, index) => {
      if (word === kind)
        return (words[index - 1]?.length ?? 2) === 1 && !/[个一该各全本的]/u.test(words[index - 1] ?? '');
      return word.endsWith(kind) && word.length > kind.length + 1 && !segmenter.has(word);
    });
    if (found) return true;
  }
  return false;
}
