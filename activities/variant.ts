import { createHash } from 'node:crypto';

export interface VariantChoice {
  readonly variant: string;
  /** Hash of the policy's content: which weights were in force. */
  readonly policy: string;
  /** How likely this choice was, 0 to 1; learning needs it. */
  readonly propensity: number;
}

/**
 * Chooses a variant by the even split. The draw is a hash of seed and touch, so a second try chooses the same.
 *
 * @example chooseVariant({ seed: 's', touch: 'spring/p-001/thank-you/1', message: 'thank-you', among: ['warm', 'factual'] })
 */
export function chooseVariant({ seed, touch, message, among }: { seed: string; touch: string; message: string; among: readonly string[] }): VariantChoice {
  const draw = createHash('sha256').update(`${seed}/${touch}`).digest().readUInt32BE() / 2 ** 32;
  const weights = Object.fromEntries(among.map((variant) => [variant, 1 / among.length]));
  const policy = createHash('sha256').update(JSON.stringify({ kind: 'split', message, weights })).digest('hex').slice(0, 16);
  return { variant: among[Math.floor(draw * among.length)]!, policy, propensity: 1 / among.length };
}
