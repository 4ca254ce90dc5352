import { beginAttempt, FAILURES_COUNT_FOR, type RecentFailures } from '../../store/sign-in-failures.ts';
import type { Store } from '../../store/connect.ts';

/**
 * Failures within a quarter of an hour after which no more is tried. Few for one name from one place; more for the name from everywhere, so that
 * one who guesses from elsewhere does not lock out its owner at once; an office may share one address.
 */
const LIMITS = { ofPair: 5, ofName: 30, ofAddress: 50 } as const satisfies RecentFailures;

/** Seconds to wait before another try; 0 when it may be made, and then it counts as failed until it is forgiven. The same for names that nobody has. */
export async function secondsToWait(store: Store, attempt: { name: string; address: string }): Promise<number> {
  return (await beginAttempt(store, { ...attempt, most: LIMITS })) ? 0 : FAILURES_COUNT_FOR * 60;
}
