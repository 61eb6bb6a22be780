import type { Block, Reply } from '../../core/block.ts';
import { replyOf } from '../compose/reply.ts';

const HEADLINE = '昨天没有答上来的问题';
const LISTED = 5;
/** Longest question shown, in Unicode code points. */
const LONGEST = 60;
/** What Telegram would make a link, a mention, a tag or a command of. */
const ACTIVE: Readonly<Record<string, string>> = { '@': '＠', '#': '＃', '/': '／', '.': '．', ':': '：', $: '＄' };

/** The questions that found no answer, as text that nobody can click; null when there are none. */
export function composeQuestions(questions: readonly string[]): Reply | null {
  const echo = [...new Set(questions.map(quiet).filter((question) => question !== ''))].slice(0, LISTED);
  if (echo.length === 0) return null;
  const blocks: Block[] = [
    { type: 'headline', text: HEADLINE },
    ...echo.map((question): Block => ({ type: 'line', text: `· “${question}”` })),
  ];
  return replyOf({ type: 'absent', reason: 'property', figures: [], quotes: [] }, { blocks, echo });
}

/** One line without control characters and direction marks, its quotation marks those of a quote within a quote. */
function quiet(question: string): string {
  const line = question
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[“”"]/gu, '’')
    .replace(/[@#/.:$]/gu, (mark) => ACTIVE[mark] ?? mark)
    .trim();
  const points = [...line];
  return points.length <= LONGEST
    ? line
    : `${points
        .slice(0, LONGEST - 1)
        .join('')
        .trim()}…`;
}
