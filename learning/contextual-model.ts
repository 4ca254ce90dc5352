/** How one fact becomes numbers. */
export type FactEncoding =
  | { readonly fact: string; readonly as: 'number'; readonly mean: number; readonly deviation: number }
  | { readonly fact: string; readonly as: 'level'; readonly levels: readonly string[] };

/** A linear model for each arm: the rate of a person is `base` plus the product of their numbers with `mean`. */
export interface ContextualModel {
  readonly encodings: readonly FactEncoding[];
  readonly base: number;
  /** By arm: the posterior's mean, and its covariance's lower triangle by rows. */
  readonly arms: Readonly<Record<string, { readonly mean: readonly number[]; readonly covariance: readonly number[] }>>;
  /** What an arm gets of those that the model leaves: its floor, and all of a canary's share. */
  readonly floor: Readonly<Record<string, number>>;
  /** Arms among which the model chooses. */
  readonly among: readonly string[];
}
