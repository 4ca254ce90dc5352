import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { queueMailpiece } from '../../../activities/print/queue-mailpiece.ts';
import { endJourney } from '../../../activities/end-journey.ts';
import { recallMailpiece } from '../../../activities/print/recall.ts';
import { closeRun } from '../../../activities/print/run/close-run.ts';
import { insertMailpiece } from '../../../store/touches.ts';
import { CUT_OFF, openPrintFixture, RUN } from './print-fixture.ts';

const jeanne = { first_name: 'Jeanne', last_name: 'Dupont' };

describe('queueing and recalling mailpieces', () => {
  let fixture: Awaited<ReturnType<typeof openPrintFixture>>;
  beforeEach(async () => {
    fixture = await openPrintFixture();
  });
  afterEach(() => fixture.close());

  const end = (journeyId: string) => endJourney(fixture.store, { journeyId, ending: { outcome: 'silent', by: 'path', learned: {} } });
  const costOf = async (touchId: string): Promise<number> =>
    Number((await fixture.store.selectFrom('touches').select('cost').where('id', '=', touchId).executeTakeFirstOrThrow()).cost);

  test('the first piece begins the run, the next joins it', async () => {
    const { store, queue } = fixture;
    expect((await queue('p-1', jeanne)).result).toBe('queued');
    expect((await queue('p-2', jeanne)).result).toBe('queued');
    expect(await store.selectFrom('print_runs').select(['id', 'status', 'cut_off']).execute()).toEqual([{ id: RUN, status: 'open', cut_off: CUT_OFF }]);
  });

  test('a piece queued twice is one piece, and queued still after its run has closed', async () => {
    const { store, queue, deps } = fixture;
    const { touchId } = await queue('p-1', jeanne);
    const again = () => store.transaction().execute((transaction) => queueMailpiece(transaction, { touchId, campaignId: 'spring', format: 'a6-postcard', cutOff: CUT_OFF, inHome: CUT_OFF }));
    expect(await again()).toEqual({ runId: RUN });
    await closeRun(deps, { runId: RUN });
    expect(await again()).toEqual({ runId: RUN });
    expect(await closeRun(deps, { runId: RUN })).toMatchObject({ pieces: 1 });
  });

  test('a closed run takes no piece, even one that nobody had joined', async () => {
    const { deps, queue } = fixture;
    expect(await closeRun(deps, { runId: RUN })).toMatchObject({ pieces: 0 });
    expect((await queue('p-1', jeanne)).result).toBe('closed');
    expect((await queue('p-2', jeanne, { cutOff: new Date('2027-03-02T17:00:00Z') })).result).toBe('queued');
  });

  test('a piece is recalled while its run is open, and then costs nothing', async () => {
    const { queue, deps } = fixture;
    const { touchId } = await queue('p-1', jeanne);
    await queue('p-2', jeanne);
    expect(await costOf(touchId)).toBe(0.62);
    expect(await recallMailpiece(deps, touchId)).toBe('recalled');
    expect(await recallMailpiece(deps, touchId)).toBe('recalled');
    expect(await costOf(touchId)).toBe(0);
    expect(await costOf('spring/p-2/renewal-postcard/1')).toBe(0.62);
    expect(await closeRun(deps, { runId: RUN })).toMatchObject({ pieces: 1 });
  });

  test('once its run is closed it is too late', async () => {
    const { queue, deps } = fixture;
    const { touchId } = await queue('p-1', jeanne);
    await closeRun(deps, { runId: RUN });
    expect(await recallMailpiece(deps, touchId)).toBe('too-late');
    expect(await end('spring/p-1')).toEqual({ recalled: [] });
    expect(await costOf(touchId)).toBe(0.62);
  });

  test('a journey that ends recalls its own pieces, and no one else’s', async () => {
    const { store, queue } = fixture;
    const { touchId } = await queue('p-1', jeanne);
    await queue('p-2', jeanne);
    expect(await end('spring/p-1')).toEqual({ recalled: [touchId] });
    expect(await end('spring/p-1')).toEqual({ recalled: [] });
    expect(await store.selectFrom('mailpieces').select('status').orderBy('touch_id').execute()).toEqual([{ status: 'recalled' }, { status: 'queued' }]);
    expect(await store.selectFrom('journeys').select(['status', 'outcome', 'ended_by']).orderBy('id').execute()).toEqual([
      { status: 'ended', outcome: 'silent', ended_by: 'path' },
      { status: 'entered', outcome: null, ended_by: null },
    ]);
  });

  test('a piece joins a run that is there and open, in one statement with its touch; else nothing is written', async () => {
    const { store, queue, deps } = fixture;
    await queue('p-1', jeanne);
    await store.insertInto('prospects').values({ id: 'p-2', facts: '{}' }).execute();
    await store.insertInto('journeys').values({ id: 'spring/p-2', campaign_id: 'spring', prospect_id: 'p-2', holdout: false }).execute();
    const record = (occurrence: number) => ({
      ...{ id: `spring/p-2/renewal-postcard/${occurrence}`, journeyId: 'spring/p-2', message: 'renewal-postcard', medium: 'print', status: 'sent', why: 'sent' } as const,
      ...{ props: {}, cost: 0.62, campaignAt: CUT_OFF, links: [{ token: `23456789A${occurrence}`, kind: 'qr', name: 'qr', target: 'boiler-check' }] as const },
    });
    const join = (occurrence: number, format = 'a6-postcard') => insertMailpiece(store, record(occurrence), { campaignId: 'spring', format, cutOff: CUT_OFF, inHome: CUT_OFF });
    expect(await join(2)).toBe(RUN);
    expect(await join(2)).toBeUndefined();
    expect(await join(3, 'a5-postcard')).toBeUndefined();
    expect(await closeRun(deps, { runId: RUN })).toMatchObject({ pieces: 2 });
    expect(await join(4)).toBeUndefined();
    expect(await store.selectFrom('touches as t').leftJoin('links as l', 'l.touch_id', 't.id').select(['t.id', 'l.token']).where('t.journey_id', '=', 'spring/p-2').execute()).toEqual([{ id: 'spring/p-2/renewal-postcard/2', token: '23456789A2' }]);
  });

  test('closing waits for a piece that is joining at that moment, so that none is lost', async () => {
    const { store, queue, deps } = fixture;
    await queue('p-1', jeanne);
    const { touchId } = await queue('p-2', jeanne, { cutOff: new Date('2027-03-09T17:00:00Z') });
    await store.deleteFrom('mailpieces').where('touch_id', '=', touchId).execute();

    let closing: ReturnType<typeof closeRun> | undefined;
    await store.transaction().execute(async (transaction) => {
      expect(await queueMailpiece(transaction, { touchId, campaignId: 'spring', format: 'a6-postcard', cutOff: CUT_OFF, inHome: CUT_OFF })).toEqual({ runId: RUN });
      closing = closeRun(deps, { runId: RUN });
      await someoneWaitsForALock();
    });
    expect(await closing).toMatchObject({ pieces: 2 });
  });

  test('whatever the race, every piece is in the closed run or was told to take the next', async () => {
    const { store, queue, deps } = fixture;
    const joining = Promise.all(Array.from({ length: 40 }, (_, index) => queue(`p-${index}`, jeanne)));
    const closing = (async () => {
      while ((await store.selectFrom('mailpieces').select('touch_id').execute()).length < 10) await new Promise((resolve) => setImmediate(resolve));
      return closeRun(deps, { runId: RUN });
    })();
    const [results, counted] = await Promise.all([joining, closing]);
    const queued = results.filter(({ result }) => result === 'queued').map(({ touchId }) => touchId);
    const inRun = await store.selectFrom('mailpieces').select('touch_id').where('print_run_id', '=', RUN).execute();
    expect(inRun.map(({ touch_id }) => touch_id).sort()).toEqual(queued.sort());
    expect(counted.pieces).toBe(queued.length);
  });

  /** Until another connection is blocked by a lock. */
  async function someoneWaitsForALock(): Promise<void> {
    for (;;) {
      const { rows } = await sql`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database() AND query ILIKE '%print_runs%'`.execute(fixture.store);
      if (rows.length > 0) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
});
