/**
 * Postings of many terms as bytes, read where they lie: nothing is parsed or allocated when an index is loaded.
 *
 * First for each term, and once more for the end, the position of its posting as four bytes, the lowest first; then the
 * postings. A posting is the number of its documents, then for each the distance from the one before and the count there.
 * These are numbers of seven bits a byte, the lowest first, the eighth bit set on all bytes but the last (LEB128).
 */
const POSITION_BYTES = 4;
const MORE = 0x80;
const BITS = 7;

/** A posting: document, count, document, count … with ascending documents. */
export type Posting = readonly number[];

function writeNumber(bytes: number[], value: number): void {
  let rest = value;
  for (; rest >= MORE; rest >>>= BITS) bytes.push((rest & (MORE - 1)) | MORE);
  bytes.push(rest);
}

/** The postings as bytes. Counts and distances between documents are below 2^31. */
export function packPostings(postings: readonly Posting[]): Uint8Array {
  const bytes: number[] = [];
  const starts = postings.map((posting) => {
    const start = bytes.length;
    writeNumber(bytes, posting.length / 2);
    for (let i = 0; i < posting.length; i += 2) {
      writeNumber(bytes, posting[i]! - (posting[i - 2] ?? 0));
      writeNumber(bytes, posting[i + 1]!);
    }
    return start;
  });
  const packed = new Uint8Array(POSITION_BYTES * (postings.length + 1) + bytes.length);
  const view = new DataView(packed.buffer);
  [...starts, bytes.length].forEach((start, term) => {
    view.setUint32(POSITION_BYTES * term, start, true);
  });
  packed.set(bytes, POSITION_BYTES * (postings.length + 1));
  return packed;
}

/** Reads packed postings by the number of the term. */
export interface PackedPostings {
  /** Number of documents that hold a term. */
  frequency(term: number): number;
  /**
   * Writes a posting into `into`: document, count, document, count …
   *
   * @param into room for two numbers a document of the index
   * @returns how many documents were written
   */
  read(term: number, into: Uint32Array): number;
}

/** @throws {RangeError} If the bytes are not those of so many postings. */
export function openPostings(packed: Uint8Array, terms: number): PackedPostings {
  const first = POSITION_BYTES * (terms + 1);
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  if (packed.length < first || view.getUint32(first - POSITION_BYTES, true) !== packed.length - first)
    throw new RangeError(`Cannot read ${packed.length} bytes as the postings of ${terms} terms`);
  let at = 0;
  function readNumber(): number {
    let value = 0;
    for (let shift = 0; ; shift += BITS) {
      const byte = packed[at++]!;
      value |= (byte & (MORE - 1)) << shift;
      if (byte < MORE) return value;
    }
  }
  function goTo(term: number): number {
    at = first + view.getUint32(POSITION_BYTES * term, true);
    return readNumber();
  }
  return {
    frequency: goTo,
    read(term, into) {
      const documents = goTo(term);
      let document = 0;
      for (let i = 0; i < documents; i++) {
        document += readNumber();
        into[2 * i] = document;
        into[2 * i + 1] = readNumber();
      }
      return documents;
    },
  };
}
