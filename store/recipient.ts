import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { Reachable, TouchMedium } from '../scenarios/vocabulary/index.ts';
import type { Store } from './connect.ts';
import { reachableOf, type Standing } from './consent.ts';

/** Who a prospect is and how to reach them. Loaded by what addresses a piece, never kept anywhere else. */
export interface Identity {
  readonly title: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** None for people at home. */
  readonly company?: string | null;
  readonly addressLine: string | null;
  readonly addressComplement: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  /** ISO 3166-1 alpha-2, such as `FR`. */
  readonly country: string;
  readonly email: string | null;
}

/** Everything that a send needs of a prospect. */
export interface Recipient extends Standing {
  readonly prospectId: string;
  /** BCP 47, such as `fr-FR`. */
  readonly locale: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly identity: Identity;
  /** Whether they agreed that we see when they open our mails: a consent of its own (CNIL deliberation 2026-042). */
  readonly opensMayBeSeen: boolean;
}

interface StandingRow {
  prospect_id: string;
  consents: Partial<Record<TouchMedium | 'service' | 'open-tracking', boolean>>;
  suppressions: Partial<Record<TouchMedium, string>>;
  is_paused: boolean;
  has_postal_address: boolean;
  has_email: boolean;
}

/** What `mayTouch` asks, of prospects `p` with their identities `i`. */
const STANDING = sql`
  p.id AS prospect_id,
  coalesce((SELECT jsonb_object_agg(CASE purpose WHEN 'contact' THEN medium ELSE purpose END, granted)
              FROM (SELECT DISTINCT ON (medium, purpose) medium, purpose, granted FROM consents WHERE prospect_id = p.id ORDER BY medium, purpose, id DESC) latest), '{}') AS consents,
  coalesce((SELECT jsonb_object_agg(medium, reason) FROM listed_addresses WHERE (medium, key) IN (('email', i.email_key), ('print', i.postal_key))), '{}')
    || coalesce((SELECT jsonb_object_agg(medium, reason) FROM suppressions WHERE prospect_id = p.id), '{}') AS suppressions,
  coalesce(p.paused_until > now(), false) AS is_paused,
  coalesce(i.address_line <> '' AND i.city <> '', false) AS has_postal_address,
  coalesce(i.email <> '', false) AS has_email`;

/**
 * A prospect with identity, facts, consents and suppressions, in one query: every send asks it.
 *
 * @returns undefined when there is no such prospect.
 * @example
 * const recipient = await loadRecipient(store, 'p-001');
 * if (recipient && mayTouch(recipient, 'email').allowed) send(recipient.identity.email);
 */
export async function loadRecipient(store: Store, prospectId: string): Promise<Recipient | undefined> {
  const { rows } = await recipients(sql`p.id = ${prospectId}`).execute(store);
  return rows[0] && recipientOf(rows[0]);
}

/** `loadRecipient` for several prospects, in one query, in their order. */
export async function loadRecipients(store: Store, prospectIds: readonly string[]): Promise<(Recipient | undefined)[]> {
  const { rows } = await recipients(sql`p.id = ANY(${[...prospectIds]}::text[])`).execute(store);
  const byId = new Map(rows.map((row) => [row.prospect_id, recipientOf(row)]));
  return prospectIds.map((id) => byId.get(id));
}

const recipients = (which: RawBuilder<unknown>) => sql<RecipientRow>`SELECT ${RECIPIENT} FROM prospects p LEFT JOIN identities i ON i.prospect_id = p.id WHERE ${which}`;

/** The columns of a recipient, of prospects `p` with their identities `i`. */
export const RECIPIENT = sql`
  ${STANDING}, p.locale, p.facts, i.title, i.first_name, i.last_name, i.address_line, i.address_complement, i.postcode, i.city, coalesce(i.country, 'FR') AS country, i.email, i.company`;

export interface RecipientRow extends StandingRow {
  locale: string;
  facts: Record<string, unknown>;
  title: string | null;
  first_name: string | null;
  last_name: string | null;
  address_line: string | null;
  address_complement: string | null;
  postcode: string | null;
  city: string | null;
  country: string;
  email: string | null;
  company: string | null;
}

export function recipientOf(row: RecipientRow): Recipient {
  const { title, first_name: firstName, last_name: lastName, address_line: addressLine, address_complement: addressComplement, postcode, city, country, email, company } = row;
  const identity = { title, firstName, lastName, addressLine, addressComplement, postcode, city, country, email, ...(company === null ? {} : { company }) };
  return { ...standingOf(row), prospectId: row.prospect_id, locale: row.locale, facts: row.facts, identity, opensMayBeSeen: row.consents['open-tracking'] === true };
}

/**
 * The media by which each of these prospects may be reached now. Prospects that don't exist are not in the answer.
 *
 * An address that is known to be unprintable closes print: a path that asks may write by mail at once.
 *
 * @example (await reachable(store, ['p-001'])).get('p-001') // { print: true, email: false, social: false }
 */
export async function reachable(store: Store, prospectIds: readonly string[]): Promise<Map<string, Reachable>> {
  const wanted: Expression<SqlBool> = sql`p.id = ANY(${[...prospectIds]}::text[])`;
  const { rows } = await sql<StandingRow & { address_problem: string | null }>`
    SELECT ${STANDING}, substring(i.deliverability FROM '^problem:(.*)') AS address_problem FROM prospects p LEFT JOIN identities i ON i.prospect_id = p.id WHERE ${wanted}`.execute(store);
  return new Map(rows.map((row) => [row.prospect_id, reachableOf({ ...standingOf(row), ...(row.address_problem === null ? {} : { addressProblem: row.address_problem }) })]));
}

/**
 * Whether this person's opens may be seen now. Asked at each hit of the image in a mail, since a withdrawal also counts for the mails that are out already.
 */
export async function opensMayBeSeen(store: Store, prospectId: string): Promise<boolean> {
  const { rows } = await sql<{ granted: boolean }>`
    SELECT granted AND NOT EXISTS (SELECT FROM suppressions WHERE prospect_id = ${prospectId} AND medium = 'email') AS granted
      FROM consents WHERE prospect_id = ${prospectId} AND medium = 'email' AND purpose = 'open-tracking' ORDER BY id DESC LIMIT 1`.execute(store);
  return rows[0]?.granted === true;
}

function standingOf(row: StandingRow): Standing {
  const { 'open-tracking': _, ...consents } = row.consents;
  return { consents, suppressions: row.suppressions, isPaused: row.is_paused, hasPostalAddress: row.has_postal_address, hasEmail: row.has_email };
}
