import { sql } from 'kysely';
import type { Store } from './connect.ts';
import { addressStates, liftReturned } from './deliverability.ts';
import { appendConsents, consentsOf, type NewProspect } from './prospects.ts';

/**
 * Saves the prospect that an entry event or a form brings. Unlike an import it knows only a part: of a known prospect, what it leaves out (null)
 * stays. To be called in the transaction of the entry.
 *
 * @example await saveEntrant(transaction, { id: 'p-001', locale: 'fr-FR', facts: {}, identity, consents: { email: true }, source: 'shop' });
 */
export async function saveEntrant(transaction: Store, entrant: NewProspect): Promise<void> {
  const { id, locale, facts, identity } = entrant;
  await sql`
    INSERT INTO prospects AS p (id, locale, facts) VALUES (${id}, ${locale}, ${JSON.stringify(facts)}::jsonb)
    ON CONFLICT (id) DO UPDATE SET locale = excluded.locale, facts = p.facts || excluded.facts, updated_at = now()`.execute(transaction);
  const state = identity.addressLine === null ? undefined : (await addressStates(transaction, [entrant])).get(id)!;
  await sql`
    INSERT INTO identities AS i (prospect_id, title, first_name, last_name, address_line, address_complement, postcode, city, country, email, company)
    VALUES (${id}, ${identity.title}, ${identity.firstName}, ${identity.lastName}, ${identity.addressLine}, ${identity.addressComplement},
            ${identity.postcode}, ${identity.city}, ${identity.country}, ${identity.email}, ${identity.company ?? null})
    ON CONFLICT (prospect_id) DO UPDATE SET
      title = coalesce(excluded.title, i.title), first_name = coalesce(excluded.first_name, i.first_name), last_name = coalesce(excluded.last_name, i.last_name),
      email = coalesce(excluded.email, i.email), company = coalesce(excluded.company, i.company),
      -- An address is one thing: half of a new one and half of an old one lead nowhere.
      (address_line, address_complement, postcode, city, country) = (
        SELECT * FROM (VALUES (excluded.address_line, excluded.address_complement, excluded.postcode, excluded.city, excluded.country)) a
         WHERE excluded.address_line IS NOT NULL OR i.address_line IS NULL
        UNION ALL
        SELECT i.address_line, i.address_complement, i.postcode, i.city, i.country WHERE excluded.address_line IS NULL AND i.address_line IS NOT NULL)`.execute(transaction);
  if (state) {
    const { deliverability, deliverabilityAt, evidence, addressAt } = state;
    await sql`
      UPDATE identities SET deliverability = ${deliverability}, deliverability_at = coalesce(${deliverabilityAt}::timestamptz, now()), deliverability_evidence = ${evidence},
             address_at = coalesce(${addressAt}::timestamptz, now())
       WHERE prospect_id = ${id}`.execute(transaction);
    if (state.replaces) await liftReturned(transaction, [entrant]);
  }
  await appendConsents(transaction, consentsOf(entrant));
}
