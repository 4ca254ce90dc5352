import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { endJourneyAndRecall } from '../../../../activities/end-journey.ts';
import { RetryableError } from '../../../../activities/errors.ts';
import { createFolder } from '../../../../activities/print/providers/folder.ts';
import type { JobPiece, PrintJob, PrintProvider } from '../../../../activities/print/providers/print-provider.ts';
import { recallMailpiece } from '../../../../activities/print/recall.ts';
import { closeRun } from '../../../../activities/print/run/close-run.ts';
import { completeRun } from '../../../../activities/print/run/complete-run.ts';
import { handOver, refusalOf } from '../../../../activities/print/run/hand-over.ts';
import type { PrintRunDeps } from '../../../../activities/print/run/print-run-deps.ts';
import { reconcile, recordUnreported } from '../../../../activities/print/run/reconcile.ts';
import { renderChunk } from '../../../../activities/print/run/render-chunk.ts';
import { REAL_TIME } from '../../../../engine/index.ts';
import { findLink } from '../../../../store/index.ts';
import { saveSeeds } from '../../../../store/print-seeds.ts';
import { CUT_OFF, openPrintFixture, RUN, RUN_FOLDER } from '../print-fixture.ts';

const DAY = 86_400_000;
const AT = CUT_OFF.getTime() + 3_600_000;
const touch = (number: number) => `spring/p-000${number}/renewal-postcard/1`;
const seed = `seed:1@${RUN}`;

describe('handing a print run over', () => {
  let fixture: Awaited<ReturnType<typeof openPrintFixture>>;
  beforeEach(async () => {
    fixture = await openPrintFixture();
  });
  afterEach(() => fixture.close());

  /** Three pieces in two chunks, rendered. */
  async function rendered(deps: PrintRunDeps): Promise<void> {
    await fixture.queueMany(3);
    await closeRun(deps, { runId: RUN, chunkSize: 2 });
    for (const chunk of [1, 2]) await renderChunk(deps, { runId: RUN, chunk });
    await completeRun(deps, { runId: RUN, at: AT });
  }
  /** A printer with a will of its own, under the folder's name. */
  const printing = (provider: Partial<PrintProvider>): PrintRunDeps => ({ ...fixture.deps, printers: { folder: { ...createFolder(), ...provider } } });
  const give = (deps: PrintRunDeps, at = AT) => handOver(deps, { runId: RUN, at, clock: REAL_TIME });
  const events = () => fixture.store.selectFrom('events').select(['event_id', 'kind', 'data', 'signal']).orderBy('event_id').execute();
  const pieces = () => fixture.store.selectFrom('mailpieces as m').innerJoin('touches as t', 't.id', 'm.touch_id').select(['m.status', 't.status as touch', 't.why']).orderBy('m.touch_id').execute();

  test('gives every file with its hash, the ticket last, and every piece with its pages', async () => {
    const jobs: PrintJob[] = [];
    const deps = printing({ handOver: async (job) => (jobs.push(job), { reference: 'job-77', refused: [] }) });
    await rendered(deps);
    expect(await give(deps)).toEqual({ pieces: 3, handedOverAt: AT, reference: 'job-77' });
    const [job] = jobs;
    expect(job).toMatchObject({ runId: RUN, campaignId: 'spring', format: 'a6-postcard', folder: join(fixture.out, RUN_FOLDER), pieceCount: 3 });
    expect(job!.files.map(({ name }) => name)).toEqual(['001.pdf', '001-fronts.pdf', '002.pdf', '002-fronts.pdf', 'manifest.csv', 'manifest.json', 'ticket.json']);
    const given: JobPiece[] = [];
    for await (const piece of job!.pieces()) given.push(piece);
    expect(given.map(({ pieceId, file, firstPage, lastPage, frontsFile, frontPage, postageClass }) => ({ pieceId, file, firstPage, lastPage, frontsFile, frontPage, postageClass }))).toEqual(
      [[1, '001', 1], [2, '001', 2], [3, '002', 1]].map(([number, file, page]) => ({
        ...{ pieceId: touch(Number(number)), file: `${file}.pdf`, firstPage: page, lastPage: page, frontsFile: `${file}-fronts.pdf`, frontPage: 1, postageClass: 'publicitaire J+3' },
      })),
    );
    expect(given[0]!.identity).toMatchObject({ lastName: 'Dupont', postcode: '00410' });
    await give(deps, AT + DAY);
    expect(jobs).toHaveLength(1);
  });

  test('a printer that is down is tried again, and nothing is lost', async () => {
    let isDown = true;
    const deps = printing({
      handOver: async () => {
        if (isDown) throw new RetryableError('PrinterDown', 'Expected the printer’s server to answer, got a time-out.');
        return { reference: 'job-78', refused: [] };
      },
    });
    await rendered(deps);
    await expect(give(deps)).rejects.toThrow('Expected the printer’s server to answer, got a time-out.');
    isDown = false;
    expect(await give(deps)).toMatchObject({ pieces: 3, reference: 'job-78' });
    expect(await pieces()).toEqual(Array.from({ length: 3 }, () => ({ status: 'printed', touch: 'sent', why: 'sent' })));
  });

  test('a printer that this worker does not know is asked for, not given up', async () => {
    await rendered(fixture.deps);
    await fixture.store.updateTable('print_runs').set({ printer: 'sftp' }).execute();
    await expect(give(fixture.deps)).rejects.toMatchObject({ name: 'RetryableError', type: 'PrinterNotConfigured' });
    // One that no worker will ever know is told to the operator.
    await fixture.store.updateTable('print_runs').set({ printer: 'pigeon' }).execute();
    expect(await refusalOf(fixture.deps, { runId: RUN })).toBe("Expected a printer's name (folder, sftp, lob), got 'pigeon'. Launch the campaign with one of them.");
  });

  test('pieces that the printer refuses are taken back, and their journeys told', async () => {
    const deps = printing({ handOver: async () => ({ reference: 'job-79', refused: [{ pieceId: touch(2), reason: 'address-undeliverable' }] }) });
    await rendered(deps);
    await give(deps);
    expect((await pieces())[1]).toEqual({ status: 'recalled', touch: 'not-sent', why: 'failed:refused:address-undeliverable' });
    expect(await events()).toEqual([{ event_id: `print-run:${touch(2)}:failed`, kind: 'failed', data: { reason: 'refused:address-undeliverable' }, signal: 'pending' }]);
  });

  test('a day late or more, the in-home dates move and the journeys are told; an hour is on time', async () => {
    await rendered(fixture.deps);
    await give(fixture.deps, CUT_OFF.getTime() + 2 * DAY);
    // Handed over on Wednesday evening, it leaves on Thursday: three working days later is Monday.
    const inHome = Date.parse('2027-03-08T11:00:00Z');
    expect(await fixture.store.selectFrom('mailpieces').select('in_home_estimate').distinct().execute()).toEqual([{ in_home_estimate: new Date(inHome) }]);
    expect(await events()).toEqual([1, 2, 3].map((number) => ({ event_id: `print-run:${touch(number)}:posted`, kind: 'posted', data: { inHome }, signal: 'pending' })));
  });

  test('on time, nobody is told', async () => {
    await rendered(fixture.deps);
    await give(fixture.deps);
    expect(await events()).toEqual([]);
  });

  describe('and later', () => {
    const report = (...said: [number, 'printed' | 'spoiled', string?][]) => ({ pieces: said.map(([number, status, reason]) => ({ pieceId: touch(number), status, ...(reason ? { reason } : {}) })) });

    test('what the printer says is compared with what was ordered: all of it', async () => {
      await rendered(fixture.deps);
      await give(fixture.deps);
      expect(await reconcile(fixture.deps, { runId: RUN })).toBeNull();
      const deps = printing({ report: async () => report([1, 'printed'], [2, 'printed'], [3, 'printed']) });
      expect(await reconcile(deps, { runId: RUN })).toMatchObject({ result: 'reconciled', ordered: 3, printed: 3, missing: 0, unknown: 0, spoiled: 0 });
      expect(await events()).toEqual([]);
    });

    test('differences are named, and a spoiled piece’s journey is told', async () => {
      await rendered(fixture.deps);
      await give(fixture.deps);
      const said = { pieces: [...report([1, 'printed'], [2, 'spoiled', 'jammed in the folder']).pieces, { pieceId: 'autumn/p-9/card/1', status: 'printed' as const }] };
      const differs = {
        ...{ result: 'differs', ordered: 3, printed: 1, missing: 1, unknown: 1, spoiled: 1 },
        differences: { missing: [touch(3)], unknown: ['autumn/p-9/card/1'], spoiled: [{ pieceId: touch(2), reason: 'jammed in the folder' }] },
      };
      expect(await reconcile(fixture.deps, { runId: RUN, report: said })).toEqual(differs);
      // Said again, it is the same.
      expect(await reconcile(fixture.deps, { runId: RUN, kept: true })).toEqual(differs);
      expect((await pieces())[1]).toEqual({ status: 'recalled', touch: 'not-sent', why: 'failed:spoiled' });
      expect(await events()).toEqual([{ event_id: `print-run:${touch(2)}:failed`, kind: 'failed', data: { reason: 'spoiled' }, signal: 'pending' }]);
      const run = await fixture.store.selectFrom('print_runs').select(['report', 'reconciliation']).executeTakeFirstOrThrow();
      expect(run).toEqual({ report: said, reconciliation: differs });
    });

    test('a printer that never said anything is on record as such', async () => {
      await rendered(fixture.deps);
      await give(fixture.deps);
      expect(await recordUnreported(fixture.deps, { runId: RUN })).toMatchObject({ result: 'unreported', ordered: 3 });
    });

    test('a piece is taken back where the printer can; else it is a sunk cost', async () => {
      await rendered(fixture.deps);
      await give(fixture.deps);
      const cost = async (id: string) => Number((await fixture.store.selectFrom('touches').select('cost').where('id', '=', id).executeTakeFirstOrThrow()).cost);
      expect(await recallMailpiece(fixture.deps, touch(1))).toBe('too-late');
      expect(await recallMailpiece(printing({ cancel: async () => 'too-late' }), touch(1))).toBe('too-late');
      expect(await recallMailpiece(printing({ cancel: () => Promise.reject(new Error('down')) }), touch(1))).toBe('too-late');
      expect(await cost(touch(1))).toBe(0.62);
      const asked: string[] = [];
      const cancelling = printing({ cancel: async (id) => (asked.push(id), 'cancelled') });
      expect(await recallMailpiece(cancelling, touch(1))).toBe('recalled');
      expect(await recallMailpiece(cancelling, touch(1))).toBe('recalled');
      expect(asked).toEqual([touch(1)]);
      expect(await cost(touch(1))).toBe(0);

      // A journey that ends asks for its own pieces.
      const campaigns = async () => ({ clock: { epoch: Date.now(), speed: 0 } }) as never;
      const ending = { outcome: 'converted', by: 'goal', learned: {} } as const;
      await fixture.store.updateTable('mailpieces').set({ in_home_estimate: new Date(Date.now() + DAY) }).execute();
      expect(await endJourneyAndRecall({ ...cancelling, campaigns }, { journeyId: 'spring/p-0002', ending })).toEqual({ recalled: [touch(2)] });
      expect(await endJourneyAndRecall({ ...cancelling, campaigns }, { journeyId: 'spring/p-0002', ending })).toEqual({ recalled: [] });
      expect(asked).toEqual([touch(1), touch(2)]);
    });
  });

  test('seed addresses get a copy of one piece that speaks to them, whose codes open nobody’s page', async () => {
    const { deps, store } = fixture;
    const own = { title: 'M.', firstName: 'Karim', lastName: 'Atelier', addressLine: '3 quai des Presses', addressComplement: null, postcode: '00120', city: 'Marsolande', country: 'FR' };
    await saveSeeds(store, 'spring', [own]);
    await rendered(deps);
    await give(deps);
    const folder = join(fixture.out, RUN_FOLDER);
    const rows = parse(await readFile(join(folder, 'manifest.csv')), { columns: true }) as Record<string, string>[];
    expect(rows.map(({ piece_id, file, first_page, seed: isSeed }) => [piece_id, file, first_page, isSeed])).toEqual([
      [touch(1), '001.pdf', '1', 'false'],
      [touch(2), '001.pdf', '2', 'false'],
      [seed, '001.pdf', '3', 'true'],
      [touch(3), '002.pdf', '1', 'false'],
    ]);
    const copy = rows[2]!;
    expect([copy['address_1'], copy['address_2'], copy['address_3']]).toEqual(['M KARIM ATELIER', '3 QUAI DES PRESSES', '00120 MARSOLANDE']);
    expect(await findLink(store, copy['qr_token']!)).toBeUndefined();
    expect(await findLink(store, copy['purl_token']!)).toBeUndefined();
    expect(JSON.parse(await readFile(join(folder, 'ticket.json'), 'utf8'))).toMatchObject({ pieces: 4, seeds: 1 });
    // The printer answers for the copies, too.
    const said = { pieces: [touch(1), touch(2), touch(3)].map((pieceId) => ({ pieceId, status: 'printed' as const })) };
    expect(await reconcile(deps, { runId: RUN, report: said })).toMatchObject({ result: 'differs', differences: { missing: [seed] } });
    expect(await reconcile(deps, { runId: RUN, report: { pieces: [...said.pieces, { pieceId: seed, status: 'printed' }] } })).toMatchObject({ result: 'reconciled', ordered: 4 });
  });
});
