const STEPS = 40;

/**
 * How strongly the harmed speak for a rate above the limit: a test martingale (likelihood ratios against the limit, mixed over rates above it,
 * evenly on the log scale). While the rate is at most the limit, it ever comes above `x` with a chance of at most `1 / x`, whenever one looks (Ville's
 * inequality; A. Ramdas et al., "Game-Theoretic Statistics and Safe Anytime-Valid Inference", Statistical Science 38, 2023). Harm that is still
 * to be reported counts as none, which only makes it slower.
 *
 * @returns the martingale's logarithm
 */
export function harmEvidence({ harmed, of, limit }: { harmed: number; of: number; limit: number }): number {
  const logs = Array.from({ length: STEPS }, (_, i) => {
    const rate = limit ** (1 - (i + 0.5) / STEPS);
    return harmed * Math.log(rate / limit) + (of - harmed) * (Math.log1p(-rate) - Math.log1p(-limit));
  });
  const peak = logs.reduce((most, log) => Math.max(most, log), -Infinity);
  return peak + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - peak), 0) / STEPS);
}
