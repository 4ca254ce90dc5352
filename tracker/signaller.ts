import type { FastifyBaseLogger } from 'fastify';
import { campaignTime } from '../engine/clock.ts';
import type { Report } from '../engine/runtime.ts';
import { markNotRunning, signalFailed, type PendingEvent, type Store } from '../store/index.ts';
import { within } from './patience.ts';
import { createMarks } from './signal-marks.ts';

/** Tells a journey what happened; rejects when Temporal can't be reached. `signalJourney` of `client/`, bound to its client. */
export type Signal = (journeyId: string, report: Report) => Promise<'signalled' | 'not-running'>;

/** An event that is committed and whose journey is to be told. */
export type Tellable = Omit<PendingEvent, 'attempts'>;

export interface Signaller {
  /** Takes an event to tell in the background; it never fails: what can't be told now stays pending, for the relay. */
  offer(event: Tellable): void;
  /** Tells a journey now; false when it could not be told, and the event stays pending. */
  tell(event: Tellable): Promise<boolean>;
  /** What the last attempt found. */
  temporal(): 'not-tried' | 'reachable' | 'unreachable';
  /** Waits for what is under way, then for its marks. What is still queued stays pending. */
  close(): Promise<void>;
}

export interface SignallerOptions {
  readonly store: Store;
  readonly signal: Signal;
  readonly logger: FastifyBaseLogger;
  /** Signals under way at a time; 32 unless said. */
  readonly concurrency?: number;
  /** Milliseconds after which an attempt counts as failed; 10,000 unless said. */
  readonly patience?: number;
}

/** Events waiting for their turn at most; more than that is left to the relay, so that an outage does not fill the memory. */
const QUEUE = 5_000;
/** So many failures in a row mean that Temporal is down; then new events are left to the relay for a while, in milliseconds. */
const FAILURES = 3;
const REST = 1_000;
/** Events told lately that are remembered: a relay that looked before they were marked must not tell them again. */
const LATELY = 5_000;

/**
 * The way from a committed event to its journey: bounded, never awaited by whoever sent the event.
 *
 * @example
 * const signaller = createSignaller({ store, signal: (id, report) => signalJourney(client, id, report), logger });
 * signaller.offer(event);
 */
export function createSignaller({ store, signal, logger, concurrency = 32, patience = 10_000 }: SignallerOptions): Signaller {
  const queue: Tellable[] = [];
  const underWay = new Map<string, Promise<boolean>>();
  const lately = new Set<string>();
  const marks = createMarks(store, logger);
  let failures = 0;
  let restsUntil = 0;
  let tried = false;
  let closed = false;

  function tell(event: Tellable): Promise<boolean> {
    const current = underWay.get(event.id);
    if (current) return current;
    if (lately.has(event.id)) {
      marks.add(event.id);
      return Promise.resolve(true);
    }
    const attempt = attemptOnce(event).finally(() => {
      underWay.delete(event.id);
      next();
    });
    underWay.set(event.id, attempt);
    return attempt;
  }

  async function attemptOnce(event: Tellable): Promise<boolean> {
    try {
      const answer = await within(patience, signal(event.journeyId, reportOf(event)));
      tried = true;
      failures = 0;
      if (answer === 'not-running') {
        await markNotRunning(store, event.id);
        return true;
      }
      remember(event.id);
      marks.add(event.id);
      return true;
    } catch (error) {
      tried = true;
      failures += 1;
      if (failures >= FAILURES) restsUntil = Date.now() + REST;
      const message = error instanceof Error ? error.message : String(error);
      logger.warn({ event: event.id, journey: event.journeyId, kind: event.kind, reason: message }, 'journey not told, the relay will try again');
      await signalFailed(store, { id: event.id, error: message }).catch(() => {});
      return false;
    }
  }

  function remember(id: string): void {
    lately.add(id);
    if (lately.size <= LATELY) return;
    for (const oldest of lately) {
      lately.delete(oldest);
      return;
    }
  }

  function next(): void {
    if (closed || Date.now() < restsUntil) {
      queue.length = 0;
      return;
    }
    while (underWay.size < concurrency) {
      const event = queue.shift();
      if (!event) return;
      void tell(event);
    }
  }

  return {
    offer(event) {
      if (closed || queue.length >= QUEUE) return;
      queue.push(event);
      next();
    },
    tell,
    temporal: () => (!tried ? 'not-tried' : failures === 0 ? 'reachable' : 'unreachable'),
    async close() {
      closed = true;
      queue.length = 0;
      await Promise.all(underWay.values());
      await marks.close();
    },
  };
}

/** The world's time at which a carrier expects a piece to arrive, on the campaign's clock; a print run says that of the campaign as it is. */
function dataOf({ data, clock }: Tellable): Readonly<Record<string, unknown>> {
  const { inHome } = data;
  return typeof inHome === 'string' ? { ...data, inHome: Math.round(campaignTime(clock, Date.parse(inHome))) } : data;
}

/** The report that a journey gets: on the campaign's clock, and never who the person is. */
function reportOf(event: Tellable): Report {
  return {
    eventId: event.eventId,
    kind: event.kind,
    ...(event.touch === null ? {} : { touch: event.touch }),
    at: campaignTime(event.clock, event.at.getTime()),
    evidence: event.evidence,
    ...(Object.keys(event.data).length === 0 ? {} : { data: dataOf(event) }),
  };
}
