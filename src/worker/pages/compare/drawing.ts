/** A share of a drawing's width or height, as an attribute. */
export function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}

/** The pattern of what is masked. */
export const HATCHING =
  '<defs><pattern id="hatching" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="axis" y2="6" stroke-width="3"/></pattern></defs>';
