import type { Evidence } from '../../scenarios/vocabulary/index.ts';
import type { FigureQuery } from './kept.ts';

/** An event as operators read it. */
export interface FeedEvent {
  /** Higher for later ones; the key of the pages. */
  readonly id: string;
  readonly kind: string;
  readonly evidence: Evidence;
  readonly journeyId: string | null;
  readonly prospectId: string | null;
  /** `<message>/<occurrence>` */
  readonly touch: string | null;
  readonly source: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Real time. */
  readonly at: Date;
  readonly receivedAt: Date;
}

export interface FeedQuery extends FigureQuery {
  /** Only events before this one; the newest page unless said. */
  readonly before?: string;
  /** Only events after this one, oldest first: what came since. */
  readonly after?: string;
  readonly kind?: string;
  /** 50 unless said. */
  readonly limit?: number;
}

/**
 * A campaign's events, a page at a time, newest first. Pages are told apart by the last event's id, so that a page costs the same however deep it lies, and what comes
 * in meanwhile moves none.
 *
 * @returns `next`, to be asked for as `before`; none on the last page.
 * @example
 * const first = await eventsFeed({ store, campaignId: 'spring-2027' });
 * const second = await eventsFeed({ store, campaignId: 'spring-2027', before: first.next });
 */
export async function eventsFeed({ store, campaignId, before, after, kind, limit = 50 }: FeedQuery): Promise<{ readonly events: readonly FeedEvent[]; readonly next?: string }> {
  let query = store
    .selectFrom('events')
    .select(['id', 'kind', 'evidence', 'journey_id as journeyId', 'prospect_id as prospectId', 'touch', 'source', 'data', 'at', 'received_at as receivedAt'])
    .where('campaign_id', '=', campaignId);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (before !== undefined) query = query.where('id', '<', before);
  if (after !== undefined) query = query.where('id', '>', after);
  const rows = await query.orderBy('id', after === undefined ? 'desc' : 'asc').limit(limit + 1).execute();
  const events = rows.slice(0, limit);
  return { events, ...(rows.length > limit ? { next: events.at(-1)!.id } : {}) };
}
