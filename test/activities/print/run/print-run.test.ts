import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { PermanentError } from '../../../../activities/errors.ts';
import { closeRun } from '../../../../activities/print/run/close-run.ts';
import { completeRun } from '../../../../activities/print/run/complete-run.ts';
import { handOver } from '../../../../activities/print/run/hand-over.ts';
import type { PrintRunDeps } from '../../../../activities/print/run/print-run-deps.ts';
import { renderChunk } from '../../../../activities/print/run/render-chunk.ts';
import { readQrCodes } from '../../../../cli/demo/read-qr-codes.ts';
import { REAL_TIME } from '../../../../engine/index.ts';
import type { Store } from '../../../../store/connect.ts';
import { openPrintFixture, RUN, RUN_FOLDER } from '../print-fixture.ts';

const jeanne = { first_name: 'Jeanne', last_name: 'Dupont' };
const zoe = { first_name: 'Zoé', last_name: 'Lefèvre' };
const FILES = ['001-fronts.pdf', '001.pdf', 'manifest.csv', 'manifest.json', 'ticket.json'];
/** An hour after its cut-off, campaign time. */
const AT = Date.parse('2027-03-01T18:00:00Z');

describe('a print run', () => {
  let fixture: Awaited<ReturnType<typeof openPrintFixture>>;
  beforeEach(async () => {
    fixture = await openPrintFixture();
  });
  afterEach(() => fixture.close());

  const filesOf = async (out: string): Promise<Record<string, string>> => {
    const names = (await readdir(join(out, RUN_FOLDER))).filter((name) => name !== '.parts').sort();
    return Object.fromEntries(await Promise.all(names.map(async (name) => [name, (await readFile(join(out, RUN_FOLDER, name))).toString('base64')] as const)));
  };

  /** A run of one chunk to its files. */
  async function render(deps: PrintRunDeps) {
    const chunk = await renderChunk(deps, { runId: RUN, chunk: 1 });
    return { ...chunk, ...(await completeRun(deps, { runId: RUN, at: AT })) };
  }

  test('is gathered, closed, rendered with a manifest and a ticket, and handed over', async () => {
    const { deps, store, out, queue } = fixture;
    await queue('p-1', jeanne);
    await queue('p-2', zoe);

    expect(await closeRun(deps, { runId: RUN })).toEqual({ pieces: 2, chunks: 1, overBudget: 0 });
    const folder = join(out, RUN_FOLDER);
    expect(await render(deps)).toEqual({ pieces: 2, unprintable: 0, seeds: 0, folder });
    expect(await handOver(deps, { runId: RUN, at: AT, clock: REAL_TIME })).toEqual({ pieces: 2, handedOverAt: AT, reference: folder });

    expect((await readdir(folder)).sort()).toEqual(FILES);
    const manifest: Record<string, string>[] = parse(await readFile(join(folder, 'manifest.csv'), 'utf8'), { columns: true });
    const links = await store.selectFrom('links').select(['touch_id', 'kind', 'token']).execute();
    const tokenOf = (touch: string, kind: string) => links.find((link) => link.touch_id === touch && link.kind === kind)?.token;
    expect(manifest[1]).toEqual({
      piece_id: 'spring/p-2/renewal-postcard/1',
      ...{ file: '001.pdf', first_page: '2', last_page: '2', fronts_file: '001-fronts.pdf', front_page: '1' },
      ...{ qr_token: tokenOf('spring/p-2/renewal-postcard/1', 'qr'), purl_token: tokenOf('spring/p-2/renewal-postcard/1', 'purl') },
      purl: `http://127.0.0.1:8080/p/zoe-lefevre-${tokenOf('spring/p-2/renewal-postcard/1', 'purl')}`,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      ...{ address_1: 'MME ZOÉ LEFÈVRE', address_2: '4 RUE DE L EGLISE', address_3: '00410 SAINT LOUP', address_4: '', address_5: '', address_6: '' },
      ...{ format: 'a6-postcard', paper: 'couché satin 350 g/m²', postage_class: 'publicitaire J+3', variant: '', printer: 'folder', seed: 'false' },
    });
    expect(await readQrCodes({ pdf: await readFile(join(folder, '001.pdf')), pages: [1, 2] })).toEqual(manifest.map(({ qr_token }) => `HTTP://127.0.0.1:8080/Q/${qr_token}`));
    const json = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>[];
    expect(json.map(({ pieceId, sha256 }) => [pieceId, sha256])).toEqual(manifest.map(({ piece_id, sha256 }) => [piece_id, sha256]));

    const pieces = await store.selectFrom('mailpieces').select(['status', 'chunk', 'first_page', 'last_page', 'front_page', 'sha256', 'problem']).orderBy('touch_id').execute();
    expect(pieces).toEqual(
      manifest.map(({ sha256 }, index) => ({ status: 'printed', chunk: 1, first_page: index + 1, last_page: index + 1, front_page: 1, sha256, problem: null })),
    );
    const run = await store.selectFrom('print_runs').select(['status', 'pieces', 'handed_over_at', 'reference', 'closed_by']).executeTakeFirstOrThrow();
    expect(run).toEqual({ status: 'handed-over', pieces: 2, handed_over_at: new Date(AT), reference: folder, closed_by: 'cut-off' });
  });

  test('has a job ticket that says all a printer asks, with what each file must be', async () => {
    const { deps, out, queue } = fixture;
    await queue('p-1', jeanne);
    await queue('p-2', zoe);
    await closeRun(deps, { runId: RUN });
    await render(deps);
    const ticket = JSON.parse(await readFile(join(out, RUN_FOLDER, 'ticket.json'), 'utf8')) as { files: { name: string; sha256: string; bytes: number }[] };
    for (const { name, sha256, bytes } of ticket.files) {
      const content = await readFile(join(out, RUN_FOLDER, name));
      expect({ name, bytes, sha256 }).toEqual({ name, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') });
    }
    expect({ ...ticket, files: ticket.files.map(({ name }) => name) }).toMatchInlineSnapshot(`
     {
       "campaign": "spring",
       "colour": "FOGRA51 (PSO Coated v3)",
       "contact": "Bellebraise <atelier@bellebraise.example>",
       "files": [
         "001.pdf",
         "001-fronts.pdf",
         "manifest.csv",
         "manifest.json",
       ],
       "folds": [],
       "format": {
         "bleed": 3,
         "height": 105,
         "name": "a6-postcard",
         "width": 148,
       },
       "handOverBy": "2027-03-01T18:00:00.000Z",
       "manifest": {
         "csv": "manifest.csv",
         "json": "manifest.json",
       },
       "pages": 3,
       "papers": [
         {
           "paper": "couché satin 350 g/m²",
           "pieces": 2,
         },
       ],
       "pieces": 2,
       "postage": [
         {
           "pieces": 2,
           "postageClass": "publicitaire J+3",
         },
       ],
       "printer": "folder",
       "run": "spring/a6-postcard/2027-03-01T17:00:00.000Z",
       "seeds": 0,
     }
    `);
  });

  test('is made again with the same files after a crash between writing and recording', async () => {
    const { deps, store, out, queue } = fixture;
    await queue('p-1', jeanne);
    await queue('p-2', zoe);
    await closeRun(deps, { runId: RUN });

    const crashing = { ...deps, store: crashingWhenRecording(store) };
    await expect(renderChunk(crashing, { runId: RUN, chunk: 1 })).rejects.toThrow('the process died here');
    const before = await filesOf(out);
    expect(Object.keys(before)).toEqual(['001-fronts.pdf', '001.pdf']);
    expect(await store.selectFrom('mailpieces').select('status').execute()).toEqual([{ status: 'queued' }, { status: 'queued' }]);

    expect(await closeRun(deps, { runId: RUN })).toMatchObject({ pieces: 2 });
    await render(deps);
    expect(await filesOf(out)).toMatchObject(before);
    expect(await store.selectFrom('mailpieces').select('status').execute()).toEqual([{ status: 'printed' }, { status: 'printed' }]);
  });

  test('done twice is done once: each step again changes nothing', async () => {
    const { deps, store, out, queue } = fixture;
    await queue('p-1', jeanne);
    await closeRun(deps, { runId: RUN });
    const first = await render(deps);
    const files = await filesOf(out);
    await store.updateTable('identities').set({ city: 'Paris' }).execute();

    expect(await render(deps)).toEqual(first);
    expect(await filesOf(out)).toEqual(files);
    await handOver(deps, { runId: RUN, at: 1_000, clock: REAL_TIME });
    expect(await handOver(deps, { runId: RUN, at: 2_000, clock: REAL_TIME })).toMatchObject({ pieces: 1, handedOverAt: 1_000 });
    expect(await render(deps)).toEqual(first);
  });

  test('without a piece writes no file, and is handed over all the same', async () => {
    const { deps, out } = fixture;
    expect(await closeRun(deps, { runId: RUN })).toMatchObject({ pieces: 0, chunks: 0 });
    expect(await completeRun(deps, { runId: RUN, at: AT })).toEqual({ pieces: 0, seeds: 0, folder: null });
    expect(await readdir(out)).toEqual([]);
    expect(await handOver(deps, { runId: RUN, at: AT, clock: REAL_TIME })).toEqual({ pieces: 0, handedOverAt: AT, reference: null });
  });

  test('goes one step after another: out of order is a permanent error that says what to do', async () => {
    const { deps, queue } = fixture;
    await queue('p-1', jeanne);
    await expect(renderChunk(deps, { runId: RUN, chunk: 1 })).rejects.toThrow(`Expected print run ${RUN} to have a chunk 1, got none. Call closeRun first.`);
    await expect(handOver(deps, { runId: RUN, at: 0, clock: REAL_TIME })).rejects.toThrow(PermanentError);
    await closeRun(deps, { runId: RUN });
    await expect(completeRun(deps, { runId: RUN, at: 0 })).rejects.toThrow(`Expected print run ${RUN} to be rendered, got chunk 1 to do.`);
    await expect(completeRun(deps, { runId: 'spring/a6-postcard/2030-01-01T00:00:00.000Z', at: 0 })).rejects.toThrow('in the store, got none');
    await expect(closeRun(deps, { runId: 'spring' })).rejects.toThrow(
      "Expected a print run's id as <campaign>/<format>/<cut-off in ISO 8601>, and /<batch> from the second on, got 'spring'.",
    );
  });

  test('is worked on by one at a time', async () => {
    const { deps, queue } = fixture;
    await queue('p-1', jeanne);
    await closeRun(deps, { runId: RUN });
    // The first can't record what it has drawn before the second has had its answer.
    const first = await deps.store.transaction().execute(async (transaction) => {
      await sql`SELECT FROM print_chunks WHERE print_run_id = ${RUN} FOR UPDATE`.execute(transaction);
      const drawing = await new Promise<{ chunk: Promise<unknown> }>((resolve) => {
        const chunk: Promise<unknown> = renderChunk({ ...deps, heartbeat: () => resolve({ chunk }) }, { runId: RUN, chunk: 1 });
      });
      await expect(renderChunk(deps, { runId: RUN, chunk: 1 })).rejects.toMatchObject({ type: 'PrintRunBusy', retryAfterMs: 500 });
      return drawing;
    });
    expect(await first.chunk).toEqual({ pieces: 1, unprintable: 0 });
  });

  test('beats its heart while it draws', async () => {
    const { deps, queue } = fixture;
    await queue('p-1', jeanne);
    await closeRun(deps, { runId: RUN });
    const beats: unknown[] = [];
    await renderChunk({ ...deps, heartbeat: (progress) => beats.push(progress) }, { runId: RUN, chunk: 1 });
    expect(beats).toEqual([
      { chunk: 1, loaded: 1 },
      { chunk: 1, written: 2 },
    ]);
  });
});

/** A store that dies in the transaction that records a rendered chunk, after its files were written. */
function crashingWhenRecording(store: Store): Store {
  const dying = (transaction: object): object =>
    new Proxy(transaction, {
      get(target, key) {
        if (key === 'updateTable') throw new Error('the process died here');
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  return new Proxy(store, {
    get(target, key) {
      if (key === 'transaction')
        return () => ({ execute: (work: (transaction: object) => Promise<unknown>) => target.transaction().execute((transaction) => work(dying(transaction))) });
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
