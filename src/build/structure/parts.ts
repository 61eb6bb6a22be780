import { isProse, type Line } from './lines.ts';
import type { Marker } from './marker.ts';
import cues from './part-cues.json' with { type: 'json' };

const MIN_LENGTH = 30;
const MAX_HEADING = 24;

/**
 * Paragraphs that open a new part without a heading: 下一步，… 在看到成绩的同时，… A part that goes on (五年来，… 五年来，…)
 * is one, and a time named right under a heading opens none.
 */
export function findParts(folded: string, lines: readonly Line[]): readonly Marker[] {
  const closing = new RegExp(`^(?:${cues.closing.join('|')})`, 'u');
  const timed = new RegExp(`^(?:${cues.timed.join('|')})`, 'u');
  const parts: Marker[] = [];
  for (const [index, { start, end, text, kind }] of lines.entries()) {
    if (kind !== null || text.length < MIN_LENGTH || !(closing.test(text) || timed.test(text))) continue;
    if (!closing.test(text) && !isProse(lines[index - 1]?.text ?? '')) continue;
    const greeting = /^各位代表[，,！!:：]\s*/u.exec(text)?.[0].length ?? 0;
    const from = start + greeting;
    const clause = /[，,:：。！]/u.exec(folded.slice(from, end))?.index ?? MAX_HEADING;
    const to = from + Math.min(clause, MAX_HEADING);
    const last = parts.at(-1);
    if (last !== undefined && folded.slice(last.headingStart, last.end) === folded.slice(from, to)) continue;
    parts.push({
      start,
      end: to,
      style: closing.test(text) ? 'closing_part' : 'timed_part',
      label: '',
      headingStart: from,
      block: { start, end },
      opens: true,
      standalone: false,
    });
  }
  return parts;
}
