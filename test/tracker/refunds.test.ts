import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ordersOf } from '../../store/attribution/index.ts';
import { API_KEY, trackerUnderTest, type TrackerUnderTest } from './tracker-under-test.ts';

let tracked: TrackerUnderTest;
beforeAll(async () => {
  tracked = await trackerUnderTest();
});
afterAll(() => tracked.close());

const send = (body: unknown) => tracked.post('/v1/events', body, { authorization: `Bearer ${API_KEY}` });
const orderOf = async (order: string) => (await ordersOf({ store: tracked.store, campaignId: 'spring' })).find((one) => one.order === order);

test('a refund finds its order, comes off it once, and tells no journey', async () => {
  const { journeyId } = await tracked.person();
  await send({ id: 'buy-1', kind: 'purchase', journey: journeyId, data: { order: 'R-1', amount: 100, currency: 'EUR' } });
  const refund = { id: 'back-1', kind: 'refund', data: { order: 'R-1', amount: 25, currency: 'EUR', refund: '77' } };
  expect((await send(refund)).json).toEqual({ results: [{ id: 'back-1', status: 'accepted', journeys: [journeyId] }] });
  expect((await send(refund)).json).toEqual({ results: [{ id: 'back-1', status: 'duplicate', journeys: [journeyId] }] });
  // The till's system tells the same refund under an id of its own.
  await send({ ...refund, id: 'till-77', journey: journeyId });
  expect(await orderOf('R-1')).toMatchObject({ paid: { amount: 100, refunded: 25, currency: 'EUR' }, reports: 3 });
  const told = await tracked.store.selectFrom('events').select(['kind', 'signal']).where('kind', '=', 'refund').execute();
  expect(told).toEqual([
    { kind: 'refund', signal: 'kept' },
    { kind: 'refund', signal: 'kept' },
  ]);
});

test('a redemption that names its order is the same order as the purchase', async () => {
  const { journeyId, prospectId } = await tracked.person();
  const results = (await send([
    { id: 'redeem-2', kind: 'redeem', journey: journeyId, data: { voucher: 'V-2', order: 'R-2', amount: 60, currency: 'EUR' } },
    { id: 'buy-2', kind: 'purchase', prospectId, data: { order: 'R-2', amount: 60, currency: 'EUR', voucher: 'V-2' } },
  ])) as { json: { results: { status: string }[] } };
  expect(results.json.results.map(({ status }) => status)).toEqual(['accepted', 'accepted']);
  expect(await orderOf('R-2')).toMatchObject({ paid: { amount: 60 }, reports: 2 });
});

test('a refund of what nobody has reported is kept, and its sender told what to do; an amount without a currency is refused', async () => {
  expect((await send({ id: 'back-3', kind: 'refund', data: { order: 'R-3', amount: 25, currency: 'EUR' } })).json).toMatchObject({
    results: [{ status: 'unknown-journey', reason: "Expected an order that was reported before, got 'R-3'. The refund is stored as unknown and counts nowhere. Report the purchase, then send the refund again under another id, or name its journey or prospectId." }],
  });
  const { prospectId, journeyId } = await tracked.person();
  expect((await send({ id: 'back-4', kind: 'refund', prospectId, data: { order: 'R-4', amount: 25, currency: 'EUR' } })).json).toMatchObject({ results: [{ status: 'accepted' }] });
  await send({ id: 'buy-4', kind: 'purchase', journey: journeyId, data: { order: 'R-4', amount: 25, currency: 'EUR' } });
  expect(await orderOf('R-4')).toMatchObject({ isGivenBack: true });
  expect((await send({ id: 'redeem-5', kind: 'redeem', journey: journeyId, data: { voucher: 'V', amount: 2 } })).status).toBe(400);
});
