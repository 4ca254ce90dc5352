import { sql } from 'kysely';
import type { FigureQuery } from '../figures/index.ts';
import { segmentOf } from './segments.ts';

interface Cost {
  readonly name: string;
  readonly touches: number;
  readonly cost: number;
}

export interface Costs {
  readonly media: readonly Cost[];
  /** Named `<message>/<variant>`, or by the message alone. */
  readonly variants: readonly Cost[];
  readonly segments?: readonly Cost[];
}

/** What was sent and what it cost, recalled mailpieces left out. */
export async function costsOf({ store, campaignId }: FigureQuery, segment?: string): Promise<Costs> {
  const by = async (name: ReturnType<typeof sql>) => {
    const { rows } = await sql<Cost>`
      SELECT ${name} AS name, count(*)::int AS touches, sum(t.cost)::float8 AS cost
        FROM touches t JOIN journeys j ON j.id = t.journey_id JOIN prospects p ON p.id = j.prospect_id LEFT JOIN mailpieces m ON m.touch_id = t.id
       WHERE j.campaign_id = ${campaignId} AND t.status = 'sent' AND m.status IS DISTINCT FROM 'recalled'
       GROUP BY 1 ORDER BY cost DESC, name`.execute(store);
    return rows;
  };
  const [media, variants, segments] = [await by(sql`t.medium`), await by(sql`t.message || coalesce('/' || t.variant, '')`), segment === undefined ? undefined : await by(segmentOf(segment))];
  return { media, variants, ...(segments ? { segments } : {}) };
}
