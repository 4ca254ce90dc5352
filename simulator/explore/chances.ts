/** What may be so of a person: values worth trying of everything that a path can depend on. */
export interface Chances {
  readonly facts?: Readonly<Record<string, FactChances>>;
  /** The names of the links in each message. */
  readonly links?: Readonly<Record<string, readonly string[]>>;
}

/** Values worth trying of one fact, in ascending order where they are numbers. */
export interface FactChances {
  readonly values: readonly (string | number | boolean)[];
  /** It may be unknown at first, and a reply may tell it. */
  readonly learnable: boolean;
}
