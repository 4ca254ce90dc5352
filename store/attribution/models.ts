/** How an order's credit is shared among the touches before it. What a touch really added only the holdout tells (`incrementalOf`). */
export const MODELS = ['first', 'last', 'position'] as const;
export type Model = (typeof MODELS)[number];

/** Of a position-based credit: to the first and to the last touch each; the rest is shared by those between. */
const ENDS = 0.4;

/**
 * What share of an order each of so many touches gets, in the order in which they were made; the shares sum to 1. `position` gives 40 % to the first, 40 % to the last
 * and 20 % to those between (the U-shaped model of web analytics); of two touches each gets half.
 *
 * @example sharesOf('position', 4) // [0.4, 0.1, 0.1, 0.4]
 */
export function sharesOf(model: Model, touches: number): number[] {
  const all = Array.from({ length: touches }, () => 0);
  if (touches === 0) return all;
  if (model === 'first') return all.with(0, 1);
  if (model === 'last') return all.with(-1, 1);
  if (touches <= 2) return all.fill(1 / touches);
  return all.fill((1 - 2 * ENDS) / (touches - 2)).with(0, ENDS).with(-1, ENDS);
}
