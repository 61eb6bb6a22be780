import type { SearchBackend } from './search-backend.ts';

/** The same backend, told the embedding of the question that all its searches serve. */
export function nearVector(backend: SearchBackend, vector: Float32Array): SearchBackend {
  return { ...backend, search: (request) => backend.search({ ...request, vector }) };
}
