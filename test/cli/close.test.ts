import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { Command } from 'commander';
import { register } from '../../cli/commands/close.ts';
import { launchedLines } from '../../cli/commands/launch.ts';
import { launchCampaign } from '../../client/index.ts';
import { testStore, type TestStore } from '../setup/store.ts';
import { testTemporal, type TestTemporal } from '../setup/temporal.ts';

let store: TestStore;
let temporal: TestTemporal;
beforeAll(async () => {
  [store, temporal] = await Promise.all([testStore(), testTemporal()]);
  Object.assign(process.env, { DATABASE_URL: store.databaseUrl, DATABASE_SCHEMA: store.schemaName, TEMPORAL_ADDRESS: temporal.address, TEMPORAL_NAMESPACE: temporal.namespace });
});
afterAll(async () => {
  await Promise.all([store.destroy(), temporal.close()]);
});

/** `npx parcours …` in this process. */
async function parcours(...args: readonly string[]): Promise<string> {
  let shown = '';
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((shown += String(text))));
  const program = new Command('parcours').exitOverride();
  register(program);
  try {
    await program.parseAsync(args, { from: 'user' });
    return shown;
  } finally {
    write.mockRestore();
  }
}

test('a launch opens a campaign to its event, parcours close closes it, with no worker running', async () => {
  const launched = await launchCampaign({ client: temporal.client, store }, { id: 'carts-2027', scenario: 'abandoned-cart', version: 1 });
  expect(launchedLines(launched)).toMatchInlineSnapshot(`
   "Campaign carts-2027 of abandoned-cart.v1 is open to the event cart-abandoned. Its workflow: campaign/carts-2027
   Send events as docs/events.md says; close it by: npx parcours close carts-2027
   Its first print run waits for you to approve its proof: npx parcours print-runs carts-2027"
  `);
  const entries = async () => (await store.selectFrom('campaigns').select('entries').where('id', '=', 'carts-2027').executeTakeFirstOrThrow()).entries;
  expect(await entries()).toBe('open');
  expect(await parcours('close', 'carts-2027')).toMatchInlineSnapshot(`
   "Campaign carts-2027 is closed: nobody enters any more, journeys under way go on. Its workflow campaign/carts-2027 did not answer (is a worker running?); it has no effect any more.
   "
  `);
  expect(await entries()).toBe('closed');
}, 30_000);

test('parcours close says when there is nothing to close', async () => {
  await expect(parcours('close', 'nothing')).rejects.toThrow("Expected 'nothing' to be a campaign that people enter by an event, got none of that id.");
});
