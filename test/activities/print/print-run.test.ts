import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { PermanentError } from '../../../activities/errors.ts';
import { closeRun, handOver, renderRun } from '../../../activities/print/print-run.ts';
import { readQrCodes } from '../../../cli/demo/read-qr-codes.ts';
import type { Store } from '../../../store/connect.ts';
import { openPrintFixture, RUN } from './print-fixture.ts';

const jeanne = { first_name: 'Jeanne', last_name: 'Dupont' };
const zoe = { first_name: 'Zoé', last_name: 'Lefèvre' };
const FILES = ['2027-03-01T17-00-00Z-fronts.pdf', '2027-03-01T17-00-00Z.csv', '2027-03-01T17-00-00Z.pdf'];

describe('a print run', () => {
  let fixture: Awaited<ReturnType<typeof openPrintFixture>>;
  beforeEach(async () => {
    fixture = await openPrintFixture();
  });
  afterEach(() => fixture.close());

  const filesOf = async (out: string): Promise<Record<string, string>> => {
    const names = (await readdir(join(out, 'spring'))).sort();
    return Object.fromEntries(await Promise.all(names.map(async (name) => [name, (await readFile(join(out, 'spring', name))).toString('base64')] as const)));
  };

  test('is gathered, closed, rendered with a manifest, and handed over', async () => {
    const { deps, store, out, queue } = fixture;
    await queue('p-1', jeanne);
    await queue('p-2', zoe);

    expect(await closeRun(deps, { runId: RUN })).toBe(2);
    const rendered = await renderRun(deps, { runId: RUN });
    expect(rendered).toEqual({ pieces: 2, unprintable: 0, pdf: join(out, 'spring', FILES[2]!), manifest: join(out, 'spring', FILES[1]!) });
    expect(await handOver(deps, { runId: RUN, at: Date.parse('2027-03-01T18:00:00Z') })).toEqual({ pieces: 2, handedOverAt: Date.parse('2027-03-01T18:00:00Z') });

    expect(Object.keys(await filesOf(out))).toEqual(FILES);
    const manifest: Record<string, string>[] = parse(await readFile(rendered.manifest!, 'utf8'), { columns: true });
    const links = await store.selectFrom('links').select(['touch_id', 'kind', 'token']).execute();
    const tokenOf = (touch: string, kind: string) => links.find((link) => link.touch_id === touch && link.kind === kind)?.token;
    expect(manifest[1]).toEqual({
      piece_id: 'spring/p-2/renewal-postcard/1',
      ...{ file: FILES[2], first_page: '2', last_page: '2', fronts_file: FILES[0], front_page: '1' },
      ...{ qr_token: tokenOf('spring/p-2/renewal-postcard/1', 'qr'), purl_token: tokenOf('spring/p-2/renewal-postcard/1', 'purl') },
      purl: `http://127.0.0.1:8080/p/zoe-lefevre-${tokenOf('spring/p-2/renewal-postcard/1', 'purl')}`,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      ...{ address_1: 'MME ZOÉ LEFÈVRE', address_2: '4 RUE DE L EGLISE', address_3: '00410 SAINT LOUP', address_4: '', address_5: '', address_6: '' },
      ...{ format: 'a6-postcard', paper: 'couché satin 350 g/m²', postage_class: 'publicitaire J+3', variant: '' },
    });
    expect(await readQrCodes({ pdf: await readFile(rendered.pdf!), pages: [1, 2] })).toEqual(manifest.map(({ qr_token }) => `HTTP://127.0.0.1:8080/Q/${qr_token}`));

    const pieces = await store.selectFrom('mailpieces').select(['status', 'first_page', 'last_page', 'sha256', 'problem']).orderBy('touch_id').execute();
    expect(pieces).toEqual(manifest.map(({ sha256 }, index) => ({ status: 'printed', first_page: index + 1, last_page: index + 1, sha256, problem: null })));
    const run = await store.selectFrom('print_runs').select(['status', 'pieces', 'handed_over_at']).executeTakeFirstOrThrow();
    expect(run).toEqual({ status: 'handed-over', pieces: 2, handed_over_at: new Date('2027-03-01T18:00:00Z') });
  });

  test('is made again with the same files after a crash between writing and recording', async () => {
    const { deps, store, out, queue } = fixture;
    await queue('p-1', jeanne);
    await queue('p-2', zoe);
    await closeRun(deps, { runId: RUN });

    const crashing = { ...deps, store: crashingWhenRecording(store) };
    await expect(renderRun(crashing, { runId: RUN })).rejects.toThrow('the process died here');
    const before = await filesOf(out);
    expect(Object.keys(before)).toEqual(FILES);
    expect(await store.selectFrom('mailpieces').select('status').execute()).toEqual([{ status: 'queued' }, { status: 'queued' }]);

    expect(await closeRun(deps, { runId: RUN })).toBe(2);
    await renderRun(deps, { runId: RUN });
    expect(await filesOf(out)).toEqual(before);
    expect(await store.selectFrom('mailpieces').select('status').execute()).toEqual([{ status: 'printed' }, { status: 'printed' }]);
  });

  test('done twice is done once: each step again changes nothing', async () => {
    const { deps, store, out, queue } = fixture;
    await queue('p-1', jeanne);
    await closeRun(deps, { runId: RUN });
    const first = await renderRun(deps, { runId: RUN });
    const files = await filesOf(out);
    await store.updateTable('identities').set({ city: 'Paris' }).execute();

    expect(await renderRun(deps, { runId: RUN })).toEqual(first);
    expect(await filesOf(out)).toEqual(files);
    await handOver(deps, { runId: RUN, at: 1_000 });
    expect(await handOver(deps, { runId: RUN, at: 2_000 })).toEqual({ pieces: 1, handedOverAt: 1_000 });
    expect(await renderRun(deps, { runId: RUN })).toEqual(first);
  });

  test('posted abroad, a piece bears the name of its country, and its company where it has one', async () => {
    const { deps, store, queue } = fixture;
    await queue('p-1', jeanne);
    await store.updateTable('identities').set({ company: 'Menuiserie Roux' }).execute();
    await closeRun(deps, { runId: RUN });
    const { manifest } = await renderRun({ ...deps, postedFrom: 'DE' }, { runId: RUN });
    expect(await readFile(manifest!, 'utf8')).toContain('MENUISERIE ROUX,MME JEANNE DUPONT,4 RUE DE L EGLISE,00410 SAINT LOUP,FRANKREICH');
  });

  test('prints the others when a piece can’t be printed, and says of that piece why', async () => {
    const { deps, store, queue } = fixture;
    await queue('p-1', jeanne);
    const { touchId } = await queue('p-2', { first_name: 'أمينة', last_name: 'العلوي' });
    await queue('p-3', { ...zoe, city: null });
    await queue('p-4', zoe);
    await store.deleteFrom('links').where('touch_id', '=', 'spring/p-4/renewal-postcard/1').where('kind', '=', 'purl').execute();
    await closeRun(deps, { runId: RUN });

    expect(await renderRun(deps, { runId: RUN })).toMatchObject({ pieces: 1, unprintable: 3 });
    const touches = await store
      .selectFrom('touches as t')
      .innerJoin('mailpieces as m', 'm.touch_id', 't.id')
      .select(['t.id', 't.status', 't.why', 't.cost', 'm.status as piece', 'm.problem'])
      .orderBy('t.id')
      .execute();
    expect(touches.map(({ id: _, cost, ...touch }) => ({ ...touch, cost: Number(cost) }))).toMatchInlineSnapshot(`
     [
       {
         "cost": 0.62,
         "piece": "printed",
         "problem": null,
         "status": "sent",
         "why": "sent",
       },
       {
         "cost": 0,
         "piece": "recalled",
         "problem": "Expected name in Latin letters on one line, got writing from right to left, which can’t be set (U+0623). Write it in Latin letters.",
         "status": "not-sent",
         "why": "failed:CharacterNotInFont",
       },
       {
         "cost": 0,
         "piece": "recalled",
         "problem": "Expected the prospect's city for the address block, got none. Complete the identity and import it again.",
         "status": "not-sent",
         "why": "failed:NoAddress",
       },
       {
         "cost": 0,
         "piece": "recalled",
         "problem": "Expected touch spring/p-4/renewal-postcard/1 to have a QR and a PURL token, got no PURL token. Record both links with the touch.",
         "status": "not-sent",
         "why": "failed:BadContent",
       },
     ]
    `);
    expect(touches[1]?.id).toBe(touchId);
    expect(await renderRun(deps, { runId: RUN })).toMatchObject({ pieces: 1, unprintable: 3 });
  });

  test('a message that throws concerns its own piece, and its words are not repeated: they may quote the person', async () => {
    const { deps, store, queue } = fixture;
    await queue('p-1', jeanne);
    await closeRun(deps, { runId: RUN });
    const contentOf: typeof deps.contentOf = (type) => {
      const { messages } = deps.contentOf(type);
      const failing = {
        ...messages['renewal-postcard'],
        content: () => {
          throw new TypeError('Jeanne Dupont has no offer');
        },
      };
      return { ...deps.contentOf(type), messages: { 'renewal-postcard': failing } } as ReturnType<typeof deps.contentOf>;
    };
    await renderRun({ ...deps, contentOf }, { runId: RUN });
    const { problem } = await store.selectFrom('mailpieces').select('problem').executeTakeFirstOrThrow();
    expect(problem).toBe('Expected the message to write its content, got TypeError. Try it with these props in a unit test.');
  });

  test('without a piece writes no file, and is handed over all the same', async () => {
    const { deps, out } = fixture;
    expect(await closeRun(deps, { runId: RUN })).toBe(0);
    expect(await renderRun(deps, { runId: RUN })).toEqual({ pieces: 0, unprintable: 0, pdf: null, manifest: null });
    expect(await readdir(out)).toEqual([]);
    expect(await handOver(deps, { runId: RUN, at: 5 })).toEqual({ pieces: 0, handedOverAt: 5 });
  });

  test('goes one step after another: out of order is a permanent error that says what to do', async () => {
    const { deps, queue } = fixture;
    await queue('p-1', jeanne);
    await expect(renderRun(deps, { runId: RUN })).rejects.toThrow(`Expected print run ${RUN} to be closed before it is rendered, got an open one. Call closeRun first.`);
    await expect(handOver(deps, { runId: RUN, at: 0 })).rejects.toThrow(PermanentError);
    await expect(renderRun(deps, { runId: 'spring/2030-01-01T00:00:00.000Z' })).rejects.toThrow('in the store, got none');
    await expect(closeRun(deps, { runId: 'spring' })).rejects.toThrow("Expected a print run's id as <campaign>/<cut-off in ISO 8601>, got 'spring'.");
  });

  test('beats its heart while it draws', async () => {
    const { deps, queue } = fixture;
    await queue('p-1', jeanne);
    await closeRun(deps, { runId: RUN });
    const beats: unknown[] = [];
    await renderRun({ ...deps, heartbeat: (progress) => beats.push(progress) }, { runId: RUN });
    expect(beats[0]).toEqual({ loaded: 1 });
  });
});

/** A store whose next transaction, the recording of a rendered run, is the moment at which the process dies. */
function crashingWhenRecording(store: Store): Store {
  return new Proxy(store, {
    get(target, key) {
      if (key === 'transaction') throw new Error('the process died here');
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
