import { sql } from 'kysely';
import type { Store } from './connect.ts';

/** An address that must not be written to. */
export type ListedAddress = { readonly reason: string } & (
  | { readonly email: string }
  /** Hex, of the trimmed address in lower case. */
  | { readonly emailSha256: string }
  | { readonly lastName: string; readonly addressLine: string; readonly postcode: string }
);

/**
 * Puts addresses on the list that every send asks, for email or print as they are. Kept as SHA-256 alone. The first reason stays.
 *
 * @returns how many were new.
 * @example await listAddresses(store, [{ emailSha256: '5e88…', reason: 'robinson' }], 'robinson-2027.csv')
 */
export async function listAddresses(store: Store, addresses: readonly ListedAddress[], source: string): Promise<number> {
  if (addresses.length === 0) return 0;
  const { numAffectedRows } = await sql`
    INSERT INTO listed_addresses (medium, key, reason, source)
    SELECT DISTINCT ON (medium, key) medium, key, reason, ${source} FROM (
      SELECT CASE WHEN "addressLine" IS NULL THEN 'email' ELSE 'print' END AS medium, reason,
             coalesce(lower("emailSha256"), email_key(email), postal_key("lastName", "addressLine", postcode)) AS key
        FROM jsonb_to_recordset(${JSON.stringify(addresses)}::jsonb)
          AS r (reason text, email text, "emailSha256" text, "lastName" text, "addressLine" text, postcode text)) given
    ON CONFLICT DO NOTHING`.execute(store);
  return Number(numAffectedRows ?? 0n);
}

/** How many of our prospects are on the list now, by medium. */
export async function prospectsListed(store: Store): Promise<{ readonly email: number; readonly print: number }> {
  const { rows } = await sql<{ email: number; print: number }>`
    SELECT count(*) FILTER (WHERE EXISTS (SELECT FROM listed_addresses WHERE medium = 'email' AND key = email_key))::int AS email,
           count(*) FILTER (WHERE EXISTS (SELECT FROM listed_addresses WHERE medium = 'print' AND key = postal_key))::int AS print
      FROM identities`.execute(store);
  return rows[0]!;
}
