import { MAX_QUESTION_LENGTH } from '../question.ts';

/** What the bot says besides its answers. */
export const WORDING = {
  failed: '抱歉，这个问题暂时没能答上来，请稍后再试。',
  tooLong: `问题太长了，请控制在${MAX_QUESTION_LENGTH}个字以内。`,
  notText: '目前只能看懂文字。请把问题打成一句话发给我。',
  emptyAsk: '请在命令后面写上问题。',
} as const;

/** The help text, with questions that this index can answer. */
export function helpText(examples: readonly string[]): string {
  const lines = ['我根据收录的政府工作报告回答问题：先给数字，再给原文和出处。报告里没有的，我会直接说没有。'];
  if (examples.length > 0) lines.push('', '可以这样问：', ...examples.map((example) => `· ${example}`));
  lines.push('', '在群里请@我、回复我，或用 /ask 加问题。');
  return lines.join('\n');
}
