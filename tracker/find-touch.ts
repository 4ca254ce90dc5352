import type { Store } from '../store/index.ts';
import type { About } from './intake.ts';

/** The touch that a provider's event names, with the journey it belongs to; nothing when nobody knows it. */
export async function findTouch(store: Store, id: string): Promise<{ about: About; touch: string } | undefined> {
  const row = await store
    .selectFrom('touches as t')
    .innerJoin('journeys as j', 'j.id', 't.journey_id')
    .innerJoin('campaigns as c', 'c.id', 'j.campaign_id')
    .select(['j.id', 'j.prospect_id', 'c.clock'])
    .where('t.id', '=', id)
    .executeTakeFirst();
  return row && { about: { journeyId: row.id, prospectId: row.prospect_id, clock: row.clock }, touch: id.slice(row.id.length + 1) };
}
