import type { FastifyBaseLogger } from 'fastify';
import type { Reachable } from '../scenarios/vocabulary/index.ts';
import { claimEntries, findCampaign, markStarted, reachable, startFailed, type Campaign, type EntryToStart, type Startable, type Store } from '../store/index.ts';
import { within } from './patience.ts';

/** Starts a journey's workflow; rejects when Temporal can't be reached. `startJourney` of `client/`, bound to its client and task queue. */
export type Start = (entry: { readonly campaign: Campaign; readonly journey: Startable; readonly reachable: Reachable }) => Promise<void>;

export interface Starter {
  /** Starts a journey that has just entered, in the background; it never fails: what can't be started now is left to the relay. */
  offer(journeyId: string): void;
  /** Starts a claimed one; false when it could not be started. */
  start(entry: EntryToStart): Promise<boolean>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

export interface StarterOptions {
  readonly store: Store;
  readonly start: Start;
  readonly logger: FastifyBaseLogger;
  /** Starts under way at a time; more are left to the relay. 16 unless said. */
  readonly concurrency?: number;
  /** Milliseconds after which an attempt counts as failed; 10,000 unless said. */
  readonly patience?: number;
}

const NOWHERE: Reachable = { print: false, email: false, social: false };

/**
 * The way from a committed entry to its journey's workflow: never awaited by whoever sent the event.
 *
 * @example
 * const starter = createStarter({ store, start: (entry) => startJourney(client, { ...entry, taskQueue }), logger });
 * starter.offer('carts-2027/p-001/order-123');
 */
export function createStarter({ store, start, logger, concurrency = 16, patience = 10_000 }: StarterOptions): Starter {
  const underWay = new Set<Promise<unknown>>();
  const campaigns = new Map<string, Campaign>();
  let closed = false;

  async function campaignOf(id: string): Promise<Campaign> {
    const campaign = campaigns.get(id) ?? (await findCampaign(store, id));
    if (!campaign) throw new Error(`Expected campaign '${id}' to be in the store, got none.`);
    campaigns.set(id, campaign);
    return campaign;
  }

  async function startOne(entry: EntryToStart): Promise<boolean> {
    try {
      const [campaign, reach] = await Promise.all([campaignOf(entry.campaignId), reachable(store, [entry.prospectId])]);
      await within(patience, start({ campaign, journey: entry, reachable: reach.get(entry.prospectId) ?? NOWHERE }));
      await markStarted(store, [entry.id]);
      return true;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      logger.warn({ journey: entry.id, attempts: entry.attempts, reason: message }, 'journey not started, the relay will try again');
      await startFailed(store, { id: entry.id, error: message }).catch(() => {});
      return false;
    }
  }

  function track<T>(work: Promise<T>): Promise<T> {
    underWay.add(work);
    return work.finally(() => underWay.delete(work));
  }

  async function startNow(journeyId: string): Promise<void> {
    const [entry] = await claimEntries(store, { journeyId });
    if (entry) await startOne(entry);
  }

  return {
    offer(journeyId) {
      if (closed || underWay.size >= concurrency) return;
      void track(startNow(journeyId)).catch((error: unknown) => logger.warn({ journey: journeyId, reason: String(error) }, 'journey not claimed, the relay will try again'));
    },
    start: (entry) => track(startOne(entry)),
    async close() {
      closed = true;
      await Promise.allSettled(underWay);
    },
  };
}
