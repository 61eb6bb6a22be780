import type { ExplainedHit, Explanation } from '../../answer/explain.ts';

function drawHits(title: string, hits: readonly ExplainedHit[]): string[] {
  const rows = hits.map(
    ({ score, coverage, things, head, report, text }) =>
      `  ${score.toFixed(3)}  覆盖 ${coverage.toFixed(2)}  要点 ${things.toFixed(2)}  首要 ${head.toFixed(2)}  ${report}  ${text.replace(/\s+/gu, ' ')}`,
  );
  return [title, ...(rows.length > 0 ? rows : ['  无'])];
}

/** Writes how a question was read, and both rankings with their scores. */
export function printExplanation({ query, asks }: Explanation): void {
  const lines = [`问题：${query.question}`, `类型：${query.shape}`];
  for (const { typed, read } of query.corrections) lines.push(`更正：${typed} → ${read}`);
  query.asks.forEach((ask, index) => {
    const found = asks[index];
    lines.push('', `所问 ${index + 1}：${ask.label}`);
    lines.push(
      `  地区 ${ask.region === null ? '未提' : `${ask.region.name}（${ask.region.held}）`}  时间 ${ask.period?.label ?? '未提'}  单位 ${ask.unit ?? '未提'} ${ask.unitWord}  性质 ${ask.kind}`,
    );
    for (const { asked, weight, known } of found?.concepts ?? []) {
      const concept = ask.concepts.find((one) => one.asked === asked);
      lines.push(
        `  ${weight.toFixed(2)} ${asked}（${concept?.role ?? ''}${known ? '' : '，报告里没有'}）${
          concept?.alternatives
            .slice(1)
            .map(({ text }) => text)
            .join('、') ?? ''
        }`,
      );
    }
    lines.push(...drawHits('数字：', found?.figures ?? []), ...drawHits('语句：', found?.sentences ?? []));
  });
  process.stdout.write(`${lines.join('\n')}\n`);
}
