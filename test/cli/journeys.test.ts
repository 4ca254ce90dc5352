import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as explain from '../../cli/commands/explain.ts';
import * as move from '../../cli/commands/move.ts';
import * as replay from '../../cli/commands/replay.ts';
import * as whatif from '../../cli/commands/whatif.ts';
import { enter, openWorld, someone, until, type World } from '../setup/world.ts';
import { runCommand } from './run-command.ts';

/** A campaign day takes a minute: nothing runs out while this is looked at. */
const SPEED = 1_440;

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const { store, temporal } = world;
  Object.assign(process.env, { DATABASE_URL: store.databaseUrl, DATABASE_SCHEMA: store.schemaName, TEMPORAL_ADDRESS: temporal.address, TEMPORAL_NAMESPACE: temporal.namespace });
  await enter(world, [someone('anne'), someone('bruno'), someone('chloe', { consents: { print: true, email: false, social: false } })]);
  await world.launch({ speed: SPEED });
  const standing = async (id: string, line: string) => (await world.temporal.client.workflow.getHandle(`spring/${id}`).query<string[]>('timeline').catch(() => [])).at(-1)?.includes(line) ?? false;
  await until('everybody to wait', async () => (await Promise.all(['anne', 'bruno', 'chloe'].map((id) => standing(id, 'wait 1')))).every(Boolean));
  const answer = { kind: 'reply', journey: 'spring/bruno', touch: 'renewal-postcard/1', data: { facts: { interest: 'advice' } } };
  expect((await world.tell({ id: 'reply-1', ...answer })).status).toBe(202);
  await until('bruno to have his mail', () => standing('bruno', 'wait 2'));
}, 120_000);
afterAll(() => world.close());

/** Moments and mechanics of the day are left out. */
const plain = (text: string) => text.replace(/\d{4}-\d\d-\d\d \d\d:\d\d/g, '<when>').replace(/day \d+\.\d/g, 'day').replace(/policy \w{8}/g, 'policy <hash>');

describe('parcours explain', () => {
  test('says why each touch was sent, and what each wait was for', async () => {
    const { shown } = await runCommand(explain.register, ['explain', 'spring/bruno']);
    expect(plain(shown)).toBe(`spring/bruno
<when>  ✓ renewal-postcard/1  sent
<when>  ✓ thank-you/1  sent (variant factual, chance 50 %, policy <hash>)
<when>  … renewal-postcard/1 scan or renewal-postcard/1 visit or renewal-postcard/1 reply  ended by reply-1
<when>  … thank-you/1 click  until <when>
<when>  ⓘ interest = advice  from personal-page
`);
  });

  test('for machines', async () => {
    const { shown } = await runCommand(explain.register, ['explain', 'spring/anne', '--json']);
    expect(JSON.parse(shown)).toMatchObject({ touches: [{ touch: 'renewal-postcard/1', sent: true, why: 'sent' }], waits: [{ wait: 1, expected: ['renewal-postcard/1 scan', 'renewal-postcard/1 visit', 'renewal-postcard/1 reply'] }] });
  });
});

describe('parcours whatif', () => {
  test('forks a live journey: she scans in two days', async () => {
    const { shown } = await runCommand(whatif.register, ['whatif', 'spring/anne', '--on', 'scan of renewal-postcard after 2 days', '--on', 'purchase after 12 days with {"order":"F1","amount":90,"currency":"EUR"}']);
    expect(plain(shown)).toBe(`spring/anne · boiler-renewal.v1
day  print renewal-postcard/1 sent
day  wait 1 for renewal-postcard/1 scan or renewal-postcard/1 visit or renewal-postcard/1 reply until day
── now ──
day  scan of renewal-postcard/1 [human]
day  wait 1 over: scan of renewal-postcard/1
day  wait 2 for reply until day
day  wait 2 over: time is up
day  email thank-you/1 sent (variant warm)
day  wait 3 for thank-you/1 click until day
day  wait 3 over: time is up
day  sleep until day
day  purchase [human]
day  ended: converted (goal: purchase)
would end: converted
`);
    const before = await world.store.selectFrom('touches').select('id').where('journey_id', '=', 'spring/anne').execute();
    expect(before).toHaveLength(1);
  });

  test('under another version', async () => {
    const { shown } = await runCommand(whatif.register, ['whatif', 'spring/chloe', '--scenario-version', '2']);
    expect(shown).toContain('boiler-renewal.v2');
    expect(shown).toMatch(/would end: silent/);
  });

  test('what can’t happen is answered clearly', async () => {
    await expect(runCommand(whatif.register, ['whatif', 'spring/anne', '--on', 'jump of card'])).rejects.toThrow('Expected something like "scan of renewal-postcard after 2 days"');
  });
});

describe('parcours replay', () => {
  test('a sample from every place replays against this tree', async () => {
    const { shown, code } = await runCommand(replay.register, ['replay', 'boiler-renewal']);
    expect(code).toBe(0);
    expect(shown).toBe(`✓ 0 of 3 break · a sample of 3 journeys of boiler-renewal, from 2 places
     2  boiler-renewal.v1 · running · renewal-postcard, waits on print
     1  boiler-renewal.v1 · running · thank-you, waits on email
`);
  });
});

describe('parcours move', () => {
  test('a dry run says who would get what, and moves nobody', async () => {
    const { shown } = await runCommand(move.register, ['move', 'spring', '--to', '2', '--dry-run']);
    expect(shown).toBe(`spring to version 2, a dry run: 3 journeys under way
       3  would go on under it
`);
    expect((await world.temporal.client.workflow.getHandle('spring/anne').describe()).type).toBe('boiler-renewal.v1');
  });

  test('moves everybody whom the version takes over, and their pages go with them', async () => {
    const { shown } = await runCommand(move.register, ['move', 'spring', '--to', '2']);
    expect(shown).toBe(`spring to version 2: 3 journeys under way
       3  go on under it
`);
    await until('the move to be on record', async () => (await world.store.selectFrom('journeys').select('version').where('version', '=', 2).execute()).length === 3);
    expect((await world.temporal.client.workflow.getHandle('spring/bruno').describe()).type).toBe('boiler-renewal.v2');
    const again = await runCommand(move.register, ['move', 'spring', '--to', '2']);
    expect(again.shown).toContain('3  are led by it already');
    const sent = await world.store.selectFrom('touches').select('id').orderBy('id').execute();
    expect(sent.map(({ id }) => id)).toEqual(['spring/anne/renewal-postcard/1', 'spring/bruno/renewal-postcard/1', 'spring/bruno/thank-you/1', 'spring/chloe/renewal-postcard/1']);
  });

  test('a version that nobody registered', async () => {
    await expect(runCommand(move.register, ['move', 'spring', '--to', '7'])).rejects.toThrow("Expected a registered scenario version, got 'boiler-renewal.v7'");
    await expect(runCommand(move.register, ['move', 'winter', '--to', '2'])).rejects.toThrow("Expected a campaign, got 'winter', which was never launched.");
  });
});
