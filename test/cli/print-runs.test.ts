import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { register as approve } from '../../cli/commands/approve.ts';
import { register as printRuns } from '../../cli/commands/print-runs.ts';
import { register as reconcile } from '../../cli/commands/reconcile.ts';
import { register as reject } from '../../cli/commands/reject.ts';
import { listPrintRuns } from '../../store/index.ts';
import { enter, openWorld, someone, until, type World } from '../setup/world.ts';
import { runCommand } from './run-command.ts';

let world: World;
const PEOPLE = ['p-1', 'p-2', 'p-3'];
beforeAll(async () => {
  world = await openWorld();
  await enter(
    world,
    PEOPLE.map((id) => someone(id)),
  );
  const { store, temporal } = world;
  Object.assign(process.env, { DATABASE_URL: store.databaseUrl, DATABASE_SCHEMA: store.schemaName, TEMPORAL_ADDRESS: temporal.address, TEMPORAL_NAMESPACE: temporal.namespace });
}, 120_000);
afterAll(() => world.close(), 120_000);

const launch = (id: string) => world.launch({ id, audience: PEOPLE, speed: 1, printEvery: '3 seconds', print: { proof: 2 } });
/** The campaign's only run, once its status is this one. Its id has a time of today in it. */
const reaches = (campaign: string, status: string) =>
  until(`a print run that is ${status}`, async () => {
    const runs = await listPrintRuns(world.store, campaign);
    return runs.every((run) => run.status === status) && runs[0];
  });
const anonymous = (shown: string, id: string) => shown.replaceAll(id, id.replace(/\d{4}-.*$/, '2027-03-01T17:00:00.000Z')).replace(/proof: .*\/(\w+\/a6-postcard\/)[^/]+\/proof/, 'proof: out/$12027-03-01T17-00-00Z/proof');

describe('print runs at the command line', () => {
  test('nothing goes out before the proof was approved; what the printer says is compared', async () => {
    expect((await runCommand(printRuns, ['print-runs'])).shown).toBe('No print run yet: the first mailpiece begins one.\n');
    await launch('spring');
    const { id } = await reaches('spring', 'awaiting-approval');
    const folder = join(world.out, 'spring', 'a6-postcard');
    await until('the proof', async () => (await listPrintRuns(world.store, 'spring'))[0]?.proof);
    const [run = ''] = await readdir(folder);
    expect((await readdir(join(folder, run, 'proof'))).sort()).toEqual(['proof-fronts.pdf', 'proof.csv', 'proof.pdf']);
    expect(await readdir(join(folder, run))).toEqual(['proof']);
    expect(anonymous((await runCommand(printRuns, ['print-runs', 'spring'])).shown, id)).toMatchInlineSnapshot(`
     "print run                                    state                   printed   queued  recalled  printer
     spring/a6-postcard/2027-03-01T17:00:00.000Z  waits for approval            0        3         0  folder
       proof: out/spring/a6-postcard/2027-03-01T17-00-00Z/proof/proof.pdf
       npx parcours approve spring/a6-postcard/2027-03-01T17:00:00.000Z
       npx parcours reject spring/a6-postcard/2027-03-01T17:00:00.000Z "why"
     "
    `);

    await until('its workflow to wait', async () => (await runCommand(approve, ['approve', id, '--by', 'Anne']).catch(() => undefined)) ?? false);
    await reaches('spring', 'handed-over');
    expect(await readdir(join(folder, run))).toEqual(expect.arrayContaining(['001.pdf', 'manifest.csv', 'ticket.json']));
    expect(await world.store.selectFrom('print_approvals').select(['campaign_id', 'format', 'approved_by']).execute()).toEqual([
      { campaign_id: 'spring', format: 'a6-postcard', approved_by: 'Anne' },
    ]);

    const report = join(world.out, 'report.csv');
    await writeFile(report, 'piece_id,status,reason\nspring/p-1/renewal-postcard/1,printed,\nspring/p-2/renewal-postcard/1,spoiled,jammed\n');
    const { shown } = await runCommand(reconcile, ['reconcile', id, report]);
    expect(anonymous(shown, id)).toMatchInlineSnapshot(`
     "print run                                    state                   printed   queued  recalled  printer
     spring/a6-postcard/2027-03-01T17:00:00.000Z  printed otherwise             2        0         1  folder
       1 missing, 1 spoiled, 0 unknown:
         missing spring/p-3/renewal-postcard/1
         spoiled spring/p-2/renewal-postcard/1: jammed
     "
    `);
    await until(
      'the journey to hear of it',
      async () => (await world.store.selectFrom('events').select('signal').where('kind', '=', 'failed').executeTakeFirst())?.signal === 'done',
    );

    await writeFile(report, 'piece_id,status\nspring/p-1/renewal-postcard/1,lost\n');
    await expect(runCommand(reconcile, ['reconcile', id, report])).rejects.toThrow(
      /to tell of a piece in each line, got a line that does not:\nline 2: /,
    );
    await expect(runCommand(approve, ['approve', id])).rejects.toThrow('to be awaiting-approval, got one that is');
  }, 120_000);

  test('rejected, nothing is printed and the journeys are told', async () => {
    await launch('autumn');
    const { id } = await reaches('autumn', 'awaiting-approval');
    await until('its workflow to wait', async () => (await runCommand(reject, ['reject', id, 'the logo is upside down', '--by', 'Anne']).catch(() => undefined)) ?? false);
    await reaches('autumn', 'rejected');
    expect(anonymous((await runCommand(printRuns, ['print-runs', 'autumn'])).shown, id)).toMatchInlineSnapshot(`
     "print run                                    state                   printed   queued  recalled  printer
     autumn/a6-postcard/2027-03-01T17:00:00.000Z  not printed                   0        0         3  folder
       Rejected: the logo is upside down (Anne)
     "
    `);
    await until(
      'the journeys to hear of it',
      async () =>
        (await world.store.selectFrom('events').select('signal').where('campaign_id', '=', 'autumn').where('kind', '=', 'failed').where('signal', '=', 'done').execute()).length ===
        3,
    );
  }, 120_000);

  test('a full batch goes out before its cut-off; the next piece begins another', async () => {
    await world.launch({ id: 'batched', audience: PEOPLE, speed: 1, printEvery: '2 minutes', print: { proof: 0, batch: 2 } });
    const runs = await until('a batch that was handed over', async () => {
      const all = await listPrintRuns(world.store, 'batched');
      return all.length > 1 && all.some(({ status }) => status === 'handed-over') && all;
    });
    expect(runs.map(({ id, status, printed, queued, cutOff }) => [id.split('/').slice(3).join(), status, printed, queued, cutOff > new Date()])).toEqual([
      ['2', 'open', 0, 1, true],
      ['', 'handed-over', 2, 0, true],
    ]);
  }, 120_000);

  test('a run that is not there is named', async () => {
    await expect(runCommand(approve, ['approve', 'spring/a6-postcard/2030-01-01T00:00:00.000Z'])).rejects.toThrow(
      "Expected print run 'spring/a6-postcard/2030-01-01T00:00:00.000Z' to be under way, got none. List them: npx parcours print-runs",
    );
  });
});
