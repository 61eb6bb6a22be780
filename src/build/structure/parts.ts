import type { Line } from './lines.ts';
import type { Marker } from './marker.ts';
import cues from './part-cues.json' with { type: 'json' };

const MIN_LENGTH = 30;
const MAX_HEADING = 24;

/** Paragraphs that open a new part without a heading: 下一步，… 在看到成绩的同时，… A part that goes on (五年来，… 五年来，…) is one. */
export function findParts(folded: string, lines: readonly Line[]): readonly Marker[] {
  const patterns = cues.map((pattern) => new RegExp(`^(?:${pattern})`, 'u'));
  const parts: Marker[] = [];
  for (const { start, end, text, kind } of lines) {
    if (kind !== null || text.length < MIN_LENGTH || !patterns.some((pattern) => pattern.test(text))) continue;
    const greeting = /^各位代表[，,！!:：]\s*/u.exec(text)?.[0].length ?? 0;
    const from = start + greeting;
    const clause = /[，,:：。！]/u.exec(folded.slice(from, end))?.index ?? MAX_HEADING;
    const to = from + Math.min(clause, MAX_HEADING);
    const last = parts.at(-1);
    if (last !== undefined && folded.slice(last.headingStart, last.end) === folded.slice(from, to)) continue;
    parts.push({
      start,
      end: to,
      style: 'part',
      label: '',
      headingStart: from,
      block: { start, end },
      opens: true,
      standalone: false,
    });
  }
  return parts;
}
