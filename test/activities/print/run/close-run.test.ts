import { afterEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { closeRun, waitUntilFull } from '../../../../activities/print/run/close-run.ts';
import { openPrintFixture, RUN } from '../print-fixture.ts';

describe('closing a print run', () => {
  let fixture: Awaited<ReturnType<typeof openPrintFixture>>;
  afterEach(() => fixture.close());

  const runs = () => fixture.store.selectFrom('print_runs').select(['id', 'batch', 'status', 'closed_by']).orderBy('batch').execute();
  const piecesOf = async (runId: string) =>
    (await fixture.store.selectFrom('mailpieces').select('touch_id').where('print_run_id', '=', runId).where('status', '=', 'queued').orderBy('touch_id').execute()).map(({ touch_id }) => touch_id.split('/')[1]);

  test('pieces beyond a batch go on to the next batch of the same cut-off, the earliest first', async () => {
    fixture = await openPrintFixture();
    const { deps, queueMany } = fixture;
    await queueMany(7);
    const next = `${RUN}/2`;
    expect(await closeRun(deps, { runId: RUN, batch: 3 })).toEqual({ pieces: 3, chunks: 1, overBudget: 0, next });
    expect(await piecesOf(RUN)).toEqual(['p-0001', 'p-0002', 'p-0003']);
    expect(await closeRun(deps, { runId: next, batch: 3 })).toEqual({ pieces: 3, chunks: 1, overBudget: 0, next: `${RUN}/3` });
    expect(await closeRun(deps, { runId: `${RUN}/3`, batch: 3 })).toEqual({ pieces: 1, chunks: 1, overBudget: 0 });
    expect(await runs()).toEqual([
      { id: RUN, batch: 1, status: 'closed', closed_by: 'full' },
      { id: next, batch: 2, status: 'closed', closed_by: 'full' },
      { id: `${RUN}/3`, batch: 3, status: 'closed', closed_by: 'cut-off' },
    ]);
    // Done again, each is as it was.
    expect(await closeRun(deps, { runId: RUN, batch: 3 })).toEqual({ pieces: 3, chunks: 1, overBudget: 0, next });
  });

  test('after a full batch the next piece begins another; after the cut-off it takes the next cut-off', async () => {
    fixture = await openPrintFixture();
    const { deps, queue } = fixture;
    const jeanne = { first_name: 'Jeanne', last_name: 'Dupont' };
    expect(await queue('p-1', jeanne)).toMatchObject({ runId: RUN });
    await closeRun(deps, { runId: RUN, batch: 1, full: true });
    expect(await queue('p-2', jeanne)).toMatchObject({ runId: `${RUN}/2` });
    await closeRun(deps, { runId: `${RUN}/2`, batch: 1 });
    expect(await queue('p-3', jeanne)).toMatchObject({ result: 'closed' });
  });

  test('whatever the race, every piece is in one batch, and no batch is larger than it may be', async () => {
    fixture = await openPrintFixture();
    const { deps, store, queue } = fixture;
    const joining = Promise.all(Array.from({ length: 30 }, (_, index) => queue(`p-${index}`, { first_name: 'Jeanne', last_name: 'Dupont' })));
    const closing = (async () => {
      let runId: string | undefined = RUN;
      let closed = 0;
      for (let batch = 1; closed < 24; ) {
        const { rows } = await sql<{ queued: number }>`SELECT count(*)::int AS queued FROM mailpieces WHERE print_run_id = ${runId}`.execute(store);
        if (rows[0]!.queued < 4) continue;
        closed += (await closeRun(deps, { runId, batch: 4, full: true })).pieces;
        runId = `${RUN}/${(batch += 1)}`;
      }
      return closed;
    })();
    const [results] = await Promise.all([joining, closing]);
    expect(new Set(results.map(({ result }) => result))).toEqual(new Set(['queued']));
    const batches = await store.selectFrom('mailpieces').select(['print_run_id', sql<number>`count(*)::int`.as('pieces')]).groupBy('print_run_id').execute();
    expect(batches.reduce((sum, { pieces }) => sum + pieces, 0)).toBe(30);
    const open = await runs();
    const sizes = new Map(batches.map(({ print_run_id, pieces }) => [print_run_id, pieces]));
    expect(open.filter(({ status }) => status === 'closed').map(({ id }) => sizes.get(id))).toEqual(Array.from({ length: 6 }, () => 4));
  });

  test('a format has runs of its own', async () => {
    fixture = await openPrintFixture();
    const { deps, queue } = fixture;
    const jeanne = { first_name: 'Jeanne', last_name: 'Dupont' };
    await queue('p-1', jeanne);
    expect(await queue('p-2', jeanne, { format: 'dl-letter-fr' })).toMatchObject({ runId: 'spring/dl-letter-fr/2027-03-01T17:00:00.000Z' });
    expect(await closeRun(deps, { runId: RUN })).toMatchObject({ pieces: 1 });
    expect(await queue('p-3', jeanne, { format: 'dl-letter-fr' })).toMatchObject({ result: 'queued' });
  });

  test('a batch is asked for until it is full', async () => {
    fixture = await openPrintFixture();
    const { deps, queueMany } = fixture;
    await queueMany(3);
    await expect(waitUntilFull(deps, { runId: RUN, batch: 4, every: 50 })).rejects.toMatchObject({ type: 'BatchNotFull', retryAfterMs: 50, message: 'Expected 4 pieces for a full batch, got 3 so far. It closes at its cut-off at the latest.' });
    await waitUntilFull(deps, { runId: RUN, batch: 3, every: 50 });
  });

  test('pieces over the campaign’s budget are recalled and their journeys told; the earliest queued are kept', async () => {
    fixture = await openPrintFixture({ printer: 'folder', proof: 0, budget: 4 });
    const { deps, store, queueMany } = fixture;
    await queueMany(8);
    // 0.62 euros each: six of them.
    expect(await closeRun(deps, { runId: RUN })).toEqual({ pieces: 6, chunks: 1, overBudget: 2 });
    expect(await piecesOf(RUN)).toEqual(['p-0001', 'p-0002', 'p-0003', 'p-0004', 'p-0005', 'p-0006']);
    const left = await store.selectFrom('touches as t').innerJoin('mailpieces as m', 'm.touch_id', 't.id').select(['t.id', 't.status', 't.why', 't.cost', 'm.status as piece', 'm.problem']).where('m.status', '=', 'recalled').orderBy('t.id').execute();
    expect(left.map(({ id, cost, ...rest }) => ({ ...rest, cost: Number(cost), who: id.split('/')[1] }))).toEqual(
      ['p-0007', 'p-0008'].map((who) => ({
        ...{ who, status: 'not-sent', why: 'over-budget', cost: 0, piece: 'recalled' },
        problem: 'Expected the campaign\'s print to stay within its budget of 4 euros, got more with this piece. It was queued after those that the budget reaches for.',
      })),
    );
    expect(await store.selectFrom('events').select(['journey_id', 'kind', 'data', 'signal']).orderBy('journey_id').execute()).toEqual(
      ['spring/p-0007', 'spring/p-0008'].map((journey_id) => ({ journey_id, kind: 'failed', data: { reason: 'over-budget' }, signal: 'pending' })),
    );
    // A later run of another format has what is left of the budget: nothing.
    await store.updateTable('mailpieces').set({ status: 'printed' }).where('status', '=', 'queued').execute();
    const { runId } = await fixture.queue('late', { first_name: 'Zoé', last_name: 'Lefèvre' }, { format: 'dl-letter-fr' });
    expect(await closeRun(deps, { runId: runId! })).toEqual({ pieces: 0, chunks: 0, overBudget: 1 });
  });

  test('is parted into chunks in the order of touch ids, each piece in one', async () => {
    fixture = await openPrintFixture();
    const { deps, store, queueMany } = fixture;
    await queueMany(10);
    expect(await closeRun(deps, { runId: RUN, chunkSize: 4 })).toMatchObject({ pieces: 10, chunks: 3 });
    const chunks = await store.selectFrom('print_chunks').select(['chunk', 'first_touch', 'last_touch', 'planned']).orderBy('chunk').execute();
    const touch = (number: string) => `spring/p-00${number}/renewal-postcard/1`;
    expect(chunks).toEqual([
      { chunk: 1, first_touch: touch('01'), last_touch: touch('04'), planned: 4 },
      { chunk: 2, first_touch: touch('05'), last_touch: touch('08'), planned: 4 },
      { chunk: 3, first_touch: touch('09'), last_touch: touch('10'), planned: 2 },
    ]);
  });
});
