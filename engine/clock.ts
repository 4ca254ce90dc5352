/**
 * The campaign's clock. A campaign may run faster than the world (demos and tests: a day a second); the speed is part of every
 * journey's input, so that a replay computes the same times.
 */
export interface Clock {
  /** Milliseconds since 1970 at which the campaign's time and the world's are the same. */
  readonly epoch: number;
  /** Campaign seconds per second of the world; 1 in production, 86400 for a day a second. */
  readonly speed: number;
}

/** The world's own time. */
export const REAL_TIME: Clock = { epoch: 0, speed: 1 };

/**
 * The campaign's time at a moment of the world, both in milliseconds since 1970.
 *
 * @example campaignTime({ epoch: 0, speed: 86_400 }, 1_000) // 86_400_000: after a second, a day has passed
 */
export function campaignTime(clock: Clock, real: number): number {
  return clock.epoch + (real - clock.epoch) * clock.speed;
}

/** The moment of the world at a time of the campaign; the inverse of `campaignTime`. */
export function realTime(clock: Clock, campaign: number): number {
  return clock.epoch + (campaign - clock.epoch) / clock.speed;
}
