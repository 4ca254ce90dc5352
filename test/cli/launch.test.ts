import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Command } from 'commander';
import { register } from '../../cli/commands/launch.ts';
import { saveProspects } from '../../store/index.ts';
import { testStore, type TestStore } from '../setup/store.ts';
import { testTemporal, type TestTemporal } from '../setup/temporal.ts';

let store: TestStore;
let temporal: TestTemporal;
beforeAll(async () => {
  [store, temporal] = await Promise.all([testStore(), testTemporal()]);
  Object.assign(process.env, { DATABASE_URL: store.databaseUrl, DATABASE_SCHEMA: store.schemaName, TEMPORAL_ADDRESS: temporal.address, TEMPORAL_NAMESPACE: temporal.namespace });
  const nobody = { title: null, firstName: null, lastName: null, addressLine: null, addressComplement: null, postcode: null, city: null, country: 'FR', email: null };
  const facts = { boilerAge: 14, energy: 'gas', storeDistance: 3, store: 'Marsolande', customer: 'no' };
  await saveProspects(store, ['p-1', 'p-2', 'p-3'].map((id) => ({ id, locale: 'fr-FR', facts, identity: nobody, consents: {}, source: 'test' })));
});
afterAll(async () => {
  await Promise.all([store.destroy(), temporal.close()]);
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
    expect(await launch(spring)).toMatch(/^Campaign spring of boiler-renewal\.v1: 3 people entered, \d of them held out\. Its workflow: campaign\/spring\n$/);
    expect(await launch(spring)).toBe('Campaign spring was launched before, and nobody was imported since. Its workflow: campaign/spring\n');
    const campaign = await store.selectFrom('campaigns').selectAll().where('id', '=', 'spring').executeTakeFirstOrThrow();
    expect(campaign).toMatchObject({ version: 1, clock: { epoch: 0, speed: 1 }, seed: 'spring', print_every_ms: String(2 * 86_400_000) });
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
    [['boiler-renewal'], "required option '--campaign <id>' not specified"],
  ])('says what is wrong with %j', async (args, message) => {
    await expect(launch(args)).rejects.toThrow(message);
  });

  test('says that it needs a database', async () => {
    delete process.env['DATABASE_URL'];
    await expect(launch(['boiler-renewal', '--campaign', 'x'])).rejects.toThrow(/DATABASE_URL[^]*Start one with: npx parcours dev/);
  });
});
