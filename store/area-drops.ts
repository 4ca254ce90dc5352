import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock } from '../engine/clock.ts';
import type { Store } from './connect.ts';
import { ALPHABET, withFreshTokens } from './tokens.ts';

/** An area as its sender knows it. */
export interface Area {
  /** Its code with whoever drew the areas, such as an IRIS code of INSEE: `691230401`. */
  readonly area: string;
  /** As people call it, such as `Les Tilleuls`. */
  readonly name: string;
  readonly households: number;
  /** Leaflets to print. */
  readonly quantity: number;
}

/** An area of a campaign, with the code that its leaflets bear. */
export interface DropArea extends Area {
  /** In upper case. */
  readonly code: string;
}

/** The area behind a code, and the campaign that it belongs to. */
export interface FoundArea extends DropArea {
  readonly campaign: { readonly id: string; readonly scenario: string; readonly version: number; readonly clock: Clock };
}

/** Symbols of a code: short, since it is typed from paper, and 28 million, so that a mistyped one hardly ever is another area's. */
const LENGTH = 5;

/** What a code looks like, in any letter case. */
export const AREA_CODE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`, 'i');

function makeCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/**
 * Saves the areas of a campaign's drop. One that is known keeps its code, which may be in print; name, households and quantity are the new ones.
 *
 * @returns all of these areas with their codes, in the order given.
 */
export async function saveAreas(store: Store, campaignId: string, areas: readonly Area[]): Promise<DropArea[]> {
  const saved = await withFreshTokens(() => saveCoded(store, campaignId, areas));
  const known = new Map(saved.map((area) => [area.area, area]));
  return areas.map(({ area }) => known.get(area)!);
}

async function saveCoded(store: Store, campaignId: string, areas: readonly Area[]): Promise<DropArea[]> {
  const codes = await freeCodes(store, areas.length);
  const coded = areas.map((area, index) => ({ ...area, code: codes[index]! }));
  const { rows } = await sql<DropArea>`
    INSERT INTO drop_areas (code, campaign_id, area, name, households, quantity)
    SELECT code, ${campaignId}, area, name, households, quantity
      FROM jsonb_to_recordset(${JSON.stringify(coded)}::jsonb) AS r (code text, area text, name text, households integer, quantity integer)
    ON CONFLICT (campaign_id, area) DO UPDATE SET name = excluded.name, households = excluded.households, quantity = excluded.quantity
    RETURNING code, area, name, households, quantity`.execute(store);
  return rows;
}

/** Codes are short: of 5,000 areas, two would have the same by 2 chances in 5. */
async function freeCodes(store: Store, count: number): Promise<string[]> {
  const codes = new Set<string>();
  while (codes.size < count) {
    while (codes.size < count) codes.add(makeCode());
    const taken = await store.selectFrom('drop_areas').select('code').where('code', '=', sql<string>`ANY(${[...codes]}::text[])`).execute();
    for (const { code } of taken) codes.delete(code);
  }
  return [...codes];
}

/** Records the file that an area's leaflets are printed from. */
export async function recordLeaflet(store: Store, { code, file, sha256 }: { code: string; file: string; sha256: string }): Promise<void> {
  await store.updateTable('drop_areas').set({ file, sha256 }).where('code', '=', code).execute();
}

/**
 * The area behind a code, in any letter case.
 *
 * @returns undefined alike for what is no code and for one that was never printed.
 */
export async function findArea(store: Store, code: string): Promise<FoundArea | undefined> {
  if (!AREA_CODE.test(code)) return undefined;
  const row = await store
    .selectFrom('drop_areas as a')
    .innerJoin('campaigns as c', 'c.id', 'a.campaign_id')
    .select(['a.code', 'a.area', 'a.name', 'a.households', 'a.quantity', 'c.id', 'c.scenario', 'c.version', 'c.clock'])
    .where('a.code', '=', code.toUpperCase())
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, scenario, version, clock, ...area } = row;
  return { ...area, campaign: { id, scenario, version, clock } };
}

/** Somebody of this campaign has this mailbox, or this name at this address: a reply that comes twice, by two forms, is one person's. */
export async function hasReplied(store: Store, { campaignId, email, lastName, addressLine, postcode }: { campaignId: string; email: string | null; lastName: string | null; addressLine: string | null; postcode: string | null }): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM journeys j JOIN identities i ON i.prospect_id = j.prospect_id
     WHERE j.campaign_id = ${campaignId}
       AND (lower(i.email) = lower(${email}) OR (lower(i.last_name) = lower(${lastName}) AND lower(i.address_line) = lower(${addressLine}) AND i.postcode = ${postcode})) LIMIT 1`.execute(store);
  return rows.length > 0;
}

/** What came of a drop in one area. */
export interface AreaResponse {
  readonly code: string;
  readonly area: string;
  readonly name: string;
  readonly households: number;
  readonly quantity: number;
  /** Times that a person was seen to open the area's page, and requests of machines. */
  readonly visits: number;
  readonly botHits: number;
  /** People who filled in the form and entered. */
  readonly replies: number;
  /** Of these, those who reached the campaign's goal. */
  readonly conversions: number;
  /** Euros that they spent. */
  readonly revenue: number;
}

/**
 * The response to a campaign's drop, area by area, best first: replies for each thousand leaflets decide where to drop again.
 *
 * @example (await areaResponse(store, 'baskets-2027'))[0] // { name: 'Les Tilleuls', quantity: 1200, visits: 31, replies: 9, … }
 */
export async function areaResponse(store: Store, campaignId: string): Promise<AreaResponse[]> {
  const { rows } = await sql<AreaResponse>`
    SELECT a.code, a.area, a.name, a.households, a.quantity,
           coalesce(v.visits, 0)::int AS visits, coalesce(v.bots, 0)::int AS "botHits",
           coalesce(r.replies, 0)::int AS replies, coalesce(r.conversions, 0)::int AS conversions, coalesce(r.revenue, 0)::float8 AS revenue
      FROM drop_areas a
      LEFT JOIN (SELECT data->>'area' AS code, count(*) FILTER (WHERE evidence = 'human') AS visits, count(*) FILTER (WHERE evidence = 'bot') AS bots
                   FROM events WHERE campaign_id = ${campaignId} AND kind = 'visit' AND data ? 'area' AND journey_id IS NULL GROUP BY 1) v ON v.code = a.code
      LEFT JOIN (SELECT j.facts->>'areaCode' AS code, count(*) AS replies, count(*) FILTER (WHERE o.reached) AS conversions, sum(o.spent) AS revenue
                   FROM journeys j JOIN campaigns c ON c.id = j.campaign_id
                        LEFT JOIN LATERAL (SELECT bool_or(e.kind = ANY(c.goal)) AS reached, sum((e.data->>'amount')::numeric) FILTER (WHERE e.kind = 'purchase') AS spent
                                             FROM events e WHERE e.journey_id = j.id AND e.evidence <> 'bot') o ON true
                  WHERE j.campaign_id = ${campaignId} GROUP BY 1) r ON r.code = a.code
     WHERE a.campaign_id = ${campaignId}
     ORDER BY coalesce(r.replies, 0)::float8 / greatest(a.quantity, 1) DESC, visits DESC, a.area`.execute(store);
  return rows;
}
