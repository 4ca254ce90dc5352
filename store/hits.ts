import { sql, type RawBuilder } from 'kysely';
import type { Store } from './connect.ts';

/** A printed link that was followed, by whom ever. */
export interface Hit {
  /** As it was made, in upper case. */
  readonly token: string;
  readonly link: 'qr' | 'purl';
  /** Unique, and new. */
  readonly eventId: string;
  readonly evidence: 'logical' | 'bot';
  /** What gave the machine away. */
  readonly because: string | undefined;
  /** Real time. */
  readonly at: Date;
}

/** The event that following a link of paper is. */
const KIND = { qr: 'scan', purl: 'visit' } as const;

/**
 * Stores hits in one statement, as events of the links' journeys, which are not told of them: link scanners follow printed links too. When this
 * returns they are committed.
 *
 * @returns for each, in their order, whether there is such a link.
 * @example
 * await storeHits(store, [{ token: '7KQ9XM2PAB', link: 'qr', eventId: 'hit:5f0c', evidence: 'logical', because: undefined, at: new Date() }]); // [true]
 */
export async function storeHits(store: Store, hits: readonly Hit[]): Promise<boolean[]> {
  const { rows } = await sql<{ event_id: string }>`${insertionOf(hits)} RETURNING event_id`.execute(store);
  const stored = new Set(rows.map((row) => row.event_id));
  return hits.map(({ eventId }) => stored.has(eventId));
}

/** The statement that stores hits, to stand alone or in another. */
export function insertionOf(hits: readonly Hit[]): RawBuilder<unknown> {
  const column = <Value>(of: (hit: Hit) => Value): Value[] => hits.map(of);
  return sql`
    INSERT INTO events (event_id, kind, evidence, journey_id, campaign_id, prospect_id, touch, data, source, at, signal)
    SELECT h.event_id, h.kind, h.evidence, j.id, j.campaign_id, j.prospect_id, substr(l.touch_id, length(l.journey_id) + 2), h.data, 'tracker', h.at, 'kept'
      FROM unnest(${column(({ token }) => token)}::text[], ${column(({ link }) => link)}::text[], ${column(({ link }) => KIND[link])}::text[], ${column(({ eventId }) => eventId)}::text[],
                  ${column(({ evidence }) => evidence)}::text[], ${column(({ because }) => JSON.stringify({ because }))}::jsonb[], ${column(({ at }) => at)}::timestamptz[])
           AS h (token, link, kind, event_id, evidence, data, at)
      JOIN links l ON l.token = h.token AND l.kind = h.link
      JOIN journeys j ON j.id = l.journey_id`;
}
