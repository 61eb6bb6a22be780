const PRIME = 0x01000193;
const OFFSETS = [0x811c9dc5, 0x9747b28c] as const;

/**
 * A short fingerprint of a text: two 32-bit FNV-1a hashes over its UTF-16 code units with different offsets, as 16 hexadecimal
 * digits. For telling texts apart and for orders that look random; no secret.
 */
export function hashText(text: string): string {
  return OFFSETS.map((offset) => {
    let hash = offset as number;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
    return (hash >>> 0).toString(16).padStart(8, '0');
  }).join('');
}
