import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { API_KEY, trackerUnderTest, type TrackerUnderTest } from './tracker-under-test.ts';

/** A day in a second, from the first of March. */
const clock = { epoch: Date.UTC(2026, 2, 1), speed: 86_400 };
let tracked: TrackerUnderTest;
beforeAll(async () => {
  tracked = await trackerUnderTest();
  await tracked.store.updateTable('campaigns').set({ clock: JSON.stringify(clock) }).execute();
  await tracked.store.insertInto('print_runs').values({ id: 'spring/run', campaign_id: 'spring', cut_off: new Date(clock.epoch) }).execute();
});
afterAll(() => tracked.close());

/** The world's time on a day of the campaign's March. */
const onDay = (day: number) => new Date(clock.epoch + (day - 1) * 1_000).toISOString();

async function tell(journeyId: string, ...events: readonly object[]) {
  await tracked.store.insertInto('mailpieces').values({ touch_id: `${journeyId}/renewal-postcard/1`, print_run_id: 'spring/run', in_home_estimate: new Date(Date.UTC(2026, 2, 5)) }).execute();
  const told = events.map((event, index) => ({ id: `${journeyId}-${index}`, journey: journeyId, touch: 'renewal-postcard/1', ...event }));
  expect(await tracked.post('/v1/events', told, { authorization: `Bearer ${API_KEY}` })).toMatchObject({ status: 202 });
  const { in_home_estimate: foretold, in_home: seen, in_home_evidence: evidence } = await tracked.store.selectFrom('mailpieces').selectAll().where('touch_id', '=', `${journeyId}/renewal-postcard/1`).executeTakeFirstOrThrow();
  return { foretold: foretold.toISOString().slice(0, 10), seen: seen?.toISOString().slice(0, 10), evidence };
}

test('what a carrier tells of a mailpiece is kept with it, on the campaign’s clock and with its evidence', async () => {
  const { journeyId } = await tracked.person();
  const known = await tell(journeyId, { kind: 'posted', data: { inHome: onDay(9) } }, { kind: 'delivered', at: onDay(8), evidence: 'logical' });
  expect(known).toEqual({ foretold: '2026-03-09', seen: '2026-03-08', evidence: 'logical' });
});

test('mail that came back closes print, and says by which piece that is known', async () => {
  const { journeyId, prospectId } = await tracked.person();
  expect(await tell(journeyId, { kind: 'returned', data: { reason: 'NPAI' } })).toMatchObject({ seen: undefined, evidence: 'returned' });
  expect(await tracked.suppressions(prospectId)).toEqual({ print: 'returned' });
  expect(await tracked.store.selectFrom('identities').select(['deliverability', 'deliverability_evidence']).where('prospect_id', '=', prospectId).executeTakeFirst()).toEqual({
    deliverability: 'returned',
    deliverability_evidence: `service:${journeyId}/renewal-postcard/1`,
  });
});
