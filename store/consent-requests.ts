import { sql } from 'kysely';
import type { TouchMedium } from '../scenarios/vocabulary/index.ts';
import type { Store } from './connect.ts';
import { appendConsents } from './prospects.ts';

/** What a person agreed to, and in which words. */
export interface AgreedConsent {
  readonly medium: TouchMedium;
  readonly wording: string;
}

/** Somebody's yes on a page, to a mailbox that may be anybody's. */
export interface NewConsentRequest {
  readonly id: string;
  readonly token: string;
  readonly prospectId: string;
  readonly journeyId: string;
  readonly touch: string;
  readonly scenarioVersion: string;
  readonly consents: readonly AgreedConsent[];
  readonly source: string;
  readonly email: string;
  readonly locale: string;
  /** Milliseconds for which its link is good. */
  readonly validFor: number;
}

/** As it is kept. */
export interface ConsentRequest extends Omit<NewConsentRequest, 'validFor'> {
  readonly status: 'asked' | 'sent' | 'failed' | 'confirmed';
  readonly expiresAt: Date;
}

const COLUMNS = sql`id, token, prospect_id AS "prospectId", journey_id AS "journeyId", touch, scenario_version AS "scenarioVersion", consents, source, email, locale, status, expires_at AS "expiresAt"`;
/** Mails a day at most: to one mailbox for one person, for one person, to one mailbox. Whoever has a page's address could have us write to strangers. */
const A_DAY = { same: 1, prospect: 3, email: 3 } as const;

/**
 * Keeps a request in the transaction given, unless so many mails were asked for already within a day: one to this mailbox for this person, three for the
 * person, three to the mailbox; and unless the mailbox is on a list of those that nobody may write to.
 *
 * @returns whether a mail is to go out.
 */
export async function requestConsent(transaction: Store, request: NewConsentRequest): Promise<boolean> {
  // Two forms at once can't both be the last that fits.
  await sql`SELECT FROM prospects WHERE id = ${request.prospectId} FOR NO KEY UPDATE`.execute(transaction);
  const email = request.email.toLowerCase();
  // Nor can forms of several people: whose mailbox it is, no prospect's row says. Always after the prospect, so that no two wait for each other.
  await sql`SELECT pg_advisory_xact_lock(hashtext('consent_requests'), hashtext(${email}))`.execute(transaction);
  const { numAffectedRows } = await sql`
    INSERT INTO consent_requests (id, token, prospect_id, journey_id, touch, scenario_version, consents, source, email, locale, expires_at)
    SELECT ${request.id}, ${request.token}, ${request.prospectId}, ${request.journeyId}, ${request.touch}, ${request.scenarioVersion}, ${JSON.stringify(request.consents)}::jsonb,
           ${request.source}, ${request.email}, ${request.locale}, now() + ${request.validFor} * interval '1 millisecond'
      FROM (SELECT count(*) FILTER (WHERE prospect_id = ${request.prospectId} AND lower(email) = ${email}) AS same,
                   count(*) FILTER (WHERE prospect_id = ${request.prospectId}) AS prospect,
                   count(*) FILTER (WHERE lower(email) = ${email}) AS email
              FROM consent_requests
             WHERE asked_at > now() - interval '1 day' AND (prospect_id = ${request.prospectId} OR lower(email) = ${email})) lately
     WHERE lately.same < ${A_DAY.same} AND lately.prospect < ${A_DAY.prospect} AND lately.email < ${A_DAY.email}
       AND NOT EXISTS (SELECT FROM listed_addresses WHERE medium = 'email' AND key = email_key(${email}))
    ON CONFLICT (id) DO NOTHING`.execute(transaction);
  return Number(numAffectedRows ?? 0n) > 0;
}

/** A request by its own id, or by the token of its mail; none when nobody was given it. */
export async function findConsentRequest(store: Store, by: { readonly id: string } | { readonly token: string }): Promise<ConsentRequest | undefined> {
  const which = 'id' in by ? sql`id = ${by.id}` : sql`token = ${by.token.toUpperCase()}`;
  const { rows } = await sql<ConsentRequest>`SELECT ${COLUMNS} FROM consent_requests WHERE ${which}`.execute(store);
  return rows[0];
}

/** What became of its mail. A confirmed one stays so. */
export async function settleConsentMail(store: Store, { id, status }: { readonly id: string; readonly status: 'sent' | 'failed' }): Promise<void> {
  await sql`UPDATE consent_requests SET status = ${status} WHERE id = ${id} AND status IN ('asked', 'sent')`.execute(store);
}

/**
 * The mailbox is proven, in the transaction given: it becomes the person's, the consents hold, and what stood against them is lifted where it was their own
 * wish or another mailbox's fault; a complaint stays.
 *
 * @returns the request when it was confirmed by this; none when it was before, is over, or never was.
 */
export async function confirmConsentRequest(transaction: Store, token: string): Promise<ConsentRequest | undefined> {
  const { rows } = await sql<ConsentRequest>`
    UPDATE consent_requests SET status = 'confirmed', confirmed_at = now()
     WHERE token = ${token.toUpperCase()} AND status <> 'confirmed' AND expires_at > now() RETURNING ${COLUMNS}`.execute(transaction);
  const request = rows[0];
  if (!request) return undefined;
  const { prospectId, email } = request;
  const known = await transaction.selectFrom('identities').select('email').where('prospect_id', '=', prospectId).executeTakeFirst();
  await transaction.insertInto('identities').values({ prospect_id: prospectId, email }).onConflict((conflict) => conflict.column('prospect_id').doUpdateSet({ email })).execute();
  if (known?.email?.toLowerCase() !== email.toLowerCase()) await transaction.deleteFrom('suppressions').where('prospect_id', '=', prospectId).where('medium', '=', 'email').where('reason', '=', 'bounced').execute();
  await grantConsents(transaction, { prospectId, consents: request.consents, source: `${request.source}, confirmed by mail` });
  return request;
}

/** Saves a yes with its proof, in the transaction given, and lifts what the person once asked for themselves. */
export async function grantConsents(transaction: Store, { prospectId, consents, source }: { readonly prospectId: string; readonly consents: readonly AgreedConsent[]; readonly source: string }): Promise<void> {
  await appendConsents(transaction, consents.map(({ medium, wording }) => ({ prospectId, medium, granted: true, source, wording })));
  const media = consents.map(({ medium }) => medium);
  await transaction.deleteFrom('suppressions').where('prospect_id', '=', prospectId).where('reason', '=', 'unsubscribed').where('medium', 'in', media).execute();
}

/** A request whose mail no workflow sends yet. */
export interface RequestToStart {
  readonly id: string;
  /** This attempt included. */
  readonly attempts: number;
}

/** Claims requests whose workflow is to be started, one by its id or the oldest. A claimed one is not given out again for 5 s, twice as long after every attempt and at most an hour. */
export async function claimConsentRequests(store: Store, which: { readonly id: string } | { readonly limit: number; readonly olderThan: number }): Promise<RequestToStart[]> {
  const chosen = 'id' in which ? sql`id = ${which.id}` : sql`asked_at <= now() - ${which.olderThan} * interval '1 millisecond'`;
  const { rows } = await sql<RequestToStart>`
    UPDATE consent_requests SET start_attempts = start_attempts + 1, start_after = now() + least(3600, 5 * power(2, least(start_attempts, 10))) * interval '1 second'
     WHERE id IN (SELECT id FROM consent_requests WHERE NOT started AND start_after <= now() AND ${chosen} ORDER BY start_after, id LIMIT ${'limit' in which ? which.limit : 1} FOR UPDATE SKIP LOCKED)
    RETURNING id, start_attempts AS attempts`.execute(store);
  return rows;
}

/** Whether its workflow could be started; with the problem, for the operator, where not. */
export async function noteConsentStart(store: Store, { id, error }: { readonly id: string; readonly error?: string }): Promise<void> {
  await sql`UPDATE consent_requests SET started = ${error === undefined}, start_error = ${error?.slice(0, 500) ?? null} WHERE id = ${id}`.execute(store);
}
