import type { Store } from './connect.ts';
import type { Identity } from './recipient.ts';

/** An address of the operator's own that gets a copy of one piece of every run of a campaign, so that they see delivery happen. */
export type SeedAddress = Pick<Identity, 'title' | 'firstName' | 'addressComplement' | 'country'> & {
  readonly lastName: string;
  readonly addressLine: string;
  readonly postcode: string;
  readonly city: string;
};

/** Keeps a campaign's seed addresses; those that it has stay. */
export async function saveSeeds(store: Store, campaignId: string, seeds: readonly SeedAddress[]): Promise<void> {
  if (seeds.length === 0) return;
  const rows = seeds.map(({ title, firstName, lastName, addressLine, addressComplement, postcode, city, country }, index) => ({
    ...{ campaign_id: campaignId, number: index + 1, title, first_name: firstName, last_name: lastName },
    ...{ address_line: addressLine, address_complement: addressComplement, postcode, city, country },
  }));
  await store.insertInto('print_seeds').values(rows).onConflict((conflict) => conflict.doNothing()).execute();
}

/** A campaign's seed addresses with their numbers, from 1. */
export async function seedsOf(store: Store, campaignId: string): Promise<{ number: number; identity: Identity }[]> {
  const rows = await store.selectFrom('print_seeds').selectAll().where('campaign_id', '=', campaignId).orderBy('number').execute();
  return rows.map((row) => ({
    number: row.number,
    identity: {
      ...{ title: row.title, firstName: row.first_name, lastName: row.last_name, addressLine: row.address_line, addressComplement: row.address_complement },
      ...{ postcode: row.postcode, city: row.city, country: row.country, email: null },
    },
  }));
}

/**
 * The id of a seed address's copy in a run. No touch's id begins like it, and each run has its own: a provider makes a piece once per id.
 *
 * @example seedPieceId('spring/a6-postcard/2027-03-01T17:00:00.000Z', 1) // 'seed:1@spring/a6-postcard/2027-03-01T17:00:00.000Z'
 */
export function seedPieceId(runId: string, number: number): string {
  return `seed:${number}@${runId}`;
}

/** The seed's number in a piece's id; undefined when it is a touch's. */
export function seedNumberOf(pieceId: string): number | undefined {
  const [, number] = /^seed:(\d+)@/.exec(pieceId) ?? [];
  return number === undefined ? undefined : Number(number);
}
