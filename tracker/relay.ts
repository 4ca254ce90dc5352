import type { FastifyBaseLogger } from 'fastify';

/** What a relay goes on with: events that were not told, journeys that were not started. */
export interface RelayWork<Left> {
  /** For the log, such as `events told`. */
  readonly what: string;
  /** Claims what is left, oldest first, so that no other relay has it at the same time. */
  readonly claim: (options: { readonly limit: number; readonly olderThan: number }) => Promise<readonly Left[]>;
  /** Does one; false when it could not be done and stays. */
  readonly carryOut: (left: Left) => Promise<boolean>;
}

export interface RelayOptions {
  readonly logger: FastifyBaseLogger;
  /** Milliseconds between two looks while all is well; 1,000 unless said. */
  readonly interval?: number;
  /** Milliseconds for which it is left to whoever received it; 1,000 unless said. */
  readonly olderThan?: number;
}

export interface Relay {
  /** Ends after the batch under way. */
  stop(): Promise<void>;
}

const BATCH = 100;
/** The longest pause while Temporal is down, in intervals. */
const LONGEST = 8;

/**
 * Does what the tracker that it came to could not: it was down, or Temporal was. Any number of relays may run; each piece of work is claimed by one.
 * While nothing gets through it tries one at a time, with growing pauses, so that the others don't grow old in vain.
 *
 * @example
 * const relay = startRelay({ what: 'events told', claim: (options) => pendingEvents(store, options), carryOut: (event) => signaller.tell(event) }, { logger });
 * await relay.stop();
 */
export function startRelay<Left>({ what, claim, carryOut }: RelayWork<Left>, { logger, interval = 1_000, olderThan = 1_000 }: RelayOptions): Relay {
  let stopped = false;
  let pauses = 1;
  let wake = (): void => {};

  async function look(): Promise<'more' | 'rest'> {
    const limit = pauses > 1 ? 1 : BATCH;
    const left = await claim({ limit, olderThan });
    if (left.length === 0) return 'rest';
    const done = (await Promise.all(left.map(carryOut))).filter(Boolean).length;
    if (done === 0) {
      pauses = Math.min(pauses * 2, LONGEST);
      return 'rest';
    }
    logger.info({ what, done, of: left.length }, 'relay carried out what had been waiting');
    pauses = 1;
    return left.length === limit ? 'more' : 'rest';
  }

  async function run(): Promise<void> {
    while (!stopped) {
      const result = await look().catch((error: unknown) => {
        logger.warn({ what, reason: String(error) }, 'relay could not look for what is waiting');
        pauses = Math.min(pauses * 2, LONGEST);
        return 'rest' as const;
      });
      if (result === 'rest' && !stopped) await pause();
    }
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, interval * pauses);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  const running = run();
  return {
    stop() {
      stopped = true;
      wake();
      return running;
    },
  };
}
