import { sql, type RawBuilder } from 'kysely';
import type { FigureQuery } from '../figures/index.ts';

/** The value of a fact, as text, of journeys `j` and prospects `p`: what the journey itself knows, else what is known of the person. Of an erased one nothing is. */
export function segmentOf(fact: string): RawBuilder<string> {
  return sql<string>`coalesce(j.facts->>${fact}, p.facts->>${fact}, 'unknown')`;
}

/** The segments of some journeys, by id. */
export async function segmentsOf({ store }: FigureQuery, { fact, journeys }: { readonly fact: string; readonly journeys: readonly string[] }): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; segment: string }>`
    SELECT j.id, ${segmentOf(fact)} AS segment FROM journeys j JOIN prospects p ON p.id = j.prospect_id WHERE j.id = ANY(${[...journeys]}::text[])`.execute(store);
  return new Map(rows.map(({ id, segment }) => [id, segment]));
}
