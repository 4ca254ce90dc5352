import type { SandboxTime } from './sandbox-time.ts';

export interface RateLimit {
  readonly requests: number;
  readonly perMs: number;
}

/** Lob's own, by endpoint. */
export const LOB_RATE: RateLimit = { requests: 150, perMs: 5_000 };

/** Counts requests by endpoint, in windows one after the other, and says what Lob's headers say. */
export function openRateLimit({ requests, perMs }: RateLimit, time: SandboxTime): (endpoint: string) => { allowed: boolean; headers: Record<string, string> } {
  const windows = new Map<string, { from: number; count: number }>();
  return (endpoint) => {
    const now = time.now();
    const known = windows.get(endpoint);
    const window = known && now < known.from + perMs ? known : { from: now, count: 0 };
    window.count += 1;
    windows.set(endpoint, window);
    const left = Math.max(0, requests - window.count);
    const headers = { 'x-rate-limit-limit': String(requests), 'x-rate-limit-remaining': String(left), 'x-rate-limit-reset': String(Math.ceil((window.from + perMs) / 1_000)) };
    return { allowed: window.count <= requests, headers };
  };
}
