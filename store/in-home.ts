import { sql } from 'kysely';
import type { Evidence } from '../scenarios/vocabulary/index.ts';
import type { Store } from './connect.ts';

/** What a carrier or print house says of when a mailpiece is in the home. */
export interface InHomeReport {
  readonly touchId: string;
  readonly kind: 'posted' | 'delivered' | 'returned';
  /** When it is expected there (`posted`) or was there (`delivered`): campaign time. Of no account when it came back. */
  readonly at: Date;
  readonly evidence: Evidence;
}

/** How sure each kind of evidence is; a surer one replaces a less sure one, never the other way round. */
const SURENESS = sql`ARRAY['estimated', 'logical', 'scan', 'returned']`;

/**
 * Keeps what is best known of a mailpiece's in-home date, to be called in the transaction that stores the event. `posted` moves the estimate; `delivered`
 * is kept with its evidence, a scan over what was inferred from a vehicle, the first of two alike; a piece that came back never was in the home.
 * Reports may come in any order and more than once. Of a touch that is no mailpiece nothing is kept.
 *
 * @example await recordInHome(transaction, { touchId: 'spring/p-001/card/1', kind: 'delivered', at: new Date('2027-03-05T11:20:00Z'), evidence: 'scan' });
 */
export async function recordInHome(store: Store, { touchId, kind, at, evidence }: InHomeReport): Promise<void> {
  if (kind === 'posted' || (kind === 'delivered' && evidence === 'estimated')) {
    await sql`UPDATE mailpieces SET in_home_estimate = ${at}::timestamptz WHERE touch_id = ${touchId}`.execute(store);
    return;
  }
  const seen = kind === 'returned' ? 'returned' : evidence === 'logical' ? 'logical' : 'scan';
  await sql`
    UPDATE mailpieces SET in_home = ${kind === 'returned' ? null : at}::timestamptz, in_home_evidence = ${seen}
     WHERE touch_id = ${touchId} AND array_position(${SURENESS}, in_home_evidence) < array_position(${SURENESS}, ${seen})`.execute(store);
}
