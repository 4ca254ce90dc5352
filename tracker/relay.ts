import type { FastifyBaseLogger } from 'fastify';
import { pendingEvents, type Store } from '../store/index.ts';
import type { Signaller } from './signaller.ts';

export interface RelayOptions {
  readonly store: Store;
  readonly signaller: Signaller;
  readonly logger: FastifyBaseLogger;
  /** Milliseconds between two looks while all is well; 1,000 unless said. */
  readonly interval?: number;
  /** Milliseconds for which an event is left to whoever received it; 1,000 unless said. */
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
 * Tells journeys what their tracker could not: it was down, or Temporal was. Any number of relays may run; each event is claimed by one.
 * While nothing gets through it tries one event at a time, with growing pauses, so that the others don't grow old in vain.
 *
 * @example
 * const relay = startRelay({ store, signaller, logger });
 * await relay.stop();
 */
export function startRelay({ store, signaller, logger, interval = 1_000, olderThan = 1_000 }: RelayOptions): Relay {
  let stopped = false;
  let pauses = 1;
  let wake = (): void => {};

  async function look(): Promise<'more' | 'rest'> {
    const limit = pauses > 1 ? 1 : BATCH;
    const events = await pendingEvents(store, { limit, olderThan });
    if (events.length === 0) return 'rest';
    const told = (await Promise.all(events.map((event) => signaller.tell(event)))).filter(Boolean).length;
    if (told === 0) {
      pauses = Math.min(pauses * 2, LONGEST);
      return 'rest';
    }
    logger.info({ told, of: events.length }, 'told journeys what had been waiting');
    pauses = 1;
    return events.length === limit ? 'more' : 'rest';
  }

  async function run(): Promise<void> {
    while (!stopped) {
      const result = await look().catch((error: unknown) => {
        logger.warn({ reason: String(error) }, 'relay could not look for waiting events');
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
