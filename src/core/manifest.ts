/** What stands in index/manifest.json. */
export interface Manifest {
  /** Version of the artefact's shape; a reader refuses any other. */
  readonly format: number;
  /** SHA-256 over the other files' hashes: the version of the index. */
  readonly version: string;
  readonly counts: {
    readonly reports: number;
    readonly sections: number;
    readonly passages: number;
    readonly figures: number;
    readonly terms: number;
  };
  readonly embedder: { readonly name: string; readonly dimension: number };
  /** Newest publication date among the reports, ISO, or null. */
  readonly newest: string | null;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}
