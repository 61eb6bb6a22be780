import { isSureTitle, NOTE_MARK } from '../structure/line-kind.ts';
import type { Detected, DetectionText } from './detected.ts';
import { statedPeriods } from './stated-periods.ts';

/** A cover note names the document it sends: 关于印发《…》的通知. */
const COVER = /^关于(?:印发|发布|公布|下发)|的通知$/u;

/** The title as the text has it before its body; of several the last sure one with a year, for a cover note stands before the document. */
export function findTitle({ clean, lines, bodyStart }: DetectionText): Detected<string> | null {
  const titles = lines.filter(({ kind, start }) => kind === 'title' && start < Math.max(bodyStart, 1));
  const sure = titles.filter(({ text }) => isSureTitle(text) && !COVER.test(text));
  const dated = sure.findLast(({ text }) => statedPeriods(text).length > 0);
  const best = dated ?? sure.at(-1) ?? titles[0] ?? laterTitle({ lines, bodyStart });
  if (best === undefined) return null;
  const named = COVER.test(best.text) ? /《([^》]+)》/u.exec(best.text) : null;
  const start = named === null ? best.start : best.start + named.index + 1;
  const end = named === null ? best.end - (NOTE_MARK.exec(best.text)?.[0].length ?? 0) : start + named[1]!.length;
  const value = clean.text.slice(start, end).replace(/\s+/gu, ' ');
  return { value, confidence: isSureTitle(best.text) ? 0.95 : 0.7, evidence: [{ start, end }] };
}

/** After a cover note the document's own title follows within the first lines of the body. */
function laterTitle({ lines, bodyStart }: Pick<DetectionText, 'lines' | 'bodyStart'>) {
  return lines.find(({ kind, start }) => kind === 'title' && start > bodyStart);
}

/** The file name as a title: without its extension, a leading number and a hash. */
export function titleOfFile(file: string): string {
  const name = file.replace(/^.*[\\/]/u, '').replace(/\.[^.]+$/u, '');
  const stripped = name.replace(/^\d+[_-]/u, '').replace(/[_-]?[0-9a-f]{12,}$/u, '');
  return stripped === '' ? name : stripped;
}
