import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { approveRun, askApproval, rejectRun } from '../../../../activities/print/run/approval.ts';
import { closeRun } from '../../../../activities/print/run/close-run.ts';
import { openPrintFixture, RUN, RUN_FOLDER } from '../print-fixture.ts';

describe('the proof of a print run', () => {
  let fixture: Awaited<ReturnType<typeof openPrintFixture>>;
  beforeEach(async () => {
    fixture = await openPrintFixture();
  });
  afterEach(() => fixture.close());

  const statusOf = async (runId: string) => (await fixture.store.selectFrom('print_runs').select('status').where('id', '=', runId).executeTakeFirstOrThrow()).status;

  test('has the pieces whose texts are the longest, with the reason for each', async () => {
    const { deps, out, queue, queueMany } = fixture;
    await queueMany(12);
    await queue('z-name', { first_name: 'Anne-Charlotte', last_name: 'de La Rochefoucauld-Beaulieu' });
    await queue('z-street', { first_name: 'Li', last_name: 'Wu', address_line: '128 ter boulevard du Maréchal de Lattre' });
    await queue('z-hebrew', { first_name: 'דוד', last_name: 'כהן' });
    await closeRun(deps, { runId: RUN, chunkSize: 5 });
    const folder = join(out, RUN_FOLDER, 'proof');
    expect(await askApproval(deps, { runId: RUN, pieces: 8 })).toEqual({ approved: false, proof: join(folder, 'proof.pdf'), pieces: 8, unprintable: 0 });
    expect((await readdir(folder)).sort()).toEqual(['proof-fronts.pdf', 'proof.csv', 'proof.pdf']);
    const rows = parse(await readFile(join(folder, 'proof.csv')), { columns: true }) as Record<string, string>[];
    expect(rows.map(({ piece_id, why }) => `${piece_id?.split('/')[1]}: ${why}`)).toMatchInlineSnapshot(`
     [
       "z-name: longest name, longest text, longest personal address",
       "z-street: longest street",
       "p-0001: longest place",
       "p-0002: example",
       "p-0003: example",
       "p-0004: example",
       "p-0005: example",
       "p-0006: example",
     ]
    `);
    expect(await statusOf(RUN)).toBe('awaiting-approval');
    // Nothing is printed meanwhile.
    expect((await readdir(join(out, RUN_FOLDER))).sort()).toEqual(['proof']);
  });

  test('says which of its pieces can’t be printed', async () => {
    const { deps, out, queue } = fixture;
    await queue('p-1', { first_name: 'Jeanne', last_name: 'Dupont' });
    await queue('p-2', { first_name: 'דוד', last_name: 'כהן' });
    await closeRun(deps, { runId: RUN });
    expect(await askApproval(deps, { runId: RUN, pieces: 8 })).toMatchObject({ pieces: 1, unprintable: 1 });
    const rows = parse(await readFile(join(out, RUN_FOLDER, 'proof', 'proof.csv')), { columns: true }) as Record<string, string>[];
    expect(rows.map(({ first_page, problem }) => [first_page, problem])).toEqual([
      ['1', ''],
      ['', "Expected name in Latin letters on one line, got writing from right to left, which can’t be set (U+05D3). Write it in Latin letters."],
    ]);
  });

  test('an approval holds for the later runs of the campaign and format, and lets those that wait go on', async () => {
    const { deps, store, queue } = fixture;
    const jeanne = { first_name: 'Jeanne', last_name: 'Dupont' };
    const later = `${RUN}/2`;
    await queue('p-1', jeanne);
    await closeRun(deps, { runId: RUN, full: true });
    await queue('p-2', jeanne);
    await closeRun(deps, { runId: later, full: true });
    await askApproval(deps, { runId: RUN, pieces: 8 });
    await askApproval(deps, { runId: later, pieces: 8 });
    const told: string[] = [];
    const tellApproved = async (runId: string, by: string) => void told.push(`${runId} by ${by}`);
    await approveRun({ store, tellApproved }, { runId: RUN, by: 'Anne' });
    expect(told).toEqual([`${later} by Anne`]);
    expect(await store.selectFrom('print_approvals').select(['campaign_id', 'format', 'print_run_id', 'approved_by']).execute()).toEqual([
      { campaign_id: 'spring', format: 'a6-postcard', print_run_id: RUN, approved_by: 'Anne' },
    ]);
    await approveRun({ store, tellApproved }, { runId: later, by: 'Anne' });
    expect([await statusOf(RUN), await statusOf(later)]).toEqual(['closed', 'closed']);

    await queue('p-3', jeanne);
    await closeRun(deps, { runId: `${RUN}/3` });
    expect(await askApproval(deps, { runId: `${RUN}/3`, pieces: 8 })).toEqual({ approved: true, by: 'Anne' });
    expect(await statusOf(`${RUN}/3`)).toBe('closed');
    // Another format has not been seen by anybody.
    const { runId } = await queue('p-4', jeanne, { format: 'dl-letter-fr' });
    await closeRun(deps, { runId: runId! });
    expect(await askApproval(deps, { runId: runId!, pieces: 8 })).toMatchObject({ approved: false });
  });

  test('a run that is given up recalls its pieces and tells their journeys, once', async () => {
    const { deps, store, queueMany } = fixture;
    await queueMany(3);
    await closeRun(deps, { runId: RUN });
    const problem = 'Rejected: the logo is upside down (Anne)';
    expect(await rejectRun(deps, { runId: RUN, why: 'not-approved', problem })).toEqual({ recalled: 3 });
    expect(await rejectRun(deps, { runId: RUN, why: 'not-approved', problem })).toEqual({ recalled: 3 });
    expect(await store.selectFrom('print_runs').select(['status', 'problem']).execute()).toEqual([{ status: 'rejected', problem }]);
    expect(await store.selectFrom('mailpieces').select(['status', 'problem']).distinct().execute()).toEqual([{ status: 'recalled', problem }]);
    expect(await store.selectFrom('touches').select(['status', 'why']).distinct().execute()).toEqual([{ status: 'not-sent', why: 'not-approved' }]);
    expect(await store.selectFrom('events').select(['kind', 'data']).execute()).toEqual(Array.from({ length: 3 }, () => ({ kind: 'failed', data: { reason: 'not-approved' } })));
  });
});
