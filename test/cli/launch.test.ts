import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Command } from 'commander';
import { register } from '../../cli/commands/launch.ts';
import { saveProspects, seedsOf } from '../../store/index.ts';
import { testStore, type TestStore } from '../setup/store.ts';
import { testTemporal, type TestTemporal } from '../setup/temporal.ts';

let store: TestStore;
let temporal: TestTemporal;
let folder: string;
beforeAll(async () => {
  [store, temporal, folder] = await Promise.all([testStore(), testTemporal(), mkdtemp(join(tmpdir(), 'parcours-launch-'))]);
  Object.assign(process.env, { DATABASE_URL: store.databaseUrl, DATABASE_SCHEMA: store.schemaName, TEMPORAL_ADDRESS: temporal.address, TEMPORAL_NAMESPACE: temporal.namespace });
  const nobody = { title: null, firstName: null, lastName: null, addressLine: null, addressComplement: null, postcode: null, city: null, country: 'FR', email: null };
  const facts = { boilerAge: 14, energy: 'gas', storeDistance: 3, store: 'Marsolande', customer: 'no' };
  await saveProspects(store, ['p-1', 'p-2', 'p-3'].map((id) => ({ id, locale: 'fr-FR', facts, identity: nobody, consents: {}, source: 'test' })));
});
afterAll(async () => {
  await Promise.all([store.destroy(), temporal.close(), rm(folder, { recursive: true })]);
});

/** `npx parcours launch …` in this process, pointed at the test's PostgreSQL and Temporal. */
async function launch(args: readonly string[]): Promise<string> {
  let shown = '';
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((shown += String(text))));
  const program = new Command('parcours').exitOverride();
  register(program);
  for (const command of program.commands) command.exitOverride().configureOutput({ writeErr: () => {} });
  try {
    await program.parseAsync(['launch', ...args], { from: 'user' });
    return shown;
  } finally {
    write.mockRestore();
  }
}

describe('parcours launch', () => {
  test('launches to everybody, once', async () => {
    const spring = ['boiler-renewal', '--scenario-version', '1', '--campaign', 'spring', '--holdout', '0.1', '--pace', '50', '--print-every', '2 days'];
    expect(await launch(spring)).toMatch(/^Campaign spring of boiler-renewal\.v1: 3 people entered, \d of them held out\. Its workflow: campaign\/spring\nIts first print run waits for you to approve its proof: npx parcours print-runs spring\n$/);
    expect(await launch(spring)).toBe('Campaign spring was launched before, and nobody was imported since. Its workflow: campaign/spring\n');
    const campaign = await store.selectFrom('campaigns').selectAll().where('id', '=', 'spring').executeTakeFirstOrThrow();
    expect(campaign.print).toEqual({ printer: 'folder', proof: 8 });
    expect(campaign).toMatchObject({ version: 1, clock: { epoch: 0, speed: 1 }, seed: 'spring', print_every_ms: String(2 * 86_400_000) });
  });

  test('says who prints, when, how many at once, for how much, after which proof, and to whom copies go', async () => {
    const seeds = join(folder, 'seeds.csv');
    await writeFile(seeds, 'first_name,last_name,address_line,postcode,city\nKarim,Atelier,3 quai des Presses,00120,Marsolande\n');
    const flags = ['--cut-off', '17:00@Europe/Paris', '--printer', 'sftp', '--batch', '500', '--print-budget', '1200.50', '--no-proof', '--seed-addresses', seeds];
    expect(await launch(['boiler-renewal', '--scenario-version', '1', '--campaign', 'printed', ...flags])).not.toContain('proof');
    const { print } = await store.selectFrom('campaigns').select('print').where('id', '=', 'printed').executeTakeFirstOrThrow();
    expect(print).toEqual({ printer: 'sftp', cutOff: { time: '17:00', zone: 'Europe/Paris' }, batch: 500, budget: 1200.5, proof: 0 });
    expect(await seedsOf(store, 'printed')).toMatchObject([{ number: 1, identity: { firstName: 'Karim', lastName: 'Atelier', country: 'FR' } }]);
    await expect(launch(['boiler-renewal', '--scenario-version', '1', '--campaign', 'printed'])).rejects.toThrow(
      "got one with print printer sftp (now folder), print cutOff 17:00@Europe/Paris (now none), print batch 500 (now none), print budget 1200.5 (now none), print proof 0 (now 8). Choose another id.",
    );
  });

  test('with a clock that runs fast begins at the world\'s now', async () => {
    const before = Date.now();
    await launch(['boiler-renewal', '--scenario-version', '1', '--campaign', 'fast', '--speed', '86400']);
    const { clock } = await store.selectFrom('campaigns').selectAll().where('id', '=', 'fast').executeTakeFirstOrThrow();
    expect(clock.speed).toBe(86_400);
    expect(clock.epoch).toBeGreaterThanOrEqual(before);
  });

  test.each([
    [['boiler-removal', '--campaign', 'x'], "Expected a registered scenario, got 'boiler-removal'. Known: abandoned-cart, "],
    [['boiler-renewal', '--campaign', 'Spring 2027'], 'Expected a campaign id of lower-case letters, digits and dashes'],
    [['boiler-renewal', '--campaign', 'x', '--holdout', '10'], 'Expected a holdout from 0 to below 1 (0.1 is 10 %), got 10.'],
    [['boiler-renewal', '--campaign', 'x', '--pace', 'fast'], "Expected a number, got 'fast'."],
    [['boiler-renewal', '--campaign', 'x', '--print-every', 'daily'], "Expected a duration such as '21 days', got 'daily'."],
    [['boiler-renewal', '--campaign', 'x', '--cut-off', '17:00'], "Expected a time and a zone, such as 17:00@Europe/Paris, got '17:00'."],
    [['boiler-renewal', '--campaign', 'x', '--cut-off', '25:00@Europe/Paris'], "Expected a cut-off such as 17:00 in Europe/Paris, got 25:00 in Europe/Paris. Expected a time of day"],
    [['boiler-renewal', '--campaign', 'x', '--cut-off', '17:00@Paris'], "got 17:00 in Paris. Expected an IANA time zone such as 'Europe/Paris', got 'Paris'."],
    [['boiler-renewal', '--campaign', 'x', '--cut-off', '17:00@Europe/Paris', '--print-every', '2 days'], 'Expected a cut-off at local time or one every 2 days, got both.'],
    [['boiler-renewal', '--campaign', 'x', '--batch', '0'], 'Expected a batch of 1 to 1000000 pieces, got 0.'],
    [['boiler-renewal', '--campaign', 'x', '--proof', '2.5'], 'Expected a proof of 1 to 100 pieces, or 0 for none, got 2.5.'],
    [['boiler-renewal', '--campaign', 'x', '--print-budget', '-1'], 'Expected a print budget in euros, 0 or more, got -1.'],
    [['boiler-renewal', '--campaign', 'x', '--seed-addresses', 'none.csv'], 'Expected a CSV file of seed addresses at none.csv, got none there.'],
    [['boiler-renewal'], "required option '--campaign <id>' not specified"],
  ])('says what is wrong with %j', async (args, message) => {
    await expect(launch(args)).rejects.toThrow(message);
  });

  test('says that it needs a database', async () => {
    delete process.env['DATABASE_URL'];
    await expect(launch(['boiler-renewal', '--campaign', 'x'])).rejects.toThrow(/DATABASE_URL[^]*Start one with: npx parcours dev/);
  });
});
