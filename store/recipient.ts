import { sql, type Expression, type SqlBool } from 'kysely';
import type { Reachable, TouchMedium } from '../scenarios/vocabulary/index.ts';
import type { Store } from './connect.ts';
import { policyFound, type ChoicePoint, type PolicyFound } from './policies.ts';
import { isOf, type Segment } from './segments.ts';
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

type RecipientRow = StandingRow & { locale: string; facts: Record<string, unknown>; identity: Identity };

/** Everything of a `Recipient`, of prospects `p` with their identities `i`. */
const RECIPIENT = sql`
  ${STANDING}, p.locale, p.facts,
  jsonb_build_object(
    'title', i.title, 'firstName', i.first_name, 'lastName', i.last_name,
    'addressLine', i.address_line, 'addressComplement', i.address_complement, 'postcode', i.postcode, 'city', i.city,
    'country', coalesce(i.country, 'FR'), 'email', i.email)
  || CASE WHEN i.company IS NULL THEN '{}' ELSE jsonb_build_object('company', i.company) END AS identity`;

/**
 * A prospect with identity, facts, consents and suppressions, in one query: every send asks it.
 *
 * @returns undefined when there is no such prospect.
 * @example
 * const recipient = await loadRecipient(store, 'p-001');
 * if (recipient && mayTouch(recipient, 'email').allowed) send(recipient.identity.email);
 */
export async function loadRecipient(store: Store, prospectId: string): Promise<Recipient | undefined> {
  const { rows } = await sql<RecipientRow>`SELECT ${RECIPIENT} FROM prospects p LEFT JOIN identities i ON i.prospect_id = p.id WHERE p.id = ${prospectId}`.execute(store);
  return rows[0] && recipientOf(rows[0]);
}

/** What a touch asks besides who it is for. */
export interface TouchQuestion {
  readonly prospectId: string;
  readonly journeyId: string;
  readonly campaignId: string;
  readonly medium: TouchMedium;
  /** Where the touch offers variants. */
  readonly choice?: (Omit<ChoicePoint, 'campaignId'> & { readonly batch?: string | undefined }) | undefined;
}

/** All that a touch is decided from. */
export interface TouchAnswer {
  readonly recipient: Recipient;
  /** The rule of the segment by which the campaign does not write to them any more. */
  readonly dropped?: string;
  /** The policy that chooses the variant, if one is in force. */
  readonly policy?: PolicyFound;
}

/**
 * The same, with what else decides a touch: segments that were dropped, the policy in force. Still one query.
 *
 * @returns undefined when there is no such prospect.
 */
export async function askForTouch(store: Store, { prospectId, journeyId, campaignId, medium, choice }: TouchQuestion): Promise<TouchAnswer | undefined> {
  const { rows } = await sql<RecipientRow & { dropped: { segments: (Segment & { rule: string })[]; facts: Record<string, unknown> } | null; policy?: PolicyFound | null }>`
    SELECT ${RECIPIENT},
           (SELECT jsonb_build_object(
                     'segments', jsonb_agg(jsonb_build_object('rule', d.rule, 'fact', d.fact, 'op', d.op, 'value', d.value) ORDER BY d.id),
                     'facts', p.facts || coalesce((SELECT j.facts FROM journeys j WHERE j.id = ${journeyId}), '{}'))
              FROM dropped_segments d WHERE d.campaign_id = ${campaignId} AND d.ended_at IS NULL AND (d.medium IS NULL OR d.medium = ${medium}) HAVING count(*) > 0) AS dropped
           ${choice ? sql`, ${policyFound({ ...choice, campaignId })} AS policy` : sql``}
      FROM prospects p LEFT JOIN identities i ON i.prospect_id = p.id WHERE p.id = ${prospectId}`.execute(store);
  const row = rows[0];
  if (!row) return undefined;
  const { dropped } = row;
  const rule = dropped?.segments.find((segment) => isOf(segment, dropped.facts))?.rule;
  return { recipient: recipientOf(row), ...(rule === undefined ? {} : { dropped: rule }), ...(row.policy ? { policy: row.policy } : {}) };
}

function recipientOf(row: RecipientRow): Recipient {
  return { ...standingOf(row), prospectId: row.prospect_id, locale: row.locale, facts: row.facts, identity: row.identity, opensMayBeSeen: row.consents['open-tracking'] === true };
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
