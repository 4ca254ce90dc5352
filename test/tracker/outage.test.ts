import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { connectStore } from '../../store/index.ts';
import { trackerUnderTest, until, type TrackerUnderTest } from './tracker-under-test.ts';

let tracked: TrackerUnderTest;
afterEach(() => tracked.close());

const signals = async () => {
  const rows = await tracked.store.selectFrom('events').select('signal').where('evidence', '=', 'human').execute();
  return rows.map((row) => row.signal);
};

describe('while Temporal is down', () => {
  test('fifty people scan, each gets the page, and each journey is told once when it is back', async () => {
    tracked = await trackerUnderTest();
    const people = await Promise.all(Array.from({ length: 50 }, () => tracked.person()));
    tracked.temporal.behaves = 'down';

    const answers = await Promise.all(people.map(({ tokens }) => tracked.get(`/Q/${tokens.qr}`)));
    expect(answers.map((answer) => answer.headers['location'])).toEqual(people.map(({ tokens }) => `/p/${tokens.qr}`));
    const seen = await Promise.all(people.map(({ tokens }) => tracked.request('POST', `/b/${tokens.qr}`)));
    expect(seen.every((answer) => answer.status === 204)).toBe(true);
    expect(await signals()).toEqual(people.map(() => 'pending'));
    await until('an attempt to fail', async () => JSON.parse((await tracked.get('/readyz')).body).temporal === 'unreachable');
    expect(tracked.temporal.told).toEqual([]);

    tracked.temporal.behaves = 'well';
    await until('all journeys to be told', async () => (await signals()).every((signal) => signal === 'done'), 30_000);
    expect(tracked.temporal.told.map((told) => told.journeyId).sort()).toEqual(people.map((person) => person.journeyId).sort());
    expect(JSON.parse((await tracked.get('/readyz')).body)).toEqual({ status: 'ready', postgres: 'reachable', temporal: 'reachable' });
  });

  test('an answer waits for the commit and for nothing else', async () => {
    tracked = await trackerUnderTest({ relay: false, patience: 300 });
    const { tokens, journeyId } = await tracked.person();
    tracked.temporal.behaves = 'hangs';
    expect((await tracked.form(`/p/${tokens.qr}`, { interest: 'advice' })).status).toBe(303);
    expect(await tracked.events(journeyId)).toMatchObject([{ kind: 'reply', signal: 'pending' }]);
    await until('the attempt to be given up', async () => {
      const event = await tracked.store.selectFrom('events').select(['signal', 'signal_error']).executeTakeFirstOrThrow();
      return event.signal === 'pending' && event.signal_error === 'Expected Temporal to answer within 300 ms, got nothing.';
    });
  });

  test('closing waits for the signal under way and for its mark', async () => {
    let arrive = (): void => {};
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    let release = (): void => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    const signal = async () => {
      arrive();
      await released;
      return 'signalled' as const;
    };
    tracked = await trackerUnderTest({ signal, relay: false });
    const { tokens } = await tracked.person();
    await tracked.get(`/c/${tokens.click}`);
    await arrived;
    const closing = tracked.tracker.close();
    expect(await signals()).toEqual(['pending']);
    release();
    await closing;
    expect(await signals()).toEqual(['done']);
  });
});

describe('a journey without a workflow', () => {
  test('that has ended is told nothing, and the event is late; one yet to be started is told later', async () => {
    tracked = await trackerUnderTest();
    const gone = await tracked.person();
    const early = await tracked.person({ status: 'entered' });
    tracked.temporal.behaves = 'not-running';
    for (const { tokens } of [gone, early]) await tracked.get(`/c/${tokens.click}`);
    const signalOf = async (journeyId: string) => (await tracked.events(journeyId))[0]?.signal;
    await until('the event to be late', async () => (await signalOf(gone.journeyId)) === 'late');
    expect(await signalOf(early.journeyId)).toBe('pending');
    tracked.temporal.behaves = 'well';
    await until('the started journey to be told', async () => (await signalOf(early.journeyId)) === 'done');
    expect(tracked.temporal.told.map((told) => told.journeyId)).toEqual([early.journeyId]);
  });
});

describe('while Postgres is down', () => {
  test('people are asked to come back, programs to send again, and the process stays up', async () => {
    tracked = await trackerUnderTest();
    const away = connectStore({ url: 'postgres://nobody@127.0.0.1:1/nowhere' });
    const cut = await trackerUnderTest({ store: away });
    const page = await cut.get('/Q/2345678923', { 'accept-language': 'fr' });
    expect([page.status, page.headers['retry-after'], page.body.includes('Un instant, s’il vous plaît')]).toEqual([503, '30', true]);
    const events = await cut.post('/v1/events', { id: 'a', journey: 'spring/p-1', kind: 'visit' }, { authorization: 'Bearer a-key-of-the-till-in-the-store' });
    expect(events).toMatchObject({ status: 503, json: { error: { type: 'unavailable' } } });
    expect((await cut.get('/healthz')).status).toBe(200);
    expect(await cut.get('/readyz')).toMatchObject({ status: 503 });
    await cut.close();
    await away.destroy();
  });

  test('by a host that died without a word, nobody waits for TCP to find out, and its connections are not used again', async () => {
    tracked = await trackerUnderTest();
    const { tokens } = await tracked.person();
    const database = new URL(tracked.store.databaseUrl);
    let silent = false;
    const sockets: Socket[] = [];
    const way = createServer((caller) => {
      const server = connect(Number(database.port), database.hostname);
      sockets.push(caller, server);
      for (const [from, to] of [[caller, server], [server, caller]] as const) {
        from.on('data', (bytes) => void (silent || to.write(bytes)));
        from.on('error', () => to.destroy()).on('close', () => to.destroy());
      }
    });
    await new Promise<void>((ready) => way.listen(0, '127.0.0.1', ready));
    const url = Object.assign(new URL(database), { port: String((way.address() as AddressInfo).port), hostname: '127.0.0.1' }).href;
    const far = connectStore({ url, schema: tracked.store.schemaName, connections: 2, patience: 300 });
    const cut = await trackerUnderTest({ store: far, relay: false });
    const open = () => Promise.all(Array.from({ length: 20 }, () => cut.get(`/p/${tokens.qr}`).then(({ status }) => status)));
    expect(new Set(await open())).toEqual(new Set([200]));
    silent = true;
    expect(new Set(await open())).toEqual(new Set([503]));
    expect((await cut.post('/v1/events', { id: 'a', token: tokens.qr, kind: 'redeem', data: { voucher: 'V' } }, { authorization: 'Bearer a-key-of-the-till-in-the-store' })).status).toBe(503);
    silent = false;
    await until('the database to be found again', async () => new Set(await open()).has(200) && !new Set(await open()).has(503));
    await cut.close();
    await far.destroy();
    sockets.forEach((socket) => socket.destroy());
    await new Promise((closed) => way.close(closed));
  });
});
