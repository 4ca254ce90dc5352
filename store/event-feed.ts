import { sql } from 'kysely';
import type { Clock } from '../engine/clock.ts';
import type { Evidence } from '../scenarios/vocabulary/index.ts';
import type { Store } from './connect.ts';

/** An event as the feed lists it: who it is about by id alone. */
export interface FeedEvent {
  readonly id: string;
  readonly kind: string;
  readonly evidence: Evidence;
  readonly journeyId: string | null;
  readonly campaignId: string | null;
  readonly prospectId: string | null;
  /** `<message>/<occurrence>`. */
  readonly touch: string | null;
  readonly source: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The world's time. */
  readonly at: Date;
  /** Whether its journey was told. */
  readonly signal: string;
  /** Of its campaign, to tell campaign time. */
  readonly clock: Clock | null;
}

export interface FeedOptions {
  readonly campaignId?: string | undefined;
  readonly kind?: string | undefined;
  /** `people` leaves out what machines did. */
  readonly by?: 'people' | 'machines' | undefined;
  /** Older than this event: the last of the page before. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/**
 * What came in, latest first, a page at a time: the next page begins after the last event of this one, so that what comes in meanwhile moves nothing.
 *
 * @example const [latest] = await eventFeed(store, { campaignId: 'spring-2027', limit: 50 });
 */
export async function eventFeed(store: Store, { campaignId, kind, by, before, limit }: FeedOptions): Promise<FeedEvent[]> {
  let query = store
    .selectFrom('events as e')
    .leftJoin('campaigns as c', 'c.id', 'e.campaign_id')
    .select(['e.id', 'e.kind', 'e.evidence', 'e.journey_id as journeyId', 'e.campaign_id as campaignId', 'e.prospect_id as prospectId', 'e.touch', 'e.source', 'e.data', 'e.at', 'e.signal', 'c.clock'])
    .orderBy('e.id', 'desc')
    .limit(limit);
  if (campaignId !== undefined) query = query.where('e.campaign_id', '=', campaignId);
  if (kind !== undefined) query = query.where('e.kind', '=', kind);
  if (by !== undefined) query = query.where('e.evidence', by === 'machines' ? '=' : '<>', 'bot');
  if (before !== undefined) query = query.where('e.id', '<', sql<string>`${before}::bigint`);
  return query.execute();
}
