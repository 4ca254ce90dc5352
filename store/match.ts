import { sql } from 'kysely';
import type { Clock } from '../engine/clock.ts';
import type { Store } from './connect.ts';

/** How a buyer was recognised. */
export type MatchMethod = 'prospect' | 'voucher' | 'email' | 'name-and-address' | 'household';

/**
 * How sure that is. `certain`: the person's own number, or a voucher that nobody else was given. `probable`: their email, or their full name at their address. `possible`: their
 * last name at their address, which others of the household share.
 */
export const CERTAINTY = { prospect: 'certain', voucher: 'certain', email: 'probable', 'name-and-address': 'probable', household: 'possible' } as const satisfies Record<MatchMethod, string>;

/** What is known of a buyer; looked up and never kept. */
export interface Buyer {
  readonly line: number;
  readonly prospect?: string;
  /** Of the voucher. */
  readonly token?: string;
  readonly email?: string;
  readonly address?: { readonly firstName?: string; readonly lastName: string; readonly addressLine: string; readonly postcode: string };
}

/** A journey that may be the buyer's. */
export interface Candidate {
  readonly line: number;
  readonly method: MatchMethod;
  readonly journeyId: string;
  readonly prospectId: string;
  readonly key: string | null;
  readonly holdout: boolean;
  /** Of a voucher: `<message>/<occurrence>`. */
  readonly touch: string | null;
  /** Real time. */
  readonly enteredAt: Date;
  readonly version: number;
}

/** Every journey of a campaign that may be a buyer's, held out or not, by each way in which it may; in order of line. */
export async function candidatesOf(store: Store, { campaignId, buyers }: { readonly campaignId: string; readonly buyers: readonly Buyer[] }): Promise<Candidate[]> {
  const flat = buyers.map(({ address, ...buyer }) => ({ ...buyer, ...address }));
  const { rows } = await sql<Candidate>`
    WITH buyers AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(flat)}::jsonb) AS r (line int, prospect text, token text, email text, "firstName" text, "lastName" text, "addressLine" text, postcode text)
    ), found AS (
      SELECT line, 'prospect' AS method, prospect AS prospect_id, NULL AS journey_id, NULL AS touch FROM buyers WHERE prospect IS NOT NULL
      UNION ALL
      SELECT b.line, 'voucher', j.prospect_id, l.journey_id, substr(l.touch_id, length(l.journey_id) + 2) FROM buyers b JOIN links l ON l.token = b.token JOIN journeys j ON j.id = l.journey_id
      UNION ALL
      SELECT b.line, 'email', i.prospect_id, NULL, NULL FROM buyers b JOIN identities i ON i.email_key = email_key(b.email)
      UNION ALL
      SELECT b.line, CASE WHEN ${plain('b."firstName"')} = ${plain('i.first_name')} THEN 'name-and-address' ELSE 'household' END, i.prospect_id, NULL, NULL
        FROM buyers b JOIN identities i ON i.postal_key = postal_key(b."lastName", b."addressLine", b.postcode)
       WHERE b."firstName" IS NULL OR i.first_name IS NULL OR ${plain('b."firstName"')} = ${plain('i.first_name')}
    )
    SELECT f.line, f.method, j.id AS "journeyId", j.prospect_id AS "prospectId", j.key, j.holdout, f.touch, j.entered_at AS "enteredAt", coalesce(j.version, c.version) AS version
      FROM found f JOIN journeys j ON j.campaign_id = ${campaignId} AND j.prospect_id = f.prospect_id AND (f.journey_id IS NULL OR j.id = f.journey_id) JOIN campaigns c ON c.id = j.campaign_id
     ORDER BY f.line, j.entered_at, j.id`.execute(store);
  return rows;
}

/** As the key of an address takes names: case, accents and punctuation make no other. */
function plain(column: string) {
  return sql.raw(`postal_key(${column}, 'x', 'x')`);
}

/** An order that is on record for a campaign, with the journey that it was told to first. */
export interface KnownOrder {
  readonly order: string;
  readonly journeyId: string;
  readonly prospectId: string;
  readonly clock: Clock;
}

export async function knownOrders(store: Store, { campaignId, orders }: { readonly campaignId: string; readonly orders: readonly string[] }): Promise<Map<string, KnownOrder>> {
  const { rows } = await sql<KnownOrder>`
    SELECT DISTINCT ON (e.data->>'order') e.data->>'order' AS "order", j.id AS "journeyId", j.prospect_id AS "prospectId", c.clock
      FROM events e JOIN journeys j ON j.id = coalesce(e.journey_id, e.campaign_id || '/' || e.prospect_id) JOIN campaigns c ON c.id = j.campaign_id
     WHERE e.campaign_id = ${campaignId} AND e.kind = 'purchase' AND e.evidence <> 'bot' AND e.data->>'order' = ANY(${[...orders]}::text[])
     ORDER BY e.data->>'order', e.id`.execute(store);
  return new Map(rows.map((row) => [row.order, row]));
}
