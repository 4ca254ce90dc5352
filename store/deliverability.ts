import { sql } from 'kysely';
import type { Store } from './connect.ts';
import type { Identity } from './recipient.ts';
import { suppress } from './suppressions.ts';

/**
 * What is known of a postal address: `unchecked`; `ok`, it can be printed; `problem:<reason>`, it can't; `returned`, a piece came back from it. It is
 * about the address on record: another address begins anew.
 */
export type Deliverability = 'unchecked' | 'ok' | 'returned' | `problem:${string}`;

/** An address as it comes in. */
export interface GivenAddress {
  readonly id: string;
  readonly identity: Identity;
  /** What a check said of it; left out where nobody checked. */
  readonly deliverability?: Exclude<Deliverability, 'unchecked' | 'returned'>;
  /** Where it comes from. */
  readonly source: string;
}

/** What is to be recorded with an address. A time that is null is now. */
export interface AddressState {
  readonly deliverability: Deliverability;
  readonly deliverabilityAt: string | null;
  readonly evidence: string | null;
  readonly addressAt: string | null;
  /** It replaces another address: what came back from that one says nothing about it. */
  readonly replaces: boolean;
}

interface KnownAddress {
  readonly id: string;
  readonly addressLine: string | null;
  readonly addressComplement: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly country: string;
  readonly deliverability: Deliverability;
  readonly deliverabilityAt: string;
  readonly evidence: string | null;
  readonly addressAt: string;
}

/** The states of addresses that are about to be saved, by prospect. To be called in their transaction, once their prospects are locked. */
export async function addressStates(store: Store, given: readonly GivenAddress[]): Promise<Map<string, AddressState>> {
  const { rows } = await sql<KnownAddress>`
    SELECT prospect_id AS id, address_line AS "addressLine", address_complement AS "addressComplement", postcode, city, country,
           deliverability, deliverability_at::text AS "deliverabilityAt", deliverability_evidence AS evidence, address_at::text AS "addressAt"
      FROM identities WHERE prospect_id = ANY(${given.map(({ id }) => id)}::text[])`.execute(store);
  const known = new Map(rows.map((row) => [row.id, row]));
  return new Map(given.map((address) => [address.id, stateOf(address, known.get(address.id))]));
}

function stateOf({ identity, deliverability, source }: GivenAddress, known: KnownAddress | undefined): AddressState {
  const isSame = known !== undefined && plain(known) === plain(identity);
  if (isSame && (known.deliverability === 'returned' || deliverability === undefined)) return { ...known, replaces: false };
  return {
    deliverability: deliverability ?? 'unchecked',
    deliverabilityAt: null,
    evidence: deliverability === undefined ? null : source,
    addressAt: isSame ? known.addressAt : null,
    replaces: known !== undefined && !isSame,
  };
}

/** The same for what a postman takes for the same: case, accents, punctuation and blanks don't make another address. */
function plain({ addressLine, addressComplement, postcode, city, country }: Pick<KnownAddress, 'addressLine' | 'addressComplement' | 'postcode' | 'city' | 'country'>): string {
  return [addressLine, addressComplement, postcode, city, country]
    .map((part) => (part ?? '').normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase())
    .join('|');
}

/** Opens print again to people whose address, from which mail came back, was replaced by another; each lift is kept in `lifted_suppressions`. */
export async function liftReturned(store: Store, people: readonly { readonly id: string; readonly source: string }[]): Promise<void> {
  if (people.length === 0) return;
  await sql`
    WITH lifted AS (
      DELETE FROM suppressions s USING jsonb_to_recordset(${JSON.stringify(people)}::jsonb) AS r (id text, source text)
       WHERE s.prospect_id = r.id AND s.medium = 'print' AND s.reason = 'returned' RETURNING s.prospect_id, s.medium, s.reason, s.at, r.source
    )
    INSERT INTO lifted_suppressions (prospect_id, medium, reason, suppressed_at, source) SELECT prospect_id, medium, reason, at, source FROM lifted`.execute(store);
}

/** Closes print again to who is at an address from which mail came back, once what stood in the place of that reason is lifted. */
export async function closeReturned(store: Store, prospectId: string): Promise<void> {
  const dead = await store.selectFrom('identities').select('prospect_id').where('prospect_id', '=', prospectId).where('deliverability', '=', 'returned').executeTakeFirst();
  if (dead) await suppress(store, { prospectId, medium: 'print', reason: 'returned' });
}

/**
 * A mailpiece came back: its address is dead, and print is closed until another address is imported. A piece that had been queued before the address of
 * today was on record went to an older one, and says nothing about it.
 *
 * @param evidence what told it, such as `service:spring/p-001/renewal-postcard/1`
 */
export async function markReturned(store: Store, { prospectId, touchId, evidence }: { prospectId: string; touchId?: string; evidence: string }): Promise<void> {
  const { rows } = await sql`
    SELECT FROM mailpieces m JOIN identities i ON i.prospect_id = ${prospectId} WHERE m.touch_id = ${touchId ?? null} AND m.queued_at < i.address_at`.execute(store);
  if (rows.length > 0) return;
  await store.updateTable('identities').set({ deliverability: 'returned', deliverability_at: sql`now()`, deliverability_evidence: evidence }).where('prospect_id', '=', prospectId).execute();
  await suppress(store, { prospectId, medium: 'print', reason: 'returned' });
}
