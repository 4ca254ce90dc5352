import { sql, type RawBuilder } from 'kysely';
import type { Store } from './connect.ts';
import type { Identity } from './recipient.ts';
import { insertTouch, type TouchRecord } from './touches.ts';

/** Why somebody is not in an audience any more. */
export type Leaving = 'goal' | 'exit' | 'path' | 'over' | 'withdrawn';

export interface Joining {
  /** The social touch that lets them in; its message is the audience's name. */
  readonly touch: TouchRecord;
  readonly prospectId: string;
  /** The world's clock. */
  readonly staysUntil: Date;
}

/**
 * Records that somebody is to be in an audience, with the touch that lets them in, once a touch.
 *
 * @returns false when an earlier attempt recorded the touch.
 */
export function joinAudience(store: Store, { touch, prospectId, staysUntil }: Joining): Promise<boolean> {
  return store.transaction().execute(async (transaction) => {
    if (!(await insertTouch(transaction, touch))) return false;
    await sql`
      INSERT INTO audience_members (audience, prospect_id, touch_id, journey_id, wanted, stays_until)
      VALUES (${touch.message}, ${prospectId}, ${touch.id}, ${touch.journeyId}, true, ${staysUntil}::timestamptz)
      ON CONFLICT (audience, prospect_id) DO UPDATE SET
        touch_id = excluded.touch_id, journey_id = excluded.journey_id, wanted = true, left_because = NULL,
        stays_until = greatest(audience_members.stays_until, excluded.stays_until)`.execute(transaction);
    return true;
  });
}

/** Lets people leave the audiences that a touch or a journey let them into. Safe to repeat; the first reason stays. */
export function leaveAudiences(store: Store, who: { readonly touchId: string } | { readonly journeyId: string }, because: Leaving): Promise<void> {
  return leaving(store, 'touchId' in who ? sql`touch_id = ${who.touchId}` : sql`journey_id = ${who.journeyId}`, because);
}

/** Lets those leave whose time is over, and those who may not be advertised to any more, whichever way that came about. */
export async function endMemberships(store: Store, audience: string): Promise<void> {
  await leaving(store, sql`audience = ${audience} AND stays_until <= now()`, 'over');
  await leaving(
    store,
    sql`audience = ${audience} AND (EXISTS (SELECT FROM suppressions s WHERE s.prospect_id = audience_members.prospect_id AND s.medium = 'social')
      OR (SELECT granted FROM consents c WHERE c.prospect_id = audience_members.prospect_id AND c.medium = 'social' ORDER BY c.id DESC LIMIT 1) IS DISTINCT FROM true)`,
    'withdrawn',
  );
}

async function leaving(store: Store, whose: RawBuilder<unknown>, because: Leaving): Promise<void> {
  await sql`UPDATE audience_members SET wanted = false, left_because = ${because} WHERE wanted AND ${whose}`.execute(store);
}

/** Somebody whom the network does not know as we want it. */
export interface AudienceChange {
  readonly prospectId: string;
  readonly wanted: boolean;
  /** None for one who was erased. */
  readonly identity: Pick<Identity, 'firstName' | 'lastName' | 'postcode' | 'city' | 'country' | 'email'> | null;
  /** What the network knows them by, if it was told. */
  readonly toldKeys: readonly string[] | null;
}

/** The next who are to be put in, or taken out; in order of their ids. */
export async function audienceChanges(store: Store, { audience, wanted, limit }: { readonly audience: string; readonly wanted: boolean; readonly limit: number }): Promise<AudienceChange[]> {
  const { rows } = await sql<AudienceChange>`
    SELECT m.prospect_id AS "prospectId", m.wanted, m.told_keys AS "toldKeys",
           CASE WHEN i.prospect_id IS NULL THEN NULL ELSE jsonb_build_object(
             'firstName', i.first_name, 'lastName', i.last_name, 'postcode', i.postcode, 'city', i.city, 'country', i.country, 'email', i.email) END AS identity
      FROM audience_members m LEFT JOIN identities i ON i.prospect_id = m.prospect_id
     WHERE m.audience = ${audience} AND m.wanted = ${wanted} AND m.wanted <> m.told ORDER BY m.prospect_id LIMIT ${limit}`.execute(store);
  return rows;
}

/** The network was told. Who has changed their mind meanwhile is told again. */
export async function markTold(store: Store, { audience, wanted, told }: { readonly audience: string; readonly wanted: boolean; readonly told: readonly { readonly prospectId: string; readonly keys: readonly string[] | null }[] }): Promise<void> {
  await sql`
    UPDATE audience_members m SET told = ${wanted}, told_keys = r.keys, told_at = now()
      FROM jsonb_to_recordset(${JSON.stringify(told.map(({ prospectId, keys }) => ({ id: prospectId, keys })))}::jsonb) AS r (id text, keys jsonb)
     WHERE m.audience = ${audience} AND m.prospect_id = r.id`.execute(store);
}

/** Whether a touch let somebody into an audience. */
export async function isAudienceTouch(store: Store, touchId: string): Promise<boolean> {
  const row = await store.selectFrom('audience_members').select('touch_id').where('touch_id', '=', touchId).executeTakeFirst();
  return row !== undefined;
}
