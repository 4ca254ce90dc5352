/** The 97.5 % point of the normal distribution: two-sided 95 %. */
export const Z = 1.959964;

/**
 * Wilson's 95 % score interval of one proportion (E. B. Wilson, JASA 22, 1927, 209-212).
 *
 * @param of how many were seen; may be a part of one, where observations are weighted
 */
export function wilson({ of, rate }: { of: number; rate: number }): { low: number; high: number } {
  const scale = 1 + Z ** 2 / of;
  const centre = (rate + Z ** 2 / (2 * of)) / scale;
  const half = (Z / scale) * Math.sqrt((rate * (1 - rate)) / of + Z ** 2 / (4 * of ** 2));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
