import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { voucherOf } from '../../tracker/index.ts';
import { API_KEY, trackerUnderTest, until, type TrackerUnderTest } from './tracker-under-test.ts';

let tracked: TrackerUnderTest;
beforeAll(async () => {
  tracked = await trackerUnderTest();
});
afterAll(() => tracked.close());

const send = (body: unknown, headers: Record<string, string> = { authorization: `Bearer ${API_KEY}` }) => tracked.post('/v1/events', body, headers);
const purchase = { kind: 'purchase', data: { order: 'A-1', amount: 249.9, currency: 'EUR' } };

describe('events of services', () => {
  test('need the API key', async () => {
    const { journeyId } = await tracked.person();
    const event = { id: 'keyless', journey: journeyId, ...purchase };
    for (const headers of [{}, { authorization: 'Bearer wrong' }, { authorization: API_KEY }] as Record<string, string>[]) {
      expect(await send(event, headers)).toMatchObject({ status: 401, json: { error: { type: 'unauthorized' } } });
    }
    expect(await tracked.events(journeyId)).toEqual([]);
  });

  test('are stored once, tell the journey in campaign time, and say what became of each', async () => {
    const { journeyId, prospectId } = await tracked.person();
    const at = '2026-03-01T09:30:00+01:00';
    const batch = [
      { id: 'till-1', journey: journeyId, at, ...purchase },
      { id: 'till-2', journey: { campaign: 'spring', prospect: prospectId }, kind: 'returned', touch: 'renewal-postcard/1', data: { reason: 'NPAI' } },
      { id: 'till-3', journey: 'spring/nobody', ...purchase },
      { id: 'till-4', journey: journeyId, kind: 'purchase', data: { order: 'A-2', amount: -1, currency: 'EUR' } },
    ];
    const first = await send(batch);
    expect(first.status).toBe(202);
    expect(first.json).toMatchObject({
      results: [
        { id: 'till-1', status: 'accepted' },
        { id: 'till-2', status: 'accepted' },
        { id: 'till-3', status: 'unknown-journey', reason: "Expected a journey of a campaign, got 'spring/nobody'. The event is stored as unknown and tells nobody." },
        { id: 'till-4', status: 'invalid', problems: [{ index: 3, field: 'data.amount' }] },
      ],
    });
    expect((await send(batch[0])).json).toEqual({ results: [{ id: 'till-1', status: 'duplicate' }] });

    await until('the journey to be told twice', () => tracked.temporal.told.filter((told) => told.journeyId === journeyId).length === 2);
    const reports = tracked.temporal.told.filter((told) => told.journeyId === journeyId).map((told) => told.report);
    expect(reports.find((report) => report.kind === 'purchase')).toEqual({ eventId: 'till-1', kind: 'purchase', at: Date.parse(at), evidence: 'human', data: purchase.data });
    expect(reports.find((report) => report.kind === 'returned')).toMatchObject({ evidence: 'scan', touch: 'renewal-postcard/1' });
    expect(await tracked.suppressions(prospectId)).toEqual({ print: 'returned' });
    const unknown = await tracked.store.selectFrom('events').select(['signal', 'data']).where('event_id', '=', 'till-3').executeTakeFirst();
    expect(unknown).toEqual({ signal: 'unknown', data: { ...purchase.data, journey: 'spring/nobody' } });
  });

  test.each([
    ['a NUL in a text', { kind: 'purchase', data: { order: 'A-\0', amount: 1, currency: 'EUR' } }],
    ['half a symbol in a fact', { kind: 'reply', data: { facts: { interest: '\ud83d' } } }],
    ['a NUL in a token', { kind: 'scan', token: 'ABC\0', journey: undefined, data: {} }],
    ['a NUL in its id', { id: 'x\0', kind: 'visit' }],
    ['a NUL in the id of somebody to let in', { id: 'y\0', event: 'cart-abandoned', prospectId: 'p-001', journey: undefined, kind: undefined }],
  ])('with %s are refused alone: the rest of the batch is taken', async (_, broken) => {
    const { journeyId } = await tracked.person();
    const [before, after] = ['before', 'after'].map((id) => ({ id: `${journeyId}/${id}`, journey: journeyId, kind: 'visit' }));
    const { status, json } = await send([before, { id: `${journeyId}/broken`, journey: journeyId, ...broken }, after]);
    expect(status).toBe(202);
    const { results } = json as { results: { status: string; problems?: { index: number }[] }[] };
    expect(results[1]?.problems).toMatchObject([{ index: 1 }]);
    expect(results.map((one) => one.status)).toEqual(['accepted', 'invalid', 'accepted']);
    expect((await tracked.events(journeyId)).map(({ kind }) => kind)).toEqual(['visit', 'visit']);
  });

  test("of a carrier say when a piece is expected, on the campaign's clock, or that it was not made", async () => {
    const { journeyId } = await tracked.person();
    const batch = [
      { id: 'mail-house-1', journey: journeyId, touch: 'renewal-postcard/1', kind: 'posted', data: { inHome: '2026-03-06T08:00:00+01:00' } },
      { id: 'mail-house-2', journey: journeyId, touch: 'renewal-postcard/1', kind: 'failed', data: { reason: 'spoiled' } },
      { id: 'mail-house-3', journey: journeyId, touch: 'renewal-postcard/1', kind: 'posted', data: { inHome: 'soon' } },
    ];
    expect((await send(batch)).json).toMatchObject({ results: [{ status: 'accepted' }, { status: 'accepted' }, { status: 'invalid', problems: [{ field: 'data.inHome' }] }] });
    await until('the journey to be told', () => tracked.temporal.told.filter((told) => told.journeyId === journeyId).length === 2);
    const [posted, failed] = tracked.temporal.told.filter((told) => told.journeyId === journeyId).map((told) => told.report).sort((a, b) => (a.kind < b.kind ? 1 : -1));
    expect(posted).toMatchObject({ kind: 'posted', evidence: 'scan', data: { inHome: Date.parse('2026-03-06T07:00:00Z') } });
    expect(failed).toMatchObject({ kind: 'failed', evidence: 'logical', data: { reason: 'spoiled' } });
  });

  test('find their journey and touch by a token or a voucher, however it was typed', async () => {
    const { tokens, journeyId } = await tracked.person();
    const voucher = voucherOf(tokens.purl).toLowerCase().replace('-', ' ');
    expect((await send({ id: 'redeem-1', kind: 'redeem', data: { voucher } })).json).toEqual({ results: [{ id: 'redeem-1', status: 'accepted' }] });
    expect((await send({ id: 'buy-1', token: tokens.qr, ...purchase })).json).toEqual({ results: [{ id: 'buy-1', status: 'accepted' }] });
    expect((await send({ id: 'redeem-2', kind: 'redeem', data: { voucher: '22222-22222' } })).json).toMatchObject({ results: [{ status: 'unknown-journey' }] });
    expect(await tracked.events(journeyId)).toMatchObject([
      { kind: 'redeem', touch: 'renewal-postcard/1', evidence: 'human' },
      { kind: 'purchase', touch: 'renewal-postcard/1' },
    ]);
  });

  test('teach facts that the scenario’s schema allows, and no others', async () => {
    const { journeyId, prospectId } = await tracked.person();
    const reply = (id: string, facts: object) => send({ id, journey: journeyId, kind: 'reply', data: { facts } });
    expect((await reply('coupon-1', { interest: 'service' })).status).toBe(202);
    expect(await tracked.facts(prospectId)).toMatchObject({ interest: 'service' });
    expect((await reply('coupon-2', { interest: 'divorce' })).json).toMatchObject({ error: { type: 'invalid-events', problems: [{ index: 0, field: 'data.facts.interest' }] } });
    expect((await reply('coupon-3', { email: 'camille@mail.example' })).status).toBe(400);
    expect(await tracked.events(journeyId)).toHaveLength(1);
  });

  test('are refused with the index and the field when none can be used', async () => {
    const { journeyId } = await tracked.person();
    const known = { id: 'x', journey: journeyId };
    const bad: readonly [object, string][] = [
      [{ ...known, kind: 'telepathy', data: {} }, 'kind'],
      [{ journey: journeyId, ...purchase }, 'id'],
      [{ ...known, kind: 'purchase', data: { order: 'A', amount: 1, currency: 'euros' } }, 'data.currency'],
      [{ ...known, kind: 'purchase', data: { ...purchase.data, email: 'c@mail.example' } }, 'data'],
      [{ ...known, kind: 'purchase' }, 'data'],
      [{ id: 'x', ...purchase }, 'journey'],
      [{ ...known, token: '2345678923', ...purchase }, 'token'],
      [{ ...known, at: '2999-01-01T00:00:00Z', ...purchase }, 'at'],
      [{ ...known, journey: 'no-slash', ...purchase }, 'journey'],
    ];
    const answer = await send(bad.map(([event]) => event));
    expect(answer.status).toBe(400);
    const { error } = answer.json as { error: { type: string; problems: { index: number; field: string }[] } };
    expect(error.type).toBe('invalid-events');
    expect(bad.map((_, index) => error.problems.find((problem) => problem.index === index)?.field)).toEqual(bad.map(([, field]) => field));
    expect(await tracked.events(journeyId)).toEqual([]);
  });

  test('come 500 at a time and one megabyte, no more', async () => {
    const { journeyId } = await tracked.person();
    const many = Array.from({ length: 501 }, (_, index) => ({ id: `many-${index}`, journey: journeyId, kind: 'visit' }));
    expect(await send(many)).toMatchObject({ status: 400, json: { error: { type: 'wrong-number' } } });
    expect(await send(many.slice(1))).toMatchObject({ status: 202 });
    expect(await send([{ id: 'x'.repeat(1_100_000) }])).toMatchObject({ status: 413, json: { error: { type: 'too-large' } } });
    const unreadable = await tracked.request('POST', '/v1/events', { headers: { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json' }, body: '{"id":' });
    expect([unreadable.status, JSON.parse(unreadable.body)]).toMatchObject([400, { error: { type: 'malformed' } }]);
    expect(await send([])).toMatchObject({ status: 400, json: { error: { type: 'wrong-number' } } });
  });

  test('about a holdout are kept, about a journey that has ended are late', async () => {
    const holdout = await tracked.person({ holdout: true });
    const ended = await tracked.person({ status: 'ended' });
    await send([
      { id: 'holdout-buys', journey: holdout.journeyId, ...purchase },
      { id: 'late-buyer', journey: ended.journeyId, ...purchase },
    ]);
    expect((await tracked.events(holdout.journeyId))[0]?.signal).toBe('kept');
    expect((await tracked.events(ended.journeyId))[0]?.signal).toBe('late');
  });
});
