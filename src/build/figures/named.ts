/** A property and what further measures of the same thing belong to. */
export interface Named {
  readonly property: string;
  readonly subject: string;
  /** The subject does or holds what is counted, so that it goes for the other items of the list too. */
  readonly doer?: boolean;
}
