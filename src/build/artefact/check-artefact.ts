import { createHash } from 'node:crypto';
import { type Artefact, parseArtefact } from '../../core/artefact.ts';
import { ARTEFACT_FILES, type ArtefactFile, type ArtefactFiles } from '../../core/artefact-file.ts';
import { WenjuError } from '../../core/error.ts';
import { contains, type Span } from '../../core/span.ts';
import type { ArtefactBytes } from './create-artefact-files.ts';

/** What is wrong with a file of the artefact, as told to the person at the terminal. */
export interface ArtefactProblem {
  readonly file: ArtefactFile;
  readonly problem: string;
}

/**
 * Compares an artefact with a fresh build of the same reports, and checks what it says of itself: the hashes of the manifest,
 * and that every span has text and lies where it must.
 *
 * @returns the problems, none for a sound artefact
 */
export function checkArtefact(files: ArtefactFiles, rebuilt: ArtefactBytes): ArtefactProblem[] {
  const problems = ARTEFACT_FILES.flatMap((file) =>
    compareFile(file, { found: files[file], expected: rebuilt.get(file) }),
  );
  const artefact = parseOrProblem(files);
  if ('problem' in artefact) return [...problems, artefact];
  return [...problems, ...checkHashes(files, artefact), ...checkSpans(artefact)];
}

function parseOrProblem(files: ArtefactFiles): Artefact | ArtefactProblem {
  try {
    return parseArtefact(files);
  } catch (error) {
    if (!(error instanceof WenjuError) || error.code !== 'bad_artefact') throw error;
    const file = ARTEFACT_FILES.find((name) => 'file' in error.data && name === error.data.file) ?? 'manifest.json';
    return { file, problem: error.message };
  }
}

type Content = ArtefactFiles[ArtefactFile];

function compareFile(
  file: ArtefactFile,
  { found, expected }: { found: Content; expected: Content },
): ArtefactProblem[] {
  if (found === undefined || expected === undefined) return found === expected ? [] : [{ file, problem: '缺失' }];
  const [a, b] = [toBytes(found), toBytes(expected)];
  if (a.equals(b)) return [];
  const at = a.findIndex((byte, i) => byte !== b[i]);
  return [{ file, problem: `与重新生成的不同，从第 ${(at < 0 ? a.length : at) + 1} 个字节起` }];
}

function toBytes(content: NonNullable<Content>): Buffer {
  if (typeof content === 'string') return Buffer.from(content);
  return content instanceof ArrayBuffer
    ? Buffer.from(content)
    : Buffer.from(content.buffer, content.byteOffset, content.byteLength);
}

function checkHashes(files: ArtefactFiles, { manifest }: Artefact): ArtefactProblem[] {
  return ARTEFACT_FILES.flatMap((file) => {
    const listed = manifest.files.find(({ name }) => name === file);
    const content = files[file];
    if (listed === undefined || content === undefined) return [];
    const sha256 = createHash('sha256').update(toBytes(content)).digest('hex');
    return sha256 === listed.sha256 ? [] : [{ file, problem: '与 manifest.json 记录的 SHA-256 不符' }];
  });
}

/** Positions themselves were checked when the artefact was parsed. */
function checkSpans({ sections, passages, figures, source, cleanText }: Artefact): ArtefactProblem[] {
  const isBlank = (report: string, { start, end }: Span): boolean => source(report).slice(start, end).trim() === '';
  const place = ({ report, start, end }: Span & { report: string }): string => `${report} 的 ${start}-${end}`;
  return [
    ...passages
      .filter((passage) => isBlank(passage.report, passage) || cleanText(passage.report).display(passage).trim() === '')
      .map((passage) => ({ file: 'passages.json' as const, problem: `${place(passage)} 没有文字` })),
    ...passages
      .filter((passage) => !isInside(passage, sections[passage.section]))
      .map((passage) => ({ file: 'passages.json' as const, problem: `${place(passage)} 不在所属章节内` })),
    ...sections
      .filter((section) => section.parent !== null && !isInside(section, sections[section.parent]))
      .map((section) => ({ file: 'sections.json' as const, problem: `${place(section)} 不在上级章节内` })),
    ...figures
      .filter((figure) => isBlank(figure.report, figure))
      .map((figure) => ({ file: 'figures.json' as const, problem: `${place(figure)} 没有文字` })),
    ...disordered(passages).map((passage) => ({
      file: 'passages.json' as const,
      problem: `${place(passage)} 与前一段重叠`,
    })),
    ...disordered(figures).map((figure) => ({
      file: 'figures.json' as const,
      problem: `${place(figure)} 与前一个数字重叠`,
    })),
  ];
}

/** Those that begin before the one before them has ended: finding the figures of a passage relies on the order. */
function disordered<Item extends Placed>(items: readonly Item[]): Item[] {
  return items.filter(({ report, start }, i) => {
    const previous = items[i - 1];
    return previous?.report === report && previous.end > start;
  });
}

interface Placed extends Span {
  readonly report: string;
}

function isInside(inner: Placed, outer: Placed | undefined): boolean {
  return outer !== undefined && outer.report === inner.report && contains(outer, inner);
}
