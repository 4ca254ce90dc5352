import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { campaignTime } from '../../engine/clock.ts';
import { markNotRunning, markSignalled, pendingEvents, recordEvent, signalFailed, type Store } from '../../store/index.ts';
import { testStore } from '../setup/store.ts';
import { CLOCK, springCampaign } from './spring-campaign.ts';

let store: Store;
beforeAll(async () => {
  store = await testStore();
  await springCampaign(store);
});
beforeEach(() => store.deleteFrom('events').execute());
afterAll(() => store.destroy());

const record = (event_id: string, journey_id = 'spring/on') =>
  recordEvent(store, {
    event_id,
    kind: 'reply',
    evidence: 'human',
    journey_id,
    touch: `${event_id}/1`,
    data: { facts: { interest: 'service' } },
    source: 'tracker',
    at: new Date(CLOCK.epoch + 3_000),
    signal: 'pending',
  });
const stored = (id: string) => store.selectFrom('events').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const secondsToWait = async (id: string) => {
  const { rows } = await sql<{ seconds: number }>`SELECT round(extract(epoch FROM signal_after - now()))::int AS seconds FROM events WHERE id = ${id}::bigint`.execute(store);
  return rows[0]?.seconds;
};
const dueNow = () => sql`UPDATE events SET signal_after = now()`.execute(store);

describe('the relay', () => {
  test('gets an event with all that its signal needs', async () => {
    const { id } = await record('whole');
    const [event] = await pendingEvents(store, { limit: 10 });
    expect(event).toEqual({
      id,
      eventId: 'whole',
      journeyId: 'spring/on',
      kind: 'reply',
      touch: 'whole/1',
      at: new Date(CLOCK.epoch + 3_000),
      evidence: 'human',
      data: { facts: { interest: 'service' } },
      clock: CLOCK,
      attempts: 1,
    });
    expect(event && new Date(campaignTime(event.clock, event.at.getTime()))).toEqual(new Date('2026-03-04T00:00:00Z'));
  });

  test('leaves to the tracker what has only just come in', async () => {
    await record('fresh');
    expect(await pendingEvents(store, { limit: 10, olderThan: 60_000 })).toEqual([]);
    await sql`UPDATE events SET received_at = now() - interval '61 seconds'`.execute(store);
    expect(await pendingEvents(store, { limit: 10, olderThan: 60_000 })).toHaveLength(1);
  });

  test('shares the work with others: each event is claimed by one', async () => {
    await Promise.all(Array.from({ length: 200 }, (_, index) => record(`shared-${index}`)));
    const claims = await Promise.all(Array.from({ length: 8 }, () => pendingEvents(store, { limit: 25 })));
    const ids = claims.flat().map((event) => event.id);
    expect(ids).toHaveLength(200);
    expect(new Set(ids).size).toBe(200);
    expect(await pendingEvents(store, { limit: 25 })).toEqual([]);
  });

  test('that was killed loses nothing: what it had claimed is due again, each time later', async () => {
    const { id } = await record('retried');
    const waits: (number | undefined)[] = [];
    for (let attempt = 0; attempt < 7; attempt++) {
      expect(await pendingEvents(store, { limit: 1 })).toMatchObject([{ attempts: attempt + 1 }]);
      waits.push(await secondsToWait(id));
      await dueNow();
    }
    expect(waits).toEqual([2, 4, 8, 16, 32, 60, 60]);
  });

  test('marks what was signalled, many at once; it is not given out again', async () => {
    const { id: one } = await record('one');
    const { id: two } = await record('two');
    await signalFailed(store, { id: one, error: `Temporal is away ${'x'.repeat(1_000)}` });
    expect((await stored(one)).signal_error).toHaveLength(500);
    await markSignalled(store, [one, two]);
    await markSignalled(store, []);
    expect(await stored(one)).toMatchObject({ signal: 'done', signal_error: null });
    expect(await pendingEvents(store, { limit: 10 })).toEqual([]);
  });

  test.each([
    ['had ended by now', 'spring/on', 'late'],
    ['has yet to be started', 'spring/entered', 'pending'],
  ])('finds no workflow for a journey that %s', async (_, journey, signal) => {
    const { id } = await record(`no workflow: ${journey}`, journey);
    expect(await markNotRunning(store, id)).toBe(signal);
    expect(await stored(id)).toMatchObject({ signal });
  });

  test('an event whose journey was deleted becomes unknown, and an event already signalled stays so', async () => {
    const { id } = await record('deleted');
    await sql`UPDATE events SET journey_id = 'spring/deleted'`.execute(store);
    expect(await markNotRunning(store, id)).toBe('unknown');
    const { id: done } = await record('done');
    await markSignalled(store, [done]);
    await markNotRunning(store, done);
    expect(await stored(done)).toMatchObject({ signal: 'done' });
  });
});
