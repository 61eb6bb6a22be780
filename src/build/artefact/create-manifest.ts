import { createHash } from 'node:crypto';
import { ARTEFACT_FORMAT } from '../../core/artefact.ts';
import type { Manifest } from '../../core/manifest.ts';
import type { Report } from '../../core/report.ts';
import type { IndexContent } from './index-content.ts';

interface ManifestSource {
  readonly content: IndexContent;
  readonly reports: readonly Report[];
  /** All files but the manifest, by name. */
  readonly files: Readonly<Record<string, Uint8Array>>;
}

export function createManifest({ content, reports, files }: ManifestSource): Manifest {
  const listed = Object.entries(files).map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: sha256(bytes) }));
  const count = (countIn: (document: IndexContent['documents'][number]) => number): number =>
    content.documents.reduce((sum, document) => sum + countIn(document), 0);
  return {
    format: ARTEFACT_FORMAT,
    version: sha256(listed.map((file) => file.sha256).join('\n')),
    counts: {
      reports: reports.length,
      sections: count(({ document }) => document.sections.length),
      passages: count(({ passages }) => passages.length),
      figures: count(({ figures }) => figures.length),
      terms: content.terms,
    },
    embedder: { name: content.embedder, dimension: content.embedding.dimension },
    newest: newestDate(reports),
    files: listed,
  };
}

/** ISO dates sort as text. */
function newestDate(reports: readonly Report[]): string | null {
  return (
    reports
      .flatMap(({ published }) => published ?? [])
      .sort()
      .at(-1) ?? null
  );
}

function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
