import type { FastifyBaseLogger } from 'fastify';
import { claimConsentRequests, noteConsentStart, type RequestToStart } from '../../store/consent-requests.ts';
import type { Store } from '../../store/index.ts';
import { within } from '../patience.ts';

/** Starts the workflow that mails a request for confirmation; rejects when Temporal can't be reached. `startConfirmation` of `client/`, bound to its client and task queue. */
export type Confirm = (requestId: string) => Promise<void>;

export interface Confirmer {
  /** Has a request mailed that was just kept, in the background; it never fails: what can't be started now is left to the relay. */
  offer(requestId: string): void;
  /** Starts a claimed one; false when it could not be started. */
  start(request: RequestToStart): Promise<boolean>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

export interface ConfirmerOptions {
  readonly store: Store;
  readonly confirm: Confirm;
  readonly logger: FastifyBaseLogger;
  /** Milliseconds after which an attempt counts as failed; 10,000 unless said. */
  readonly patience?: number;
}

/** Starts under way at a time; more are left to the relay. */
const CONCURRENCY = 8;

/** The way from a consent that was asked to the mail that proves its mailbox: never awaited by the reader. */
export function createConfirmer({ store, confirm, logger, patience = 10_000 }: ConfirmerOptions): Confirmer {
  const underWay = new Set<Promise<unknown>>();
  let closed = false;

  async function startOne({ id, attempts }: RequestToStart): Promise<boolean> {
    try {
      await within(patience, confirm(id));
      await noteConsentStart(store, { id });
      return true;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      logger.warn({ consent: id, attempts, reason: message }, 'confirmation not started, the relay will try again');
      await noteConsentStart(store, { id, error: message }).catch(() => {});
      return false;
    }
  }

  async function startNow(id: string): Promise<void> {
    const [request] = await claimConsentRequests(store, { id });
    if (request) await startOne(request);
  }

  function track<T>(work: Promise<T>): Promise<T> {
    underWay.add(work);
    return work.finally(() => underWay.delete(work));
  }

  return {
    offer(id) {
      if (closed || underWay.size >= CONCURRENCY) return;
      void track(startNow(id)).catch((error: unknown) => logger.warn({ consent: id, reason: String(error) }, 'confirmation not claimed, the relay will try again'));
    },
    start: (request) => track(startOne(request)),
    async close() {
      closed = true;
      await Promise.allSettled(underWay);
    },
  };
}
