import type { FastifyBaseLogger } from 'fastify';
import { within } from './patience.ts';

/** Work that follows from what was committed and must reach Temporal: carried out in the background at once, by the relay where that fails. */
export interface Errands<Claimed> {
  /** Begins what was just committed, in the background; it never fails: what can't be done now is left to the relay. */
  offer(id: string): void;
  /** Does a claimed one; false when it could not be done. */
  start(claimed: Claimed): Promise<boolean>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

export interface ErrandOptions<Claimed extends { readonly id: string; readonly attempts: number }> {
  /** For the log, such as `journey started`. */
  readonly what: string;
  /** Claims one by its id, so that nobody else has it at the same time; nothing when it is claimed or done already. */
  readonly claim: (id: string) => Promise<Claimed | undefined>;
  /** Does it; rejects when Temporal can't be reached. */
  readonly carryOut: (claimed: Claimed) => Promise<void>;
  /** Records what became of it: done, or why not. */
  readonly note: (claimed: Claimed, error?: string) => Promise<unknown>;
  readonly logger: FastifyBaseLogger;
  /** Under way at a time; more are left to the relay. 16 unless said. */
  readonly concurrency?: number;
  /** Milliseconds after which an attempt counts as failed; 10,000 unless said. */
  readonly patience?: number | undefined;
}

/**
 * Errands of one kind: never awaited by whoever caused them.
 *
 * @example
 * const starter = createErrands({ what: 'journey started', claim, carryOut, note, logger });
 * starter.offer('carts-2027/p-001/order-123');
 */
export function createErrands<Claimed extends { readonly id: string; readonly attempts: number }>({ what, claim, carryOut, note, logger, concurrency = 16, patience = 10_000 }: ErrandOptions<Claimed>): Errands<Claimed> {
  const underWay = new Set<Promise<unknown>>();
  let closed = false;

  async function attempt(claimed: Claimed): Promise<boolean> {
    try {
      await within(patience, carryOut(claimed));
      await note(claimed);
      return true;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      logger.warn({ what, id: claimed.id, attempts: claimed.attempts, reason: message }, 'not done, the relay will try again');
      await note(claimed, message).catch(() => {});
      return false;
    }
  }

  function track<T>(work: Promise<T>): Promise<T> {
    underWay.add(work);
    return work.finally(() => underWay.delete(work));
  }

  async function begin(id: string): Promise<void> {
    const claimed = await claim(id);
    if (claimed) await attempt(claimed);
  }

  return {
    offer(id) {
      if (closed || underWay.size >= concurrency) return;
      void track(begin(id)).catch((error: unknown) => logger.warn({ what, id, reason: String(error) }, 'not claimed, the relay will try again'));
    },
    start: (claimed) => track(attempt(claimed)),
    async close() {
      closed = true;
      await Promise.allSettled(underWay);
    },
  };
}
