import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { contentOf } from '../../scenarios/content/index.ts';
import { populationOf } from '../../scenarios/content/populations.ts';
import { newestVersion, scenarioNames } from '../../scenarios/registry.ts';
import { PersonalDraw } from '../../simulator/draw.ts';
import { makeToken } from '../../store/index.ts';
import { trackerUnderTest, until, type TrackerUnderTest } from '../tracker/tracker-under-test.ts';
import { barriers, openBrowser, PHONE, scrollsSideways } from './browser.ts';

const PAGES = scenarioNames().flatMap((scenario) => Object.keys(contentOf(`${scenario}.v${newestVersion(scenario)}`).pages).map((page) => ({ scenario, page })));
const LOCALES = ['fr-FR', 'en-GB'] as const;

let tracked: TrackerUnderTest;
let browser: Browser;
beforeAll(async () => {
  tracked = await trackerUnderTest({ contentOf });
  browser = await openBrowser();
  const { store } = tracked;
  for (const name of scenarioNames()) {
    await store
      .insertInto('campaigns')
      .values({ id: name, scenario: name, version: newestVersion(name), goal: [], clock: JSON.stringify({ epoch: 0, speed: 1 }), holdout: 0, seed: 's', pace: 10, print_every_ms: 86_400_000 })
      .execute();
  }
}, 120_000);
afterAll(async () => {
  await browser.close();
  await tracked.close();
});

/** The address of a page as it is printed for somebody of the scenario's people. */
async function addressOf({ scenario, page, locale = 'fr-FR' }: { scenario: string; page: string; locale?: string }): Promise<string> {
  const { prospectId } = await tracked.person({ firstName: 'Anne-Charlotte', locale });
  const population = populationOf(scenario);
  const { facts } = population.prospect(new PersonalDraw().of(7, 1), population.parameters as never);
  const { store } = tracked;
  const journey = { id: `${scenario}/${prospectId}`, campaign_id: scenario, prospect_id: prospectId, holdout: false, status: 'started' as const };
  await store.updateTable('prospects').set({ facts: JSON.stringify(facts) }).where('id', '=', prospectId).execute();
  await store.insertInto('journeys').values(journey).execute();
  const touch = `${journey.id}/card/1`;
  await store.insertInto('touches').values({ id: touch, journey_id: journey.id, message: 'card', medium: 'print', status: 'sent', why: 'sent', props: '{}', at: new Date(), campaign_at: new Date() }).execute();
  const token = makeToken();
  await store.insertInto('links').values({ token, touch_id: touch, journey_id: journey.id, kind: 'purl', name: 'purl', target: page }).execute();
  return `${tracked.address}/p/anne-charlotte-${token}`;
}

const journeyOf = (address: string) => tracked.store.selectFrom('links').select('journey_id').where('token', '=', address.slice(-10)).executeTakeFirstOrThrow().then(({ journey_id }) => journey_id);

async function visit(address: string, options: BrowserContextOptions = PHONE): Promise<Page & { problems: string[]; bytes: () => number }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const problems: string[] = [];
  let bytes = 0;
  page.on('console', (message) => void (message.type() === 'error' && problems.push(message.text())));
  page.on('pageerror', (error) => void problems.push(error.message));
  page.on('requestfailed', (request) => void problems.push(`${request.method()} ${request.url()} failed`));
  page.on('response', (response) => void response.body().then((body) => (bytes += body.length), () => {}));
  await page.goto(address);
  return Object.assign(page, { problems, bytes: () => bytes });
}

describe.each(PAGES)('$scenario, page $page', (of) => {
  test.each(LOCALES)('on a phone, in %s: whole, light, and without barriers, before and after its form', async (locale) => {
    const page = await visit(await addressOf({ ...of, locale }));
    expect(await page.getAttribute('html', 'lang')).toBe(locale);
    expect(await scrollsSideways(page)).toBe(false);
    expect(await barriers(page)).toEqual([]);
    expect(page.bytes()).toBeLessThan(50_000);
    for (const group of await page.locator('fieldset').all()) await group.locator('input').first().check();
    const submit = page.locator('main form button[type=submit], form.form button[type=submit]').first();
    if ((await submit.count()) > 0) {
      await submit.click();
      await page.waitForURL(/merci/);
      expect(await scrollsSideways(page)).toBe(false);
      expect(await barriers(page)).toEqual([]);
    }
    expect(page.problems).toEqual([]);
    await page.context().close();
  });
});

describe('the boiler check', () => {
  const boiler = { scenario: 'boiler-renewal', page: 'boiler-check' };

  test('asks when somebody may come, in groups that are read out, without JavaScript; then says when', async () => {
    const address = await addressOf(boiler);
    const { prospect_id: id } = await tracked.store.selectFrom('journeys').select('prospect_id').where('id', '=', await journeyOf(address)).executeTakeFirstOrThrow();
    await tracked.store.updateTable('prospects').set({ facts: JSON.stringify({ boilerAge: 16, energy: 'gas', interest: 'replace', horizon: 'now' }) }).where('id', '=', id).execute();
    const page = await visit(address, { ...PHONE, javaScriptEnabled: false });
    const question = page.getByRole('group', { name: 'Quand pouvons-nous passer' });
    const days = question.getByRole('group');
    expect([await days.count(), await question.getByRole('radio').count() >= 9]).toEqual([5, true]);
    const day = (await days.nth(1).locator('legend').textContent())!;
    await days.nth(1).getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Demander cette visite' }).click();
    expect(await page.getByRole('heading', { name: 'Votre visite' }).count()).toBe(1);
    expect(await page.locator('.visit-when').textContent()).toContain(day);
    await page.context().close();
  });

  test('tells that a person was there', async () => {
    const address = await addressOf(boiler);
    const page = await visit(address);
    const journeyId = await journeyOf(address);
    await until('the visit to be told', () => tracked.temporal.told.some((told) => told.journeyId === journeyId && told.report.kind === 'visit' && told.report.evidence === 'human'));
    await page.context().close();
  });

  test('is answered by the keyboard alone, and the focus is to be seen', async () => {
    const address = await addressOf(boiler);
    const page = await visit(address, { viewport: { width: 1280, height: 900 }, locale: 'fr-FR' });
    for (let presses = 0; presses < 30 && (await page.evaluate('document.activeElement?.getAttribute("type")')) !== 'radio'; presses += 1) await page.keyboard.press('Tab');
    const outlines = await page.evaluate('[document.activeElement, document.activeElement.closest("label")].map((element) => element && getComputedStyle(element).outlineStyle)');
    expect((outlines as string[]).some((style) => style && style !== 'none')).toBe(true);
    await page.keyboard.press('Space');
    for (let presses = 0; presses < 10 && (await page.evaluate('document.activeElement?.tagName')) !== 'BUTTON'; presses += 1) await page.keyboard.press('Tab');
    await Promise.all([page.waitForURL(/merci/), page.keyboard.press('Enter')]);
    expect((await tracked.events(await journeyOf(address))).map(({ kind }) => kind)).toContain('reply');
    await page.context().close();
  });

  test('works without JavaScript, the visit and the answer', async () => {
    const address = await addressOf(boiler);
    const page = await visit(address, { ...PHONE, javaScriptEnabled: false });
    await page.locator('label.choice').first().click();
    await page.locator('form.form button[type=submit]').click();
    await page.waitForURL(/merci/);
    const journeyId = await journeyOf(address);
    await until('both to be on record', async () => {
      const kinds = (await tracked.events(journeyId)).filter(({ evidence }) => evidence === 'human').map(({ kind }) => kind);
      return kinds.includes('visit') && kinds.includes('reply');
    });
    await page.context().close();
  });

  test('sent without an answer comes back and says what is missing, to a screen reader too', async () => {
    const page = await visit(await addressOf(boiler));
    await page.evaluate("document.querySelector('form.form').noValidate = true");
    await page.locator('form.form button[type=submit]').click();
    await page.locator('[role=alert]').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  });
});

describe('addresses that lead nowhere', () => {
  test('get a page that helps, without barriers', async () => {
    const page = await visit(`${tracked.address}/p/jean-dupont-2222222222`);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await barriers(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await page.context().close();
  });
});
