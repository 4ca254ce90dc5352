import type { TestStore } from '../../setup/store.ts';

export const DAY = 86_400_000;
export const LAUNCH = Date.parse('2027-03-01T08:00:00Z');
export const onDay = (day: number): Date => new Date(LAUNCH + day * DAY);

/** A campaign on the world's own time whose story a test tells, in few words. */
export async function openCampaign(store: TestStore, id: string) {
  await store
    .insertInto('campaigns')
    .values({ id, scenario: 'boiler-renewal', version: 1, goal: ['purchase', 'redeem'], clock: JSON.stringify({ epoch: 0, speed: 1 }), holdout: 0.2, seed: 's', pace: 50, print_every_ms: DAY, created_at: onDay(0) })
    .execute();
  await store.insertInto('print_runs').values({ id: `${id}/run`, campaign_id: id, cut_off: onDay(1), handed_over_at: onDay(1) }).execute();
  let events = 0;
  return {
    async enter(person: string, { holdout = false, facts = {} }: { holdout?: boolean; facts?: object } = {}): Promise<void> {
      await store.insertInto('prospects').values({ id: `${id}-${person}`, facts: JSON.stringify(facts) }).execute();
      await store.insertInto('journeys').values({ id: `${id}/${person}`, campaign_id: id, prospect_id: `${id}-${person}`, holdout, status: holdout ? 'entered' : 'started' }).execute();
    },
    /** A card is in the home on that day; a mail goes out on it. */
    async touch(person: string, about: { message: string; medium: 'print' | 'email' | 'social'; day: number; cost?: number; variant?: string; piece?: 'printed' | 'recalled' }): Promise<void> {
      const { message, medium, day, cost = 0, variant, piece = 'printed' } = about;
      const touchId = `${id}/${person}/${message}/1`;
      const at = onDay(medium === 'print' ? day - 4 : day);
      await store
        .insertInto('touches')
        .values({ id: touchId, journey_id: `${id}/${person}`, message, medium, status: 'sent', why: 'sent', props: '{}', cost, campaign_at: at, ...(variant === undefined ? {} : { variant }) })
        .execute();
      if (medium === 'print') await store.insertInto('mailpieces').values({ touch_id: touchId, print_run_id: `${id}/run`, status: piece, in_home_estimate: onDay(day) }).execute();
    },
    async event(person: string, kind: string, about: { day: number; data?: object; touch?: string; receivedOn?: number }): Promise<void> {
      const { day, data = {}, touch = null, receivedOn = day } = about;
      const eventId = `${id}-${++events}`;
      await store
        .insertInto('events')
        .values({ event_id: eventId, kind, evidence: 'human', campaign_id: id, prospect_id: `${id}-${person}`, journey_id: `${id}/${person}`, touch, data: JSON.stringify(data), source: 'test', at: onDay(day), signal: 'kept' })
        .execute();
      // A column that only Postgres writes in the product.
      await store.updateTable('events').set({ received_at: onDay(receivedOn) } as object).where('event_id', '=', eventId).execute();
    },
  };
}
