import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { withoutStyles } from '../../dashboard/charts/drawing.ts';
import { dashboardSettings } from '../../dashboard/settings.ts';
import { createCampaign, enterAudience } from '../../store/campaigns.ts';
import { recordEvent, saveProspects } from '../../store/index.ts';
import { listActs } from '../../store/operator-acts.ts';
import { testStore, type TestStore } from '../setup/store.ts';
import { testTemporal, type TestTemporal } from '../setup/temporal.ts';
import { someone } from '../setup/world.ts';
import { dashboardUnderTest, type DashboardUnderTest } from './dashboard-under-test.ts';

let store: TestStore;
let temporal: TestTemporal;
let dashboard: DashboardUnderTest;
/** As a file of somebody else's might have it. */
const HOSTILE = '<script>alert(1)</script>"\u202E';
const CAMPAIGN = { id: 'spring', scenario: 'boiler-renewal', version: 1, goal: ['purchase'], clock: { epoch: 0, speed: 1 }, holdout: 0, seed: 's', pace: 10, printEvery: 86_400_000 } as const;

// No worker runs here: Temporal answers for none of these journeys.
beforeAll(async () => {
  [store, temporal] = await Promise.all([testStore(), testTemporal()]);
  dashboard = await dashboardUnderTest({ store, temporal, tracker: 'http://127.0.0.1:8080' }, { patience: 1_000 });
  await createCampaign(store, { ...CAMPAIGN, id: 'empty' });
  await createCampaign(store, CAMPAIGN);
  await saveProspects(store, [someone('p-001'), someone('p-002', { facts: { note: HOSTILE }, identity: { ...someone('p-002').identity, lastName: HOSTILE } })]);
  await enterAudience(store, CAMPAIGN, 'all');
  await sql`UPDATE journeys SET holdout = true WHERE id = 'spring/p-001'`.execute(store);
  await sql`UPDATE journeys SET status = 'started' WHERE id = 'spring/p-002'`.execute(store);
  await sql`INSERT INTO touches (id, journey_id, message, medium, status, why, props, variant, cost, campaign_at) VALUES
    ('spring/p-002/thank-you/1', 'spring/p-002', 'thank-you', 'email', 'not-sent', 'suppressed:unsubscribed', '{}', ${HOSTILE}, 0, now()),
    ('spring/p-002/thank-you/2', 'spring/p-002', 'thank-you', 'email', 'sent', 'sent', '{}', ${HOSTILE}, 0, now())`.execute(store);
  for (const id of Array.from({ length: 60 }, (_, index) => index)) {
    await recordEvent(store, { event_id: `e${id}`, kind: 'click', evidence: id % 2 ? 'human' : 'bot', journey_id: 'spring/p-002', campaign_id: null, prospect_id: null, touch: 'thank-you/2', data: { link: id === 59 ? HOSTILE : `link-${id}` }, source: 'test', at: new Date(), signal: 'kept' });
  }
}, 60_000);
afterAll(async () => {
  await dashboard.close();
  await temporal.close();
  await store.destroy();
});

const page = async (path: string) => (await dashboard.look(path)).text();
/** Where an answer leads, and what is there: as a browser does it, its cookies come along. */
async function follow({ headers }: Response): Promise<[location: string, html: string]> {
  const location = headers.get('location')!;
  const cookie = [await dashboard.signIn(), ...headers.getSetCookie().map((one) => one.split(';')[0])].join('; ');
  return [location, await (await dashboard.look(location, { headers: { cookie } })).text()];
}
const search = async (words: string) => follow(await dashboard.send('/people', { q: words }));
const texts = (html: string) => html.replace(/<(script|style)[^]*?<\/\1>/g, '').replace(/<[^>]+>/g, '\n');

test('a campaign without people says what is missing instead of showing zeros as if they meant something', async () => {
  const text = texts(await page('/campaigns/empty'));
  for (const said of ['Nobody has entered this campaign yet.', 'Nobody is held out, so nothing tells who would have bought anyway.', 'None has ended yet.', 'Nothing has come in yet.', 'The data have not been looked at yet.', 'The first mailpiece begins one.']) expect(text).toContain(said);
  expect(text).toContain('Temporal knows no workflow of this campaign');
});

test('while others count, a campaign is shown as it was counted last, says so, and asks to be fetched again', async () => {
  const pulse = (html: string) => /data-pulse="([^"]*)"/.exec(html)![1];
  await store.transaction().execute(async (counting) => {
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '.figures', 0))`.execute(counting);
    const html = await page('/campaigns/spring');
    expect([pulse(html), texts(html)]).toEqual(['', expect.stringContaining('not all that came in is counted yet')]);
  });
  const html = await page('/campaigns/spring');
  expect(pulse(html)).not.toBe('');
  expect(html).not.toContain('not all that came in is counted yet');
});

test.each(['/campaigns', '/campaigns/spring', '/people/p-002', '/people?found', '/events', '/record'])('a hostile name is text, not markup: %s', async (path) => {
  const html = path === '/people?found' ? (await search('p-002'))[1] : await page(path);
  expect(html).toContain('<main');
  expect(html).not.toContain('<script>alert');
  expect(html).not.toMatch(/ style="/);
});

test('a person whose journey Temporal does not answer for is shown from the record, with what is missing', async () => {
  const text = texts(await page('/people/p-002'));
  expect(text).toContain('Temporal does not answer for this journey');
  expect(text).toContain('No mail thank-you');
  expect(text).toContain('closed: they unsubscribed');
});

test('a letter is shown by its pages, a card by its two sides', async () => {
  for (const [message, format, last, front] of [['offer', 'dl-letter-fr', 3, null], ['card', 'a5-postcard', 1, 1]] as const) {
    await sql`INSERT INTO print_runs (id, campaign_id, cut_off, format, status) VALUES (${`spring/${format}`}, 'spring', now(), ${format}, 'handed-over')`.execute(store);
    await sql`INSERT INTO touches (id, journey_id, message, medium, status, why, props, cost, campaign_at) VALUES (${`spring/p-002/${message}/1`}, 'spring/p-002', ${message}, 'print', 'sent', 'sent', '{}', 1, now())`.execute(store);
    await sql`INSERT INTO mailpieces (touch_id, print_run_id, status, chunk, first_page, last_page, front_page, in_home_estimate) VALUES (${`spring/p-002/${message}/1`}, ${`spring/${format}`}, 'printed', 1, 1, ${last}, ${front}, now())`.execute(store);
  }
  const shown = [...(await page('/people/p-002')).matchAll(/alt="(Mailpiece [^"]*)" width="(\d+)" height="(\d+)"/g)].map(([, ...said]) => said.join(' '));
  expect(shown).toEqual(['Mailpiece offer, page 1 230 325', 'Mailpiece offer, page 2 230 325', 'Mailpiece offer, page 3 230 325', 'Mailpiece card, Picture side 230 162', 'Mailpiece card, Address side 230 162']);
});

test('who is held out, was erased, or never was', async () => {
  expect(texts(await page('/people/p-001'))).toContain('Held out: this person gets nothing');
  await sql`DELETE FROM identities WHERE prospect_id = 'p-001'`.execute(store);
  expect((await dashboard.look('/people/p-001')).status).toBe(200);
  expect((await dashboard.look('/people/nobody')).status).toBe(404);
  expect((await dashboard.look('/campaigns/nothing')).status).toBe(404);
  expect((await dashboard.look('/print-runs/nothing')).status).toBe(404);
  expect((await dashboard.look('/received/spring%2Fp-002%2Fthank-you%2F9')).status).toBe(404);
});

test('a search is on record each time, with whom it showed and without what was typed, which stands in no address; names are nowhere but on people’s pages', async () => {
  for (const words of ['p-00', 'p-00', 'nobody@elsewhere.example']) {
    const [location, html] = await search(words);
    expect(location).toBe('/people?found');
    expect(texts(html)).toContain(words === 'p-00' ? '2 found' : 'Nobody of that id');
  }
  const acts = (await listActs(store, { limit: 20 })).filter(({ act }) => act === 'search').slice(0, 3).map(({ act, details }) => ({ act, details }));
  const both = { act: 'search', details: { found: ['p-001', 'p-002'] } };
  expect(acts).toEqual([{ act: 'search', details: { found: [] } }, both, both]);
  expect((await dashboard.look('/people', { method: 'POST', body: new URLSearchParams({ q: 'p-00' }) })).status).toBe(403);
  for (const path of ['/campaigns', '/campaigns/spring', '/events', '/print-runs', '/people', '/record']) expect(await page(path)).not.toContain('Séraphine');
});

test('events are paged by the last one, so that what comes in meanwhile moves nothing', async () => {
  const rows = (html: string) => [...html.matchAll(/data-row="(\d+)"/g)].map(([, id]) => Number(id));
  const first = await page('/events?campaign=spring');
  const older = /href="([^"]*before=\d+)"/.exec(first)![1]!.replaceAll('&amp;', '&');
  await recordEvent(store, { event_id: 'late', kind: 'click', evidence: 'human', journey_id: 'spring/p-002', campaign_id: null, prospect_id: null, touch: 'thank-you/2', data: {}, source: 'test', at: new Date(), signal: 'kept' });
  const second = await page(older);
  expect(rows(first)).toHaveLength(50);
  expect(rows(second)).toHaveLength(10);
  expect(Math.max(...rows(second))).toBeLessThan(Math.min(...rows(first)));
  expect(second).not.toContain('data-stream');
  expect(rows(await page('/events?by=machines'))).toHaveLength(30);
  // What nobody understands is left out: an old link still opens.
  expect(rows(await page('/events?kind=nonsense&before=x&by=7'))).toHaveLength(50);
});

test('revenue in several currencies is shown in each, and not added up', async () => {
  const sale = (order: string, amount: number, currency: string) =>
    recordEvent(store, { event_id: `sale-${order}`, kind: 'purchase', evidence: 'human', journey_id: 'spring/p-002', campaign_id: 'spring', prospect_id: 'p-002', touch: null, data: { order, amount, currency }, source: 'test', at: new Date(), signal: 'kept' });
  await sale('1', 1_200, 'EUR');
  await sale('2', 80, 'CHF');
  expect(texts(await page('/campaigns/spring'))).toMatch(/Revenue\s+€1,200 \+ CHF\s80\s+2 orders/);
  // What is erased is no longer shown.
  await sql`DELETE FROM events WHERE event_id = 'sale-2'`.execute(store);
  expect(texts(await page('/campaigns/spring'))).toMatch(/Revenue\s+€1,200\s+1 order\b/);
});

test('what no worker answers in time is not said to have failed: it may still be done', async () => {
  await createCampaign(store, { ...CAMPAIGN, id: 'unheard' });
  await temporal.client.workflow.start('campaign', { workflowId: 'campaign/unheard', taskQueue: 'nobody-listens' });
  const [location, told] = await follow(await dashboard.send('/campaigns/unheard', { act: 'pause', back: '/campaigns/unheard' }));
  expect([location, told]).toEqual(['/campaigns/unheard', expect.stringContaining('No answer yet: it may still be done')]);
  expect(told).not.toContain('It was not done');
  expect((await listActs(store, { campaignId: 'unheard', limit: 1 }))[0]).toMatchObject({ act: 'pause', details: { answer: 'none in time' }, problem: undefined });
});

test('a reason of any length reaches the page, shortened', async () => {
  const answer = await dashboard.send('/campaigns/spring/lessons', { act: 'accept-lesson', key: 'x'.repeat(9_000) });
  expect(answer.headers.getSetCookie().join().length).toBeLessThan(4_000);
  expect((await follow(answer))[1]).toContain('Expected a lesson of campaign &#x27;spring&#x27;, got &#x27;xxx');
});

test('charts keep what they say without inline styles, in the page’s typeface', () => {
  expect(withoutStyles('<text x="1" style="font-size:12px;font-family:inherit;position:absolute" fill="a">b</text>')).toBe('<text x="1" font-size="12px" fill="a">b</text>');
});

test('all that is wrong with the environment is said at once', () => {
  expect(() => dashboardSettings({ DASHBOARD_URL: 'ftp://x', DASHBOARD_PORT: 'many', DASHBOARD_TIME_ZONE: 'Mars/Base' })).toThrow(/DATABASE_URL[^]*PARCOURS_PUBLIC_URL[^]*DASHBOARD_URL[^]*DASHBOARD_PORT[^]*DASHBOARD_TIME_ZONE/);
  expect(dashboardSettings({ DATABASE_URL: 'postgres://x/y', PARCOURS_PUBLIC_URL: 'https://go.brand.example', DASHBOARD_TIME_ZONE: 'Europe/Paris' })).toMatchObject({ DASHBOARD_PORT: 8090, DASHBOARD_SESSION_HOURS: 12, DASHBOARD_PROXIES: 0 });
});
