import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from '@temporalio/client';
import { sql } from 'kysely';
import { campaignProgress, launchCampaign, LaunchError, setCampaignPace, stopCampaign } from '../../client/index.ts';
import { pauseUpdate, progressQuery, resumeUpdate, stopUpdate } from '../../workflows/campaign.ts';
import { enter, openWorld, someone, until, type World } from '../setup/world.ts';

let world: World;
const PEOPLE = Array.from({ length: 200 }, (_, index) => `p${String(index).padStart(3, '0')}`);
beforeAll(async () => {
  world = await openWorld();
  await enter(world, PEOPLE.map((id) => someone(id)));
}, 120_000);
afterAll(() => world.close());

const started = async (campaign: string) =>
  Number((await sql<{ count: string }>`select count(*) from journeys where campaign_id = ${campaign} and status <> 'entered'`.execute(world.store)).rows[0]!.count);
const campaign = (id: string) => world.temporal.client.workflow.getHandle(`campaign/${id}`);

test('the holdout is drawn before anything is printed, and gets nothing', async () => {
  const { holdout, entered } = await world.launch({ id: 'lift', audience: PEOPLE, holdout: 0.1, speed: 1 });
  expect(entered).toBe(200);
  // Drawn person by person: 20 expected, standard deviation 4.2.
  expect(holdout).toBeGreaterThan(6);
  expect(holdout).toBeLessThan(38);
  await campaign('lift').result();
  expect(await started('lift')).toBe(200 - holdout);
  const { rows } = await sql<{ id: string }>`select j.id from journeys j where j.campaign_id = 'lift' and j.holdout and exists (select from touches t where t.journey_id = j.id)`.execute(world.store);
  expect(rows).toEqual([]);
});

test('a second launch of the same campaign starts nobody twice; a different one under its name is refused', async () => {
  expect(await world.launch({ id: 'lift', audience: PEOPLE, holdout: 0.1, speed: 1 })).toMatchObject({ entered: 0 });
  await campaign('lift').result();
  await expect(world.launch({ id: 'lift', audience: PEOPLE, holdout: 0.2, speed: 1 })).rejects.toThrow(LaunchError);
  const { rows } = await sql<{ count: string }>`select count(*) from touches where journey_id like 'lift/%'`.execute(world.store);
  await until('a postcard for each, once', async () => Number((await sql<{ count: string }>`select count(*) from touches where journey_id like 'lift/%'`.execute(world.store)).rows[0]!.count) === (await started('lift')));
  expect(Number(rows[0]!.count)).toBeLessThanOrEqual(await started('lift'));
});

test.each([
  [{ id: 'Not OK' }, 'Expected a campaign id of lower-case letters'],
  [{ id: 'campaign' }, 'Expected a campaign id other than'],
  [{ holdout: 1 }, 'Expected a holdout from 0 to below 1'],
  [{ pace: 0 }, 'Expected a pace above 0'],
  [{ scenario: 'nobody' }, 'Expected a registered scenario version'],
  [{ printEvery: 'soon' as '1 day' }, 'Expected a duration'],
])('a launch with %j is refused with what to change', async (change, message) => {
  await expect(world.launch({ id: 'refused', audience: [], speed: 1, ...change })).rejects.toThrow(message);
});

test('a namespace that does not know our search attributes is named, with the command that registers them', async () => {
  const namespace = `bare-${Date.now()}`;
  const { connection } = world.temporal.client;
  await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: { seconds: 86_400 as never } });
  const launch = () => launchCampaign({ client: new Client({ connection, namespace }), store: world.store }, { id: 'bare', scenario: 'boiler-renewal', version: 1, audience: [] });
  const refusal = await until('the refusal', () => launch().catch((error: Error) => error.message.includes('search attribute') && error));
  expect(refusal).toBeInstanceOf(LaunchError);
  expect((refusal as Error).message).toContain(`temporal operator search-attribute create --namespace ${namespace} --name ParcoursScenario --type Keyword`);
});

test('paused it starts nobody, resumed it goes on, stopped it ends for good', async () => {
  await world.launch({ id: 'paced', audience: PEOPLE, pace: 4, speed: 1 });
  await until('the first journeys', async () => (await started('paced')) > 0);
  expect(await campaign('paced').executeUpdate(pauseUpdate)).toMatchObject({ state: 'paused' });
  // The page under way is finished; then it stands still.
  await until('the page to end', async () => (await campaign('paced').query(progressQuery)).started > 0);
  const atPause = await started('paced');
  expect(atPause).toBeLessThan(200);
  expect((await campaign('paced').query(progressQuery)).started).toBe(atPause);

  await campaign('paced').executeUpdate(resumeUpdate);
  await until('more journeys', async () => (await started('paced')) > atPause);
  expect(await campaign('paced').executeUpdate(stopUpdate)).toMatchObject({ state: 'stopped' });
  expect(await campaign('paced').result()).toMatchObject({ state: 'stopped' });
  expect(await started('paced')).toBeLessThan(200);
}, 90_000);

test('a pace set while it starts journeys holds from the next page on; one that is none is refused by name', async () => {
  await world.launch({ id: 'hurried', audience: PEOPLE, pace: 0.5, speed: 1 });
  await until('the first journey', async () => (await started('hurried')) > 0);
  const { client } = world.temporal;
  expect(await setCampaignPace(client, { campaignId: 'hurried', pace: 200 })).toMatchObject({ state: 'starting', pace: 200 });
  for (const pace of [0, -1, 1_001, Number.NaN, '5' as unknown as number]) {
    await expect(setCampaignPace(client, { campaignId: 'hurried', pace })).rejects.toThrow('Expected {"pace": number} above 0 and up to 1000 journeys per second');
  }
  // At half a journey a second all two hundred would take seven minutes.
  expect(await campaign('hurried').result()).toEqual({ state: 'started', started: 200, pace: 200 });
  await expect(setCampaignPace(client, { campaignId: 'hurried', pace: 5 })).rejects.toThrow("Expected campaign 'hurried' to be starting journeys or open to entries");
  await expect(stopCampaign(client, 'nobody')).rejects.toThrow("Expected campaign 'nobody'");
  expect(await campaignProgress(client, 'hurried')).toMatchObject({ state: 'started' });
}, 90_000);
