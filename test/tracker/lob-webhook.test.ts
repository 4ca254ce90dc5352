import { createHmac, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { harry, piece, postcards } from '../activities/print/lob/rendered-job.ts';
import { lobUnderTest } from '../activities/print/lob/lob-under-test.ts';
import { trackerUnderTest, until, type TrackerUnderTest } from './tracker-under-test.ts';

const SECRET = 'lob-signs';
let tracked: TrackerUnderTest;
beforeAll(async () => {
  tracked = await trackerUnderTest({ lob: { secret: SECRET } });
});
afterAll(() => tracked.close());

interface Given {
  readonly type: string;
  /** Our touch's id as it stands in the metadata. */
  readonly about?: string;
  readonly id?: string;
  readonly body?: object;
  readonly at?: string;
}

function event({ type, about, id = `evt_${randomBytes(8).toString('hex')}`, body = {}, at = new Date().toISOString() }: Given) {
  const piece = { id: 'psc_1', to: { name: 'CAMILLE MARTIN', address_line1: '3 RUE DU FOUR' }, ...(about === undefined ? {} : { metadata: { piece: about, run: 'r' } }), expected_delivery_date: '2027-03-08', ...body };
  return { id, body: piece, reference_id: 'psc_1', event_type: { id: type, enabled_for_test: true, resource: 'postcards', object: 'event_type' }, date_created: at, object: 'event' };
}

function send(given: object | string, { secret = SECRET, timestamp = String(Date.now()), headers = {} }: { secret?: string; timestamp?: string; headers?: Record<string, string> } = {}) {
  const body = typeof given === 'string' ? given : JSON.stringify(given);
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return tracked.request('POST', '/hooks/lob', { headers: { 'content-type': 'application/json', 'lob-signature': signature, 'lob-signature-timestamp': timestamp, ...headers }, body });
}
const card = (journeyId: string) => `${journeyId}/renewal-postcard/1`;

describe('Lob’s webhook', () => {
  test('tells what moves, ends or closes something, and keeps the rest', async () => {
    const { journeyId, prospectId } = await tracked.person();
    const states = ['created', 'rendered_pdf', 'rendered_thumbnails', 'mailed', 'in_transit', 'in_local_area', 're-routed', 'viewed', 'delivered', 'returned_to_sender', 'failed'];
    for (const state of states) expect((await send(event({ type: `postcard.${state}`, about: card(journeyId) }))).status).toBe(200);
    const stored = await tracked.events(journeyId);
    expect(stored.map(({ kind, evidence, data, signal }) => [kind, evidence, data, signal === 'kept' ? 'kept' : 'told'])).toEqual([
      ['accepted', 'logical', { state: 'created', mailpiece: 'psc_1' }, 'kept'],
      ['accepted', 'logical', { state: 'rendered_pdf', mailpiece: 'psc_1' }, 'kept'],
      ['accepted', 'logical', { state: 'rendered_thumbnails', mailpiece: 'psc_1' }, 'kept'],
      ['posted', 'logical', { state: 'mailed', inHome: '2027-03-08T18:00:00.000Z' }, 'told'],
      ['posted', 'scan', { state: 'in_transit', inHome: '2027-03-08T18:00:00.000Z' }, 'told'],
      ['posted', 'scan', { state: 'in_local_area' }, 'kept'],
      ['posted', 'scan', { state: 're-routed' }, 'kept'],
      ['scan', 'bot', { state: 'viewed' }, 'kept'],
      ['delivered', 'logical', {}, 'told'],
      ['returned', 'scan', { reason: 'returned_to_sender' }, 'told'],
      ['failed', 'logical', { reason: 'failed' }, 'told'],
    ]);
    expect(stored.every(({ touch }) => touch === 'renewal-postcard/1')).toBe(true);
    expect(await tracked.suppressions(prospectId)).toEqual({ print: 'returned' });
    await until('five reports', () => tracked.temporal.told.filter((told) => told.journeyId === journeyId).length === 5);
    const posted = tracked.temporal.told.find((told) => told.journeyId === journeyId && told.report.kind === 'posted');
    expect(posted?.report.data).toEqual({ state: expect.any(String), inHome: Date.parse('2027-03-08T18:00:00Z') });
    expect(JSON.stringify(await tracked.store.selectFrom('events').select('data').execute())).not.toContain('CAMILLE');
  });

  test('of a letter too; a certified one’s delivery is scanned', async () => {
    const { journeyId } = await tracked.person();
    for (const type of ['letter.mailed', 'letter.certified.delivered', 'letter.rejected', 'letter.return_envelope.created']) await send(event({ type, about: card(journeyId) }));
    expect((await tracked.events(journeyId)).map(({ kind, evidence }) => `${kind} ${evidence}`)).toEqual(['posted logical', 'delivered scan', 'failed logical', 'posted scan']);
  });

  test('may come in any order: a late scan does not move back what the nearest post office said', async () => {
    const { journeyId } = await tracked.person();
    await send(event({ type: 'postcard.processed_for_delivery', about: card(journeyId), at: '2027-03-05T22:00:00.000Z' }));
    await send(event({ type: 'postcard.in_transit', about: card(journeyId), at: '2027-03-03T22:00:00.000Z' }));
    expect((await tracked.events(journeyId)).map(({ data, signal }) => [data, signal === 'kept' ? 'kept' : 'told'])).toEqual([
      [{ state: 'processed_for_delivery', inHome: '2027-03-06T18:00:00.000Z' }, 'told'],
      [{ state: 'in_transit', inHome: '2027-03-08T18:00:00.000Z' }, 'kept'],
    ]);
  });

  test('comes again, or is played back, without harm', async () => {
    const { journeyId } = await tracked.person();
    const mailed = event({ type: 'postcard.mailed', about: card(journeyId) });
    expect(JSON.parse((await send(mailed)).body)).toMatchObject({ duplicate: false });
    expect(JSON.parse((await send(mailed)).body)).toMatchObject({ duplicate: true });
    expect(await tracked.events(journeyId)).toHaveLength(1);
  });

  test('is refused when its signature is another’s, of other bytes, missing, stale or of the future', async () => {
    const { journeyId, prospectId } = await tracked.person();
    const returned = event({ type: 'postcard.returned_to_sender', about: card(journeyId) });
    const answers = await Promise.all([
      send(returned, { secret: 'guessed' }),
      send(returned, { headers: { 'lob-signature': 'zz' } }),
      send(returned, { headers: { 'lob-signature': createHmac('sha256', SECRET).update(`${Date.now()}.{}`).digest('hex') } }),
      tracked.request('POST', '/hooks/lob', { headers: { 'content-type': 'application/json' }, body: JSON.stringify(returned) }),
      send(returned, { timestamp: String(Date.now() - 301_000) }),
      send(returned, { timestamp: String(Date.now() + 301_000) }),
      send(returned, { timestamp: 'yesterday' }),
    ]);
    expect(answers.map(({ status, body }) => `${status} ${(JSON.parse(body) as { error: { type: string } }).error.type}`)).toEqual(Array.from({ length: 7 }, () => '401 wrong-signature'));
    expect(await tracked.events(journeyId)).toEqual([]);
    expect(await tracked.suppressions(prospectId)).toEqual({});
  });

  test('says its time in seconds or in milliseconds', async () => {
    const { journeyId } = await tracked.person();
    expect((await send(event({ type: 'postcard.mailed', about: card(journeyId) }), { timestamp: String(Math.floor(Date.now() / 1_000)) })).status).toBe(200);
  });

  test('that can’t be read is refused, one about something else ignored', async () => {
    expect((await send('{')).status).toBe(400);
    expect((await send({ id: 'evt_1' })).status).toBe(400);
    const others = await Promise.all([send(event({ type: 'address.created' })), send(event({ type: 'postcard.delivered' }))]);
    expect(others.map(({ status, body }) => [status, JSON.parse(body)])).toEqual([[200, { ignored: true }], [200, { ignored: true }]]);
  });

  test('about a piece that nobody knows is stored as unknown; a deletion, which names none, is kept', async () => {
    await send(event({ type: 'postcard.delivered', about: 'spring/nobody/renewal-postcard/1' }));
    await send({ ...event({ type: 'postcard.deleted', id: 'evt_deleted' }), body: { id: 'psc_1', deleted: true } });
    const stored = await tracked.store.selectFrom('events').select(['kind', 'signal', 'journey_id', 'touch']).where((where) => where.or([where('touch', '=', 'spring/nobody/renewal-postcard/1'), where('event_id', '=', 'lob:evt_deleted')])).orderBy('id').execute();
    expect(stored).toEqual([
      { kind: 'delivered', signal: 'unknown', journey_id: null, touch: 'spring/nobody/renewal-postcard/1' },
      { kind: 'failed', signal: 'kept', journey_id: null, touch: null },
    ]);
  });

  test('is not served without a secret', async () => {
    const other = await trackerUnderTest();
    expect((await other.request('POST', '/hooks/lob', { headers: { 'content-type': 'application/json' }, body: '{}' })).status).toBe(404);
    await other.close();
  });
});

test('from a run handed over to Lob to a prospect whom no more mail is sent to', async () => {
  const { journeyId, prospectId } = await tracked.person();
  const lob = await lobUnderTest({ webhookUrl: `${tracked.address}/hooks/lob`, webhookSecret: SECRET });
  await lob.lob.handOver(await postcards(1, () => ({ ...piece(1), pieceId: card(journeyId), identity: harry })));
  const [made] = await lob.all();
  for (const state of ['mailed', 'in_transit', 'returned_to_sender']) await lob.progress(made!.id, state);
  await until('the address to be suppressed', async () => (await tracked.suppressions(prospectId))['print'] === 'returned');
  await until('the journey to be told', () => new Set(tracked.temporal.told.filter((told) => told.journeyId === journeyId).map(({ report }) => report.kind)).size === 2);
  const kinds = (await tracked.events(journeyId)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'returned')).toHaveLength(1);
  const posted = tracked.temporal.told.filter((told) => told.journeyId === journeyId && told.report.kind === 'posted');
  expect(posted.every(({ report }) => typeof report.data?.['inHome'] === 'number' && report.data['inHome'] > Date.now())).toBe(true);
  await lob.sandbox.close();
});
