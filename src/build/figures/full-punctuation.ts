/** Half-width marks outside numbers (1,407, 10:30), as web pages mix them into Han text. */
const HALF_WIDTH = /(?<!\d),|,(?!\d)|;|(?<!\d):|:(?!\d)/gu;
const FULL_WIDTH: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：' };

/** A text of the same length whose commas, colons and semicolons are full-width, so that one form ends a clause. */
export function withFullPunctuation(folded: string): string {
  return folded.replace(HALF_WIDTH, (mark) => FULL_WIDTH[mark] ?? mark);
}
