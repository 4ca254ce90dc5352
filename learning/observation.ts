/** One decision, and what is known of it by now. */
export interface Observation {
  readonly arm: string;
  /** When it was decided, milliseconds on the campaign's clock. */
  readonly at: number;
  /** How likely each arm was, as `decide` said: the record's `propensities`. */
  readonly propensities: Readonly<Record<string, number>>;
  /** The facts that were used. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** The first answer that counts; one later than `now` is not known yet, one before the decision (clocks differ) counts as given at once. */
  readonly reward?: { readonly at: number };
  /** It was complained about, or whatever the guard stops on. */
  readonly harm?: boolean;
}
