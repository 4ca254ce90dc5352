import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SIGNING_KEY, trackerUnderTest, until, type TrackerUnderTest } from './tracker-under-test.ts';

let tracked: TrackerUnderTest;
beforeAll(async () => {
  tracked = await trackerUnderTest();
});
afterAll(() => tracked.close());

function signed({ key = SIGNING_KEY, age = 0, token = randomBytes(25).toString('hex') } = {}) {
  const timestamp = String(Math.floor(Date.now() / 1_000) - age);
  return { timestamp, token, signature: createHmac('sha256', key).update(timestamp + token).digest('hex') };
}
const event = (given: object) => ({ id: randomUUID(), timestamp: Date.now() / 1_000, recipient: 'camille@mail.example', ...given });
const about = (journeyId: string) => ({ 'user-variables': { touch: `${journeyId}/thank-you/1` } });
const hook = (eventData: object, signature: object = signed()) => tracked.post('/hooks/mailgun', { signature, 'event-data': eventData });

describe('Mailgun’s webhook', () => {
  test('keeps what journeys don’t wait for, and tells what ends or closes something', async () => {
    const { journeyId, prospectId } = await tracked.person();
    for (const given of [
      { event: 'accepted' },
      { event: 'delivered' },
      { event: 'failed', severity: 'temporary', 'delivery-status': { code: 452 } },
      { event: 'failed', severity: 'permanent', reason: 'bounce' },
      { event: 'complained' },
      { event: 'unsubscribed' },
    ]) {
      expect((await hook(event({ ...given, ...about(journeyId) }))).status).toBe(200);
    }
    const kept = (await tracked.events(journeyId)).map(({ kind, evidence, data, signal }) => [kind, evidence, data, signal === 'kept' ? 'kept' : 'told']);
    expect(kept).toEqual([
      ['accepted', 'logical', {}, 'kept'],
      ['delivered', 'logical', {}, 'kept'],
      ['bounced', 'logical', { permanent: false, code: 452 }, 'kept'],
      ['bounced', 'logical', { permanent: true, reason: 'bounce', closes: 'bounced' }, 'told'],
      ['complained', 'human', {}, 'told'],
      ['unsubscribe', 'human', { medium: 'email' }, 'told'],
    ]);
    expect(await tracked.suppressions(prospectId)).toEqual({ email: 'bounced', social: 'complained' });
    await until('three reports', () => tracked.temporal.told.filter((told) => told.journeyId === journeyId).length === 3);
    expect(JSON.stringify(await tracked.store.selectFrom('events').select('data').execute())).not.toContain('camille@mail.example');
  });

  test('counts opens without their person', async () => {
    const { journeyId } = await tracked.person();
    const answer = await hook(event({ event: 'opened', ...about(journeyId) }));
    expect(answer.status).toBe(200);
    expect(await tracked.events(journeyId)).toEqual([]);
    const stored = await tracked.store.selectFrom('events').select(['journey_id', 'prospect_id', 'touch', 'signal']).where('kind', '=', 'opened').execute();
    expect(stored).toEqual([{ journey_id: null, prospect_id: null, touch: null, signal: 'kept' }]);
  });

  test('is repeated by Mailgun without harm, but can’t be played back for another event', async () => {
    const { journeyId } = await tracked.person();
    const signature = signed();
    const delivered = event({ event: 'delivered', ...about(journeyId) });
    expect((await hook(delivered, signature)).status).toBe(200);
    expect(await hook(delivered, signature)).toMatchObject({ status: 200, json: { duplicate: true } });
    expect(await hook(event({ event: 'complained', ...about(journeyId) }), signature)).toMatchObject({ status: 406, json: { error: { type: 'replayed' } } });
    expect(await tracked.events(journeyId)).toHaveLength(1);
  });

  test('is refused for good when its signature is wrong, old or of the future, or it can’t be read', async () => {
    const { journeyId, prospectId } = await tracked.person();
    const complaint = event({ event: 'complained', ...about(journeyId) });
    const answers = await Promise.all([
      hook(complaint, signed({ key: 'guessed' })),
      hook(complaint, { ...signed(), signature: 'zz' }),
      hook(complaint, signed({ age: 8 * 3_600 + 16 * 60 })),
      hook(complaint, signed({ age: -6 * 60 })),
      hook({ event: 'complained' }),
      tracked.post('/hooks/mailgun', []),
    ]);
    expect(answers.map(({ status, json }) => [status, (json as { error: { type: string } }).error.type])).toEqual([
      [406, 'wrong-signature'],
      [406, 'wrong-signature'],
      [406, 'wrong-signature'],
      [406, 'wrong-signature'],
      [406, 'malformed'],
      [406, 'malformed'],
    ]);
    const unreadable = await tracked.request('POST', '/hooks/mailgun', { headers: { 'content-type': 'application/json' }, body: '{' });
    const large = await tracked.request('POST', '/hooks/mailgun', { headers: { 'content-type': 'application/json' }, body: JSON.stringify('x'.repeat(70_000)) });
    expect([unreadable.status, large.status]).toEqual([406, 406]);
    expect(await tracked.events(journeyId)).toEqual([]);
    expect(await tracked.suppressions(prospectId)).toEqual({});
  });

  test('a retry of seven hours ago is still taken', async () => {
    const { journeyId } = await tracked.person();
    expect((await hook(event({ event: 'delivered', ...about(journeyId) }), signed({ age: 7 * 3_600 }))).status).toBe(200);
  });

  test('about a touch that nobody knows is stored as unknown', async () => {
    const { journeyId } = await tracked.person();
    for (const given of [{ event: 'delivered' }, { event: 'complained' }]) {
      expect((await hook(event({ ...given, 'user-variables': { touch: `${journeyId}/never-sent/1` } }))).status).toBe(200);
    }
    const stored = await tracked.store.selectFrom('events').select(['kind', 'signal', 'journey_id']).where('touch', '=', `${journeyId}/never-sent/1`).orderBy('id').execute();
    expect(stored).toEqual([
      { kind: 'delivered', signal: 'unknown', journey_id: null },
      { kind: 'complained', signal: 'unknown', journey_id: null },
    ]);
  });

  test('counts what Mailgun knows for a machine’s as one', async () => {
    const id = randomUUID();
    await hook({ ...event({ event: 'opened', 'client-info': { bot: 'apple' } }), id });
    const stored = await tracked.store.selectFrom('events').select(['evidence', 'data']).where('event_id', '=', `mailgun:${id}`).execute();
    expect(stored).toEqual([{ evidence: 'bot', data: { because: 'mailgun:apple' } }]);
  });

  test.each([
    ['a mailbox that does not exist', { reason: 'bounce', 'delivery-status': { code: 550, 'enhanced-code': '5.1.1' } }, { email: 'bounced' }],
    ['a mailbox that was closed', { reason: 'bounce', 'delivery-status': { code: 550, 'enhanced-code': '5.2.1' } }, { email: 'bounced' }],
    ['an address on Mailgun’s list of bounces', { reason: 'suppress-bounce', 'delivery-status': { code: 605 } }, { email: 'bounced' }],
    ['an address on its list of complaints', { reason: 'suppress-complaint', 'delivery-status': { code: 607 } }, { email: 'complained', social: 'complained' }],
    ['an address on its list of withdrawals', { reason: 'suppress-unsubscribe', 'delivery-status': { code: 606 } }, { email: 'unsubscribed', social: 'unsubscribed' }],
    ['a receiver that takes our own address for wrong', { reason: 'bounce', 'delivery-status': { code: 550, 'enhanced-code': '5.1.8' } }, {}],
    ['a full mailbox', { reason: 'generic', 'delivery-status': { code: 552, 'enhanced-code': '5.2.2' } }, {}],
    ['a receiver that takes our domain for spam', { reason: 'espblock', 'delivery-status': { code: 550, 'enhanced-code': '5.7.1' } }, {}],
    ['a mail that grew too old on its way', { reason: 'old', 'delivery-status': { code: 602 } }, {}],
    ['no reason at all', {}, { email: 'bounced' }],
  ])('of a permanent failure by %s tells the journey, and closes what it says about the address', async (_, given, closed) => {
    const { journeyId, prospectId } = await tracked.person();
    expect((await hook(event({ event: 'failed', severity: 'permanent', ...given, ...about(journeyId) }))).status).toBe(200);
    expect(await tracked.suppressions(prospectId)).toEqual(closed);
    await until('the journey to be told', () => tracked.temporal.told.some((told) => told.journeyId === journeyId));
    expect(tracked.temporal.told.find((told) => told.journeyId === journeyId)?.report).toMatchObject({ kind: 'bounced', touch: 'thank-you/1', data: { permanent: true } });
  });

  test('assumes no order: a bounce after the delivery counts, a delivery after the bounce opens nothing, the first reason stays', async () => {
    const { journeyId, prospectId } = await tracked.person();
    const events = [{ event: 'delivered' }, { event: 'failed', severity: 'permanent', reason: 'bounce' }, { event: 'delivered' }, { event: 'accepted' }, { event: 'failed', severity: 'temporary' }, { event: 'complained' }];
    for (const given of events) await hook(event({ ...given, ...about(journeyId) }));
    expect(await tracked.suppressions(prospectId)).toEqual({ email: 'bounced', social: 'complained' });
    await until('the journey to be told', () => tracked.temporal.told.filter((told) => told.journeyId === journeyId).length === 2);
    expect(tracked.temporal.told.filter((told) => told.journeyId === journeyId).map(({ report }) => report.kind)).toEqual(['bounced', 'complained']);
  });

  test('several in one request are judged one by one, each by its own signature', async () => {
    const { journeyId } = await tracked.person();
    const whole = (given: object, signature: object = signed()) => ({ signature, 'event-data': event({ ...given, ...about(journeyId) }) });
    const reused = signed();
    const batch = [whole({ event: 'accepted' }, reused), whole({ event: 'delivered' }), whole({ event: 'complained' }, reused), whole({ event: 'complained' }, signed({ key: 'guessed' })), { event: 'delivered' }];
    const answer = await tracked.post('/hooks/mailgun', batch);
    expect(answer.status).toBe(200);
    expect((answer.json as { results: { error?: { type: string } }[] }).results.map(({ error }) => error?.type ?? 'stored')).toEqual(['stored', 'stored', 'replayed', 'wrong-signature', 'malformed']);
    expect((await tracked.events(journeyId)).map(({ kind }) => kind)).toEqual(['accepted', 'delivered']);
    expect((await tracked.post('/hooks/mailgun', batch.slice(2))).status).toBe(406);
  });
});
