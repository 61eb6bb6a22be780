/** Formats that a file's first bytes betray, whatever its name says. */
export type SniffedFormat = 'pdf' | 'zip' | 'ole' | 'image' | 'gzip' | null;

const SIGNATURES: readonly (readonly [Exclude<SniffedFormat, null>, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['gzip', [0x1f, 0x8b]],
];

/** The binary format of a file by its signature, or null when it has none of those known here. */
export function sniffFormat(bytes: Uint8Array): SniffedFormat {
  return SIGNATURES.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte))?.[0] ?? null;
}
