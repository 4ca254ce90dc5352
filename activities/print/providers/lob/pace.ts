export interface PaceOptions {
  /** So many requests to an endpoint in any stretch of `perMs` milliseconds. */
  readonly requests: number;
  readonly perMs: number;
  /** The world's unless said, for tests. */
  readonly now?: () => number;
  readonly sleep?: (ms: number) => Promise<void>;
}

/** Keeps requests apart, endpoint by endpoint, so that a provider need not refuse them. */
export interface Pace {
  /** Settles when the next request may go. */
  turn(endpoint: string): Promise<void>;
  /** Nothing goes to the endpoint for so many milliseconds: it has asked for a rest. */
  rest(endpoint: string, ms: number): void;
}

/** @example const pace = createPace({ requests: 120, perMs: 5_000 }); await pace.turn('POST postcards'); */
export function createPace({ requests, perMs, now = Date.now, sleep = (ms) => new Promise((done) => setTimeout(done, ms)) }: PaceOptions): Pace {
  const endpoints = new Map<string, { turns: number[]; restsUntil: number }>();
  const of = (endpoint: string) => {
    const known = endpoints.get(endpoint) ?? { turns: [], restsUntil: 0 };
    endpoints.set(endpoint, known);
    return known;
  };
  return {
    async turn(endpoint) {
      const known = of(endpoint);
      // A turn is taken at once, so that whoever asks next counts it, and come to later.
      const free = known.turns.length < requests ? 0 : known.turns.shift()! + perMs;
      const at = Math.max(now(), free, known.restsUntil, known.turns.at(-1) ?? 0);
      known.turns.push(at);
      if (at > now()) await sleep(at - now());
      // A rest that was asked for in the meantime holds for those who wait already.
      while (known.restsUntil > now()) await sleep(known.restsUntil - now());
    },
    rest(endpoint, ms) {
      const known = of(endpoint);
      known.restsUntil = Math.max(known.restsUntil, now() + ms);
    },
  };
}
