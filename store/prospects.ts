import { sql } from 'kysely';
import type { TouchMedium } from '../scenarios/vocabulary/index.ts';
import type { Store } from './connect.ts';
import { recordTold, type Telling } from './fact-sources.ts';
import { addressStates, liftReturned, type GivenAddress } from './deliverability.ts';
import type { Identity } from './recipient.ts';
import type { ConsentPurpose } from './schema.ts';

/** A prospect as it comes from outside. */
export interface NewProspect extends Pick<GivenAddress, 'deliverability'> {
  /** The owner's own key, stable from import to import, `PROSPECT_ID`; it shows in journey ids, so never a name or an email. */
  readonly id: string;
  readonly locale: string;
  /** Never a name or an address. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly identity: Identity;
  /** What the person answered, by medium, and about our seeing whether they open mails; what is left out was not asked. */
  readonly consents: Partial<Readonly<Record<TouchMedium | 'openTracking', boolean>>>;
  /** Where the consents come from, such as `import:spring-file`. */
  readonly source: string;
}

const BATCH = 500;
const MEDIA = ['print', 'email', 'social'] as const satisfies readonly TouchMedium[];

/**
 * Saves prospects, all or none, in batches. A known prospect gets the new identity and locale; its facts are merged, new values over
 * old ones, so that what was learned and is not in these rows stays. A consent is appended only where it differs from the latest.
 * Of two rows with the same id the later counts. Of suppressions one alone is lifted: that of
 * an address from which mail came back, by another address.
 *
 * @returns how many were new.
 */
export async function saveProspects(store: Store, prospects: readonly NewProspect[]): Promise<{ added: number }> {
  // In order of id, so that two imports of the same file at the same time wait for each other instead of deadlocking.
  const distinct = [...new Map(prospects.map((prospect) => [prospect.id, prospect])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  if (distinct.length === 0) return { added: 0 };
  return store.transaction().execute(async (transaction) => {
    let added = 0;
    for (let start = 0; start < distinct.length; start += BATCH) added += await saveBatch(transaction, distinct.slice(start, start + BATCH));
    return { added };
  });
}

/** A prospect's answers as consents. */
export function consentsOf({ id, consents, source }: Pick<NewProspect, 'id' | 'consents' | 'source'>): Consent[] {
  const contacts = MEDIA.flatMap((medium) => (consents[medium] === undefined ? [] : [{ prospectId: id, medium, granted: consents[medium], source }]));
  const { openTracking } = consents;
  return openTracking === undefined ? contacts : [...contacts, { prospectId: id, medium: 'email', purpose: 'open-tracking', granted: openTracking, source }];
}

/** One parameter a statement however many rows: Postgres takes 65,535 parameters at most. */
async function saveBatch(store: Store, batch: readonly NewProspect[]): Promise<number> {
  const { rows } = await sql<{ added: boolean }>`
    INSERT INTO prospects AS p (id, locale, facts)
    SELECT id, locale, facts FROM jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) AS r (id text, locale text, facts jsonb)
    ON CONFLICT (id) DO UPDATE SET locale = excluded.locale, facts = p.facts || excluded.facts, updated_at = now()
    RETURNING xmax = 0 AS added`.execute(store);

  const states = await addressStates(store, batch);
  const identities = batch.map(({ id, identity }) => ({ ...identity, id, ...states.get(id)! }));
  await sql`
    INSERT INTO identities (prospect_id, title, first_name, last_name, company, address_line, address_complement, postcode, city, country, email,
                            address_at, deliverability, deliverability_at, deliverability_evidence)
    SELECT id, title, "firstName", "lastName", company, "addressLine", "addressComplement", postcode, city, country, email,
           coalesce("addressAt", now()), deliverability, coalesce("deliverabilityAt", now()), evidence
      FROM jsonb_to_recordset(${JSON.stringify(identities)}::jsonb)
        AS r (id text, title text, "firstName" text, "lastName" text, company text, "addressLine" text, "addressComplement" text, postcode text, city text, country text,
                email text, "addressAt" timestamptz, deliverability text, "deliverabilityAt" timestamptz, evidence text)
    ON CONFLICT (prospect_id) DO UPDATE SET
      title = excluded.title, first_name = excluded.first_name, last_name = excluded.last_name, company = excluded.company, address_line = excluded.address_line,
      address_complement = excluded.address_complement, postcode = excluded.postcode, city = excluded.city, country = excluded.country,
      email = excluded.email, address_at = excluded.address_at, deliverability = excluded.deliverability, deliverability_at = excluded.deliverability_at,
      deliverability_evidence = excluded.deliverability_evidence`.execute(store);
  await liftReturned(store, batch.filter(({ id }) => states.get(id)!.replaces));

  await appendConsents(store, batch.flatMap(consentsOf));
  return rows.filter((row) => row.added).length;
}

/** A person's answer about a medium. */
export interface Consent {
  readonly prospectId: string;
  readonly medium: TouchMedium;
  /** `contact` unless said. */
  readonly purpose?: ConsentPurpose;
  readonly granted: boolean;
  /** How we know, such as `personal-page`: the proof that the GDPR asks for (article 7). */
  readonly source: string;
  /** Which words were agreed to, by name and version, such as `preferences/1`; none where we did not see them. */
  readonly wording?: string;
}

/**
 * Records an answer where it differs from the latest.
 *
 * @returns whether it was new.
 * @throws when there is no such prospect.
 */
export async function recordConsent(store: Store, consent: Consent): Promise<boolean> {
  return (await appendConsents(store, [consent])) > 0;
}

/** Appends each answer that differs from the latest; @returns how many did. */
export async function appendConsents(store: Store, consents: readonly Consent[]): Promise<number> {
  if (consents.length === 0) return 0;
  const { numAffectedRows } = await sql`
    INSERT INTO consents (prospect_id, medium, purpose, granted, source, wording)
    SELECT "prospectId", medium, coalesce(purpose, 'contact'), granted, source, wording
      FROM jsonb_to_recordset(${JSON.stringify(consents)}::jsonb) AS r ("prospectId" text, medium text, purpose text, granted boolean, source text, wording text)
     WHERE r.granted IS DISTINCT FROM
           (SELECT c.granted FROM consents c
             WHERE c.prospect_id = r."prospectId" AND c.medium = r.medium AND c.purpose = coalesce(r.purpose, 'contact') ORDER BY c.id DESC LIMIT 1)`.execute(store);
  return Number(numAffectedRows ?? 0n);
}

/**
 * Adds to what is known of a prospect, new values over old ones. Of a prospect that does not exist nothing is learned.
 *
 * @param told whose `journeyId` is where it was learned: what its entry event said of these facts is outdated
 */
export async function learnFacts(store: Store, told: Telling): Promise<void> {
  const { prospectId, journeyId, facts } = told;
  await recordTold(store, told);
  await sql`UPDATE prospects SET facts = facts || ${JSON.stringify(facts)}::jsonb, updated_at = now() WHERE id = ${prospectId}`.execute(store);
  if (journeyId !== undefined) await sql`UPDATE journeys SET facts = facts || ${JSON.stringify(facts)}::jsonb WHERE id = ${journeyId} AND key IS NOT NULL`.execute(store);
}
