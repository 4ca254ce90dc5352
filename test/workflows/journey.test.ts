import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Worker } from '@temporalio/worker';
import { fileURLToPath } from 'node:url';
import { billableActions } from '../../bench/billable-actions.ts';
import { journeyStatus, journeyTimeline } from '../../client/index.ts';
import { asBrowser, enter, openWorld, someone, until, type World } from '../setup/world.ts';

const WORKFLOWS = fileURLToPath(new URL('../../workflows/index.ts', import.meta.url));
/** A campaign day takes 2 s: long enough to act within the day that the scenario gives a visitor. */
const SLOW = 43_200;

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await enter(
    world,
    ['seraphine', 'early', 'leaver', 'moved', 'stubborn', 'cancelled', 'malformed'].map((id) => someone(id)),
  );
}, 120_000);
afterAll(() => world.close());

const journeyOf = (id: string) => `spring-${id}/${id}`;
const handle = (id: string) => world.temporal.client.workflow.getHandle(journeyOf(id));
const launch = (id: string) => world.launch({ id: `spring-${id}`, audience: [id], speed: SLOW });
const stage = async (id: string) => (await journeyStatus(world.temporal.client, journeyOf(id)).catch(() => undefined))?.stage;
const arrive = (id: string, name: string) => until(`${id} to arrive at ${name}`, async () => (await stage(id)) === name);
const token = (id: string, kind: string, message: string) =>
  until(`a ${kind} token of ${message}`, async () => {
    const link = await world.store
      .selectFrom('links')
      .select('token')
      .where('touch_id', '=', `${journeyOf(id)}/${message}/1`)
      .where('kind', '=', kind as 'qr')
      .executeTakeFirst();
    return link?.token;
  });
const mailTo = (id: string, tag: string) =>
  until(`the ${tag} mail to ${id}`, async () => {
    const { messages } = (await (await fetch(`${world.sandbox}/sandbox/messages`)).json()) as {
      messages: { to: string; tags: string[]; html: string; text: string; headers: Record<string, string> }[];
    };
    return messages.find((mail) => mail.to.includes(`seraphine.${id}@`) && mail.tags.includes(tag));
  });
const linkIn = (html: string, path: string) => new RegExp(`${world.tracker}/${path}/[0-9A-Z]{10}`).exec(html)![0];

describe('one journey over real parts', () => {
  test('paper → personal page → mail → social page → shop, all from outside', async () => {
    await launch('seraphine');
    await arrive('seraphine', 'renewal-postcard');

    // Paper: the QR code leads to the personal page, whose beacon says that a person is there.
    const qr = await token('seraphine', 'qr', 'renewal-postcard');
    const scanned = await asBrowser(`${world.tracker}/Q/${qr}`);
    expect(scanned.status).toBe(302);
    const page = new URL(scanned.headers.get('location')!, world.tracker);
    expect(await (await asBrowser(page)).text()).toContain('Séraphine');
    expect(await stage('seraphine')).toBe('renewal-postcard');
    expect((await asBrowser(`${world.tracker}/b/${qr}`, { method: 'POST' })).ok).toBe(true);

    // The page's form: what she answers is what the mail speaks of.
    const form = await (await asBrowser(page)).text();
    const hidden = Object.fromEntries(
      [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [/name="([^"]*)"/.exec(input)![1], /value="([^"]*)"/.exec(input)![1]]),
    ) as Record<string, string>;
    const answered = await asBrowser(page, { method: 'POST', body: new URLSearchParams({ ...hidden, interest: 'replace', horizon: 'now' }) });
    expect(answered.status).toBe(303);

    // Mail: its tracked link brings the invitation to the social page.
    const thanks = await mailTo('seraphine', 'thank-you');
    await arrive('seraphine', 'thank-you');
    expect((await asBrowser(linkIn(thanks.html, 'c'))).status).toBe(302);
    const invitation = await mailTo('seraphine', 'follow-us');
    const followed = await asBrowser(linkIn(invitation.html, 'c'));
    expect(followed.headers.get('location')).toBe('https://www.facebook.com/bellebraise.example');
    await arrive('seraphine', 'follow-us');

    // Shop: the goal, wherever the journey stands.
    expect((await world.tell({ id: 'order-1', kind: 'purchase', journey: journeyOf('seraphine'), data: { order: 'F-1881', amount: 3900, currency: 'EUR' } })).status).toBe(202);
    expect(await handle('seraphine').result()).toEqual({ outcome: 'converted', by: 'goal', detail: 'purchase' });

    const timeline = await journeyTimeline(world.temporal.client, journeyOf('seraphine'));
    expect(timeline.map((line) => line.replace(/day \d+\.\d/g, 'day n').replace(/variant \w+/, 'variant v').replace(/policy \w+/, 'policy p'))).toMatchInlineSnapshot(`
     [
       "day n  print renewal-postcard/1 sent",
       "day n  wait 1 for renewal-postcard/1 scan or renewal-postcard/1 visit or renewal-postcard/1 reply until day n",
       "day n  scan of renewal-postcard/1 [human]",
       "day n  wait 1 over: scan of renewal-postcard/1",
       "day n  wait 2 for reply until day n",
       "day n  reply of renewal-postcard/1 [human]",
       "day n  wait 2 over: reply of renewal-postcard/1",
       "day n  learned interest = replace, horizon = now from personal-page",
       "day n  email thank-you/1 sent (variant v, chance 50 %, policy p)",
       "day n  wait 3 for thank-you/1 click until day n",
       "day n  click of thank-you/1 [human]",
       "day n  wait 3 over: click of thank-you/1",
       "day n  invitation follow-us/1 sent",
       "day n  sleep until day n",
       "day n  click of follow-us/1 [human]",
       "day n  purchase [human]",
       "day n  ended: converted (goal: purchase)",
     ]
    `);
  }, 60_000);

  test('operators see the scenario version, summary, stage, outcome; Postgres has the end and what was learned', async () => {
    const description = await handle('seraphine').describe();
    expect(description.type).toBe('boiler-renewal.v1');
    const attributes = Object.fromEntries([...description.typedSearchAttributes.getAll()].map(({ key, value }) => [key.name, value]));
    expect(attributes).toMatchObject({ ParcoursScenario: 'boiler-renewal', ParcoursCampaign: 'spring-seraphine', ParcoursStage: 'ended', ParcoursOutcome: 'converted' });
    expect(await description.staticSummary()).toBe('boiler-renewal v1 for a prospect of campaign spring-seraphine');

    const journey = await world.store.selectFrom('journeys').selectAll().where('id', '=', journeyOf('seraphine')).executeTakeFirstOrThrow();
    expect(journey).toMatchObject({ status: 'ended', outcome: 'converted', ended_by: 'goal' });
    const { facts } = await world.store.selectFrom('prospects').select('facts').where('id', '=', 'seraphine').executeTakeFirstOrThrow();
    expect(facts).toMatchObject({ interest: 'replace', horizon: 'now' });
  });

  test('its history holds no name, address or email, and few events', async () => {
    const history = await handle('seraphine').fetchHistory();
    const decoded = JSON.stringify(history, (key, value: unknown) => (key === 'data' && typeof value === 'string' ? Buffer.from(value, 'base64').toString('utf8') : value));
    for (const secret of ['Séraphine', 'Lempereur', 'Alouettes', '00470', 'Brannay', 'courriel.example', 'Bâtiment']) expect(decoded).not.toContain(secret);
    expect(decoded).toContain('boilerAge');
    expect(history.events!.length).toBeLessThan(45);
    expect(billableActions(history)).toBeLessThan(20);
  });

  test('its history replays', async () => {
    const history = await handle('seraphine').fetchHistory();
    await Worker.runReplayHistory({ workflowsPath: WORKFLOWS }, history, journeyOf('seraphine'));
  });
});

describe('what comes at any moment', () => {
  test('a response before its wait, twice, and to another touch', async () => {
    await launch('early');
    await arrive('early', 'renewal-postcard');
    const journey = journeyOf('early');
    // A click of the thank-you mail, reported before that mail exists: kept for the wait to come.
    await world.tell({ id: 'early-click', kind: 'click', journey, touch: 'thank-you/1', data: { link: 'appointment' } });
    await world.tell({ id: 'early-click', kind: 'click', journey, touch: 'thank-you/1', data: { link: 'appointment' } });
    // A visit of a card that this journey never sent moves nobody.
    await world.tell({ id: 'other-visit', kind: 'visit', journey, touch: 'reminder-card/1', data: {} });
    await until('three reports in the journal', async () => (await journeyTimeline(world.temporal.client, journey)).filter((line) => /\[human\]/.test(line)).length === 2);
    expect(await stage('early')).toBe('renewal-postcard');

    await world.tell({ id: 'early-reply', kind: 'reply', journey, touch: 'renewal-postcard/1', data: { facts: { interest: 'service' } } });
    await mailTo('early', 'follow-us');
    const timeline = (await journeyTimeline(world.temporal.client, journey)).map((line) => line.replace(/day \d+\.\d\s+/, ''));
    expect(timeline.filter((line) => line.startsWith('click of thank-you/1'))).toHaveLength(1);
    expect(timeline).toContain('wait 2 over: click of thank-you/1');
  }, 60_000);

  test('one-click unsubscribe in the middle of a wait ends the journey and closes mail', async () => {
    await launch('leaver');
    await arrive('leaver', 'renewal-postcard');
    await world.tell({ id: 'leaver-reply', kind: 'reply', journey: journeyOf('leaver'), touch: 'renewal-postcard/1', data: { facts: { interest: 'advice' } } });
    const { headers } = await mailTo('leaver', 'thank-you');
    const address = /<([^>]+)>/.exec(headers['List-Unsubscribe'] ?? headers['list-unsubscribe']!)![1]!;
    expect((await fetch(address)).status).toBe(200);
    expect(await stage('leaver')).not.toBe('ended');
    expect((await fetch(address, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) })).status).toBe(200);
    expect(await handle('leaver').result()).toMatchObject({ outcome: 'unsubscribe', by: 'exit' });
    const consent = await world.store
      .selectFrom('consents')
      .select('granted')
      .where('prospect_id', '=', 'leaver')
      .where('medium', '=', 'email')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(consent.granted).toBe(false);
  }, 60_000);

  test('returned mail exits, and suppresses print', async () => {
    await launch('moved');
    await arrive('moved', 'renewal-postcard');
    await world.tell({ id: 'npai', kind: 'returned', journey: journeyOf('moved'), touch: 'renewal-postcard/1', data: { reason: 'unknown at this address' } });
    expect(await handle('moved').result()).toMatchObject({ outcome: 'returned' });
    expect(await world.store.selectFrom('suppressions').select(['medium', 'reason']).where('prospect_id', '=', 'moved').execute()).toEqual([
      { medium: 'print', reason: 'returned' },
    ]);
  });

  test('a goal while the postcard still waits to be printed recalls it', async () => {
    await world.launch({ id: 'spring-stubborn', audience: ['stubborn'], speed: 1, printEvery: '30 days' });
    await arrive('stubborn', 'renewal-postcard');
    await world.tell({ id: 'stubborn-order', kind: 'purchase', journey: journeyOf('stubborn'), data: { order: 'F-1', amount: 1, currency: 'EUR' } });
    expect(await handle('stubborn').result()).toMatchObject({ outcome: 'converted' });
    const piece = await world.store
      .selectFrom('mailpieces')
      .select('status')
      .where('touch_id', '=', `${journeyOf('stubborn')}/renewal-postcard/1`)
      .executeTakeFirstOrThrow();
    expect(piece.status).toBe('recalled');
  });

  test('an operator’s cancellation in Temporal ends it in good order', async () => {
    await world.launch({ id: 'spring-cancelled', audience: ['cancelled'], speed: 1 });
    await arrive('cancelled', 'renewal-postcard');
    await handle('cancelled').cancel();
    await expect(handle('cancelled').result()).rejects.toThrow();
    expect((await handle('cancelled').describe()).status.name).toBe('CANCELLED');
    const journey = await world.store.selectFrom('journeys').select(['status', 'outcome', 'ended_by']).where('id', '=', journeyOf('cancelled')).executeTakeFirstOrThrow();
    expect(journey).toEqual({ status: 'ended', outcome: 'cancelled', ended_by: 'operator' });
  });

  test('a malformed signal does not cost the journey', async () => {
    await world.launch({ id: 'spring-malformed', audience: ['malformed'], speed: 1 });
    await arrive('malformed', 'renewal-postcard');
    await handle('malformed').signal('scan', 'nonsense');
    await handle('malformed').signal('scan');
    await until('the note', async () => (await journeyTimeline(world.temporal.client, journeyOf('malformed'))).some((line) => line.includes('malformed scan signal')));
    expect(await stage('malformed')).toBe('renewal-postcard');
    await handle('malformed').terminate();
  });
});
