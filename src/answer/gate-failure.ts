/** Something in a reply that cannot be found in the reports. */
export interface GateFailure {
  readonly gate: 'quote' | 'number';
  readonly detail: string;
}
