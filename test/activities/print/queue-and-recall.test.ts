import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { closeRun } from '../../../activities/print/print-run.ts';
import { queueMailpiece } from '../../../activities/print/queue-mailpiece.ts';
import { recallMailpiece, recallQueued } from '../../../activities/print/recall.ts';
import { CUT_OFF, openPrintFixture, RUN } from './print-fixture.ts';

const jeanne = { first_name: 'Jeanne', last_name: 'Dupont' };

describe('queueing and recalling mailpieces', () => {
  let fixture: Awaited<ReturnType<typeof openPrintFixture>>;
  beforeEach(async () => {
    fixture = await openPrintFixture();
  });
  afterEach(() => fixture.close());

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
    const again = () => store.transaction().execute((transaction) => queueMailpiece(transaction, { touchId, campaignId: 'spring', runId: RUN, cutOff: CUT_OFF, inHome: CUT_OFF }));
    expect(await again()).toBe('queued');
    await closeRun(deps, { runId: RUN });
    expect(await again()).toBe('queued');
    expect(await closeRun(deps, { runId: RUN })).toBe(1);
  });

  test('a closed run takes no piece, even one that nobody had joined', async () => {
    const { deps, queue } = fixture;
    expect(await closeRun(deps, { runId: RUN })).toBe(0);
    expect((await queue('p-1', jeanne)).result).toBe('closed');
    expect((await queue('p-2', jeanne, { runId: 'spring/2027-03-02T17:00:00.000Z', cutOff: new Date('2027-03-02T17:00:00Z') })).result).toBe('queued');
  });

  test('a piece is recalled while its run is open, and then costs nothing', async () => {
    const { store, queue, deps } = fixture;
    const { touchId } = await queue('p-1', jeanne);
    await queue('p-2', jeanne);
    expect(await costOf(touchId)).toBe(0.62);
    expect(await recallMailpiece(store, touchId)).toBe('recalled');
    expect(await recallMailpiece(store, touchId)).toBe('recalled');
    expect(await costOf(touchId)).toBe(0);
    expect(await costOf('spring/p-2/renewal-postcard/1')).toBe(0.62);
    expect(await closeRun(deps, { runId: RUN })).toBe(1);
  });

  test('once its run is closed it is too late', async () => {
    const { store, queue, deps } = fixture;
    const { touchId } = await queue('p-1', jeanne);
    await closeRun(deps, { runId: RUN });
    expect(await recallMailpiece(store, touchId)).toBe('too-late');
    expect(await recallQueued(store, 'spring/p-1')).toEqual([]);
    expect(await costOf(touchId)).toBe(0.62);
  });

  test('a journey that ends recalls its own pieces, and no one else’s', async () => {
    const { store, queue } = fixture;
    const { touchId } = await queue('p-1', jeanne);
    await queue('p-2', jeanne);
    expect(await recallQueued(store, 'spring/p-1')).toEqual([touchId]);
    expect(await recallQueued(store, 'spring/p-1')).toEqual([]);
    expect(await store.selectFrom('mailpieces').select('status').orderBy('touch_id').execute()).toEqual([{ status: 'recalled' }, { status: 'queued' }]);
  });

  test('closing waits for a piece that is joining at that moment, so that none is lost', async () => {
    const { store, queue, deps } = fixture;
    await queue('p-1', jeanne);
    const { touchId } = await queue('p-2', jeanne, { runId: 'spring/2027-03-09T17:00:00.000Z' });
    await store.deleteFrom('mailpieces').where('touch_id', '=', touchId).execute();

    let closing: Promise<number> | undefined;
    await store.transaction().execute(async (transaction) => {
      expect(await queueMailpiece(transaction, { touchId, campaignId: 'spring', runId: RUN, cutOff: CUT_OFF, inHome: CUT_OFF })).toBe('queued');
      closing = closeRun(deps, { runId: RUN });
      await someoneWaitsForALock();
    });
    expect(await closing).toBe(2);
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
    expect(counted).toBe(queued.length);
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
