export interface RateLimit {
  readonly requests: number;
  readonly perMs: number;
}

/** Whether one more request is let through, and what is left of its window. */
export interface Allowance {
  readonly allowed: boolean;
  readonly left: number;
  /** When the next window begins, milliseconds since 1970. */
  readonly reset: number;
}

/** Counts requests by endpoint, in windows one after the other. */
export function openRateLimit({ requests, perMs }: RateLimit, time: { now(): number }): (endpoint: string) => Allowance {
  const windows = new Map<string, { from: number; count: number }>();
  return (endpoint) => {
    const now = time.now();
    const known = windows.get(endpoint);
    const window = known && now < known.from + perMs ? known : { from: now, count: 0 };
    window.count += 1;
    windows.set(endpoint, window);
    return { allowed: window.count <= requests, left: Math.max(0, requests - window.count), reset: window.from + perMs };
  };
}
