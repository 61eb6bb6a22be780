import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Vectors that were paid for, by the text they are of. */
export interface EmbeddingCache {
  /** Null when the text was never embedded, or what is there is damaged. */
  get(text: string): Promise<Float32Array | null>;
  put(text: string, vector: Float32Array): Promise<void>;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** First bytes of a file: SHA-256 of the vector's bytes. */
const CHECKSUM_BYTES = 32;

function checksum(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/**
 * A cache in a folder, one file a text, for one model.
 *
 * @param folder made when the first vector comes
 * @param model a cache serves one model: other models' vectors lie in other folders
 */
export function createEmbeddingCache(folder: string, model: string): EmbeddingCache {
  const own = join(folder, hash(model).slice(0, 16));
  const pathOf = (text: string): string => join(own, `${hash(text)}.bin`);
  return {
    async get(text) {
      const bytes = await readFile(pathOf(text)).catch(() => null);
      if (bytes === null || (bytes.length - CHECKSUM_BYTES) % Float32Array.BYTES_PER_ELEMENT !== 0) return null;
      const vector = new Uint8Array(bytes.subarray(CHECKSUM_BYTES));
      if (vector.length === 0 || !checksum(vector).equals(bytes.subarray(0, CHECKSUM_BYTES))) return null;
      return new Float32Array(vector.buffer);
    },
    async put(text, vector) {
      await mkdir(own, { recursive: true });
      const bytes = new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
      const path = pathOf(text);
      // A build that is killed leaves whole files only.
      await writeFile(`${path}.part`, Buffer.concat([checksum(bytes), bytes]));
      await rename(`${path}.part`, path);
    },
  };
}
