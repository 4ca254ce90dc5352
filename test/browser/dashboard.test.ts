import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { campaignProgress } from '../../client/index.ts';
import { recordEvent } from '../../store/index.ts';
import { listActs } from '../../store/operator-acts.ts';
import { createCampaign } from '../../store/campaigns.ts';
import { saveLook } from '../../store/lessons.ts';
import { dashboardUnderTest, OPERATOR, type DashboardUnderTest } from '../dashboard/dashboard-under-test.ts';
import { asBrowser, enter, openWorld, someone, until, type World } from '../setup/world.ts';
import { barriers, openBrowser, PHONE, scrollsSideways } from './browser.ts';

let world: World;
let dashboard: DashboardUnderTest;
let browser: Browser;
const DESK: BrowserContextOptions = { viewport: { width: 1200, height: 900 }, locale: 'en-GB' };
/** A day of the campaign takes this many milliseconds. */
const DAY = 4_000;
const PERSON = 'p-101';

beforeAll(async () => {
  world = await openWorld();
  await enter(world, Array.from({ length: 40 }, (_, index) => someone(`p-${101 + index}`)));
  [dashboard, browser] = await Promise.all([dashboardUnderTest(world), openBrowser()]);
  // One whose pieces are printed at once, one whose proof waits, one that goes on starting journeys.
  const clock = { epoch: Date.now(), speed: 86_400_000 / DAY };
  await world.launch({ id: 'spring', audience: [PERSON, 'p-102', 'p-103'], speed: 1, clock, holdout: 0 });
  await world.launch({ id: 'fair', audience: ['p-104', 'p-105'], speed: 1, clock: { epoch: Date.now(), speed: 86_400_000 / (15 * DAY) }, printEvery: '1 hour', print: { proof: 2 } });
  await world.launch({ id: 'slow', audience: Array.from({ length: 30 }, (_, index) => `p-${111 + index}`), speed: 1, pace: 0.5 });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await dashboard.close();
  await world.close();
});

async function open(path: string, options: BrowserContextOptions = DESK): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await page.goto(`${dashboard.address}${path}`);
  await page.fill('input[name=name]', OPERATOR.name);
  await page.fill('input[name=password]', OPERATOR.password);
  await Promise.all([page.waitForURL(`${dashboard.address}${path}`), page.keyboard.press('Enter')]);
  return page;
}
/** What the browser complained of, such as something that the policy refused. */
const problems: string[] = [];

const acts = async (campaignId: string) => (await listActs(world.store, { campaignId, limit: 20 })).map(({ operator, act, problem, details }) => ({ operator, act, ...(problem === undefined ? {} : { problem }), ...(act === 'pace' ? { details } : {}) }));
const printed = () => until('a printed card', () => world.store.selectFrom('mailpieces as m').innerJoin('links as l', 'l.touch_id', 'm.touch_id').select('l.token').where('m.touch_id', 'like', `spring/${PERSON}/%`).where('m.status', '=', 'printed').where('l.kind', '=', 'qr').executeTakeFirst());

/** Whether pictures are there, large enough to read; those below the fold are fetched once they come near. */
async function areDrawn(page: Page, selector: string): Promise<boolean> {
  await page.locator(selector).last().scrollIntoViewIfNeeded();
  return page.evaluate<boolean>(`((images) => images.length > 1 && images.every(({ naturalWidth }) => naturalWidth > 500))([...document.querySelectorAll('${selector}')])`);
}

/** Somebody scans their card, and is seen. */
async function scan(): Promise<void> {
  const { token } = await printed();
  await asBrowser(`${world.tracker}/q/${token}`);
  await asBrowser(`${world.tracker}/b/${token}`, { method: 'POST' });
}

test('a campaign and its events are seen live: a card is scanned, and the open pages say so without being loaded again', async () => {
  const page = await open('/campaigns/spring');
  await page.getByText('Live', { exact: true }).waitFor();
  const feed = await page.context().newPage();
  await feed.goto(`${dashboard.address}/events?campaign=spring&kind=scan`);
  await feed.getByText('Nothing came in that fits.').waitFor();
  await page.evaluate('window.stays = true');
  await scan();
  await page.locator('[data-live=events] li', { hasText: 'Scanned the code' }).first().waitFor();
  await page.locator('[data-live=figures] div', { hasText: 'Came to their page' }).getByText('1', { exact: true }).waitFor();
  await feed.locator('[data-live=events] li', { hasText: PERSON }).first().waitFor();
  expect(await page.evaluate('window.stays')).toBe(true);
  expect(await page.locator('[data-live=funnel] svg').count()).toBe(2);
  await page.context().close();
});

test('what others were counting when it came in is on the page by itself, a moment later', async () => {
  const page = await open('/campaigns/spring');
  const bought = page.locator('[data-live=figures] div', { hasText: 'Reached the goal' });
  await bought.getByText('0', { exact: true }).waitFor();
  await world.store.transaction().execute(async (counting) => {
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '.figures', 0))`.execute(counting);
    await recordEvent(world.store, { event_id: 'sale', kind: 'purchase', evidence: 'human', journey_id: 'spring/p-103', campaign_id: 'spring', prospect_id: 'p-103', touch: null, data: { order: 'S-1', amount: 40, currency: 'EUR' }, source: 'test', at: new Date(), signal: 'kept' });
    await page.getByText('not all that came in is counted yet').waitFor();
  });
  await bought.getByText('1', { exact: true }).waitFor();
  await page.context().close();
});

test('a person’s page shows their way, what was in the letter box, and why; that it was looked at is on record', async () => {
  await scan();
  const page = await open(`/people/${PERSON}`);
  await page.locator('.way .answer', { hasText: 'Scanned the code (renewal-postcard)' }).first().waitFor();
  const steps = await page.locator('.way .what').allTextContents();
  expect(steps[0]).toBe('Mailpiece renewal-postcard');
  expect(steps[1]).toMatch(/^Waits until .* for: a scan \(renewal-postcard\), or a visit of the page \(renewal-postcard\), or an answer \(renewal-postcard\)$/);
  await until('both sides of the card', () => areDrawn(page, '.received img'));
  expect(await page.locator('h1').textContent()).toBe('Mme Séraphine Lempereur-Aubry');
  expect(await page.getByRole('link', { name: 'Open in Temporal' }).getAttribute('href')).toBe(`http://127.0.0.1:8233/namespaces/${world.temporal.namespace}/workflows/spring%2F${PERSON}`);
  expect(await listActs(world.store, { prospectId: PERSON, limit: 5 })).toMatchObject([{ operator: 'anne', act: 'look', campaignId: 'spring' }]);
  await page.context().close();
});

test('a mail is shown as it was sent, in a frame where nothing runs and whose links lead nowhere', async () => {
  await scan();
  const mail = await until('a thank-you mail', () => world.store.selectFrom('touches').select('id').where('journey_id', '=', `spring/${PERSON}`).where('medium', '=', 'email').where('status', '=', 'sent').executeTakeFirst());
  const page = await open(`/people/${PERSON}`);
  await page.locator('a.mail-thumb').click();
  const body = page.frameLocator('iframe.whole');
  expect(await body.locator('body').innerText()).toContain('Bonjour Séraphine');
  expect([await body.locator('a[href="#"]').count(), await body.locator('a[href^=http]').count()]).toEqual([3, 0]);
  const { headers } = await dashboard.look(`/received/${encodeURIComponent(mail.id)}/mail.html`);
  expect(headers.get('content-security-policy')).toContain('sandbox;');
  await page.context().close();
});

test('a journey is paused, resumed and ended from its person’s page', async () => {
  const page = await open('/people/p-102');
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByText('nothing more goes out to this person until you resume').waitFor();
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByText('what was held goes out').waitFor();
  await page.getByText('End…').click();
  await page.getByRole('button', { name: 'End the journey' }).click();
  await page.locator('.way .end', { hasText: 'stopped by an operator' }).waitFor();
  expect((await acts('spring')).filter(({ act }) => act.endsWith('journey')).map(({ act }) => act)).toEqual(['end-journey', 'resume-journey', 'pause-journey']);
  await page.context().close();
});

test('a campaign that starts journeys is paused, resumed, set to another pace and stopped; each act is on record', async () => {
  const page = await open('/campaigns/slow');
  const progress = () => campaignProgress(world.temporal.client, 'slow');
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByText('Paused: no further journeys start until you resume').waitFor();
  expect(await progress()).toMatchObject({ state: 'paused' });
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByText('Resumed: journeys start again').waitFor();
  await page.getByLabel('Per second').fill('0,7');
  await page.getByRole('button', { name: 'Set pace' }).click();
  await page.getByText('The new pace holds').waitFor();
  expect(await progress()).toMatchObject({ state: 'starting', pace: 0.7 });
  await page.getByLabel('Per second').fill('fast');
  await page.getByRole('button', { name: 'Set pace' }).click();
  await page.getByText('It was not done.').waitFor();
  await page.getByText('above 0 and up to 1000 journeys per second').first().waitFor();
  await page.getByText('Stop…').click();
  await page.getByRole('button', { name: 'Stop for good' }).click();
  await page.getByText('Stopped for good').waitFor();
  expect(await progress()).toMatchObject({ state: 'stopped' });
  expect((await acts('slow')).reverse()).toEqual([
    { operator: 'anne', act: 'pause' },
    { operator: 'anne', act: 'resume' },
    { operator: 'anne', act: 'pace', details: { pace: 0.7 } },
    { operator: 'anne', act: 'pace', details: { pace: 'fast' }, problem: expect.stringContaining('Expected {"pace": number}') },
    { operator: 'anne', act: 'stop' },
  ]);
  await page.context().close();
});

test('a proof is looked at and approved, and its run printed', async () => {
  const run = await until('a proof', () => world.store.selectFrom('print_runs').select('id').where('campaign_id', '=', 'fair').where('proof', 'is not', null).executeTakeFirst());
  // A picture alone is a look as well; the page that has it is the same look.
  expect((await dashboard.look(`/print-runs/${encodeURIComponent(run.id)}/proof/page/1`)).headers.get('content-type')).toBe('image/png');
  expect((await acts('fair')).map(({ act }) => act)).toEqual(['look-at-proof']);
  const page = await open(`/print-runs/${encodeURIComponent(run.id)}`);
  await until('the pages of the proof', () => areDrawn(page, '.proof img'));
  const pdf = await dashboard.look(`/print-runs/${encodeURIComponent(run.id)}/proof.pdf`);
  expect((await pdf.text()).slice(0, 5)).toBe('%PDF-');
  await page.getByText('Reject…').click();
  await page.getByLabel('Why, for the record').fill('  ');
  await page.getByRole('button', { name: 'Reject the run' }).click();
  await page.getByText('Expected a reason for the record').waitFor();
  await page.getByRole('button', { name: 'Approve and print' }).click();
  await page.getByText('Approved: the run is being printed').waitFor();
  await page.getByText('Handed over', { exact: true }).first().waitFor();
  await page.getByText('Approved by anne').waitFor();
  expect((await acts('fair')).map(({ act }) => act)).toEqual(['approve', 'reject', 'look-at-proof', 'look-at-proof']);
  await page.context().close();
});

test('a lesson is accepted with its effect on record, another dismissed', async () => {
  const lesson = (key: string, days: number) =>
    ({ key, kind: 'wait', sentence: { en: `Answers to ${key} come within ${days} days.`, fr: `Les réponses à ${key} viennent en ${days} jours.` }, numbers: { days }, certainty: 0.95, basis: { touches: 900, answers: 90, comparisons: 1, method: 'quantile' }, proposal: { do: 'edit', message: key, what: 'wait', days } }) as const;
  // Of a campaign that has no learning of its own, which would write others in their place.
  await createCampaign(world.store, { id: 'taught', scenario: 'boiler-renewal', version: 1, goal: ['purchase'], clock: { epoch: Date.now(), speed: 1 }, holdout: 0, seed: 's', pace: 1, printEvery: 86_400_000 });
  await saveLook(world.store, { campaignId: 'taught', look: { findings: [lesson('renewal-postcard', 12), lesson('thank-you', 3)], seen: { touches: 900, answers: 90, comparisons: 2 } } });
  const page = await open('/campaigns/taught');
  const item = (text: string) => page.locator('.lesson', { hasText: text });
  await item('renewal-postcard come within 12 days').getByRole('button', { name: 'Take note' }).click();
  await item('renewal-postcard come within 12 days').getByText('Accepted by anne').waitFor();
  await item('thank-you come within 3 days').getByRole('button', { name: 'Dismiss' }).click();
  await item('thank-you come within 3 days').getByText('Dismissed by anne').waitFor();
  expect(await acts('taught')).toEqual([{ operator: 'anne', act: 'dismiss-lesson' }, { operator: 'anne', act: 'accept-lesson' }]);
  await page.context().close();
});

describe('every page is for everybody', () => {
  const paths = () => ['/campaigns', '/campaigns/spring', '/campaigns/slow', `/people/${PERSON}`, '/people', '/events', '/print-runs', '/record', '/nothing-here'];

  test.each<[string, BrowserContextOptions]>([
    ['on a phone, in French, by night', { ...PHONE, colorScheme: 'dark' }],
    ['on a desk, in English, by day', { ...DESK, colorScheme: 'light' }],
  ])('%s', async (_, options) => {
    const page = await (await browser.newContext(options)).newPage();
    await page.goto(`${dashboard.address}/sign-in`);
    expect([await barriers(page), await scrollsSideways(page)]).toEqual([[], false]);
    await page.context().close();
    const inside = await open('/campaigns', options);
    for (const path of paths()) {
      await inside.goto(`${dashboard.address}${path}`);
      expect({ path, barriers: await barriers(inside), sideways: await scrollsSideways(inside) }).toEqual({ path, barriers: [], sideways: false });
    }
    await inside.context().close();
  });

  test('by the keyboard alone: to the page past the head, into a campaign, out by the menu', async () => {
    const page = await open('/campaigns');
    const focused = () => page.evaluate<string>('(document.activeElement.textContent || "").trim()');
    const tabTo = async (text: string) => {
      for (let presses = 0; presses < 30 && !(await focused()).startsWith(text); presses += 1) await page.keyboard.press('Tab');
      expect(await focused()).toMatch(new RegExp(`^${text}`));
    };
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the page');
    await page.keyboard.press('Enter');
    await tabTo('slow');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/campaigns/slow');
    await tabTo('A');
    await page.keyboard.press('Enter');
    await tabTo('Sign out');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/sign-in');
    await page.context().close();
  });

  test('without JavaScript too', async () => {
    const page = await open('/campaigns', { ...DESK, javaScriptEnabled: false });
    await page.getByRole('link', { name: 'spring' }).click();
    expect(await page.locator('h1').textContent()).toBe('spring');
    await page.getByRole('link', { name: 'People' }).click();
    await page.getByLabel('Id, email or last name').fill('Lempereur-Aubry');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByText('20 found').waitFor();
    await page.getByRole('link', { name: 'Séraphine' }).first().click();
    await page.goBack();
    await page.getByText('20 found').waitFor();
    await page.getByRole('link', { name: 'Campaigns' }).click();
    await page.getByRole('link', { name: 'Français' }).click();
    expect(await page.locator('.main-nav [aria-current]').textContent()).toBe('Campagnes');
    await page.context().close();
  });
});

test('no page asked for anything that its policy refuses, or threw', () => {
  expect(problems.filter((problem) => !problem.includes('404'))).toEqual([]);
});
