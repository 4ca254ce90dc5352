import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { trackerUnderTest, type TrackerUnderTest } from '../tracker/tracker-under-test.ts';
import { barriers, openBrowser, PHONE, scrollsSideways } from './browser.ts';

let tracked: TrackerUnderTest;
let browser: Browser;
beforeAll(async () => {
  tracked = await trackerUnderTest();
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await tracked.close();
});

const ANSWERED = { interest: 'service', horizon: 'now' };
const tokenFor = async (prospectId: string) => (await tracked.store.selectFrom('consent_requests').select('token').where('prospect_id', '=', prospectId).executeTakeFirstOrThrow()).token;
const granted = async (prospectId: string) => (await tracked.store.selectFrom('consents').select(['medium', 'granted']).where('prospect_id', '=', prospectId).execute()).map(({ medium, granted: yes }) => `${medium} ${yes}`);

async function isFit(page: Page): Promise<void> {
  expect(await barriers(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
}

test.each([
  ['fr-FR', true],
  ['en-GB', false],
])('a yes to mails on a phone, in %s, with JavaScript: %s; it holds once the mailbox has confirmed', async (locale, javaScriptEnabled) => {
  const { prospectId, tokens } = await tracked.person({ locale, facts: ANSWERED });
  const context = await browser.newContext({ ...PHONE, locale, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(`${tracked.address}/p/${tokens.qr}`);
  if (javaScriptEnabled) await isFit(page);
  await page.locator('input[name=email]').fill('camille@courriel.example');
  await page.locator('input[name=consent-email]').check();
  await page.locator('form.consent-form button').click();
  await page.locator('.consent-sent').waitFor();
  if (javaScriptEnabled) await isFit(page);
  // A wrong address can be put right at once.
  await page.locator('.consent-sent summary').click();
  expect(await page.locator('.consent-sent input[name=email]').isVisible()).toBe(true);

  await page.goto(`${tracked.address}/k/${await tokenFor(prospectId)}`);
  if (javaScriptEnabled) await isFit(page);
  expect(await granted(prospectId)).toEqual([]);
  await page.locator('button').click();
  expect(await page.locator('h1').textContent()).toBe(locale === 'fr-FR' ? 'Merci, c’est confirmé' : 'Thank you, confirmed');
  if (javaScriptEnabled) await isFit(page);
  expect(await granted(prospectId)).toEqual(['email true']);
  await context.close();
});

test('a wrong address comes back by the keyboard alone, with the focus on it and its problem read out', async () => {
  const { tokens } = await tracked.person({ facts: ANSWERED });
  const page = await (await browser.newContext({ viewport: { width: 1100, height: 1000 }, locale: 'fr-FR' })).newPage();
  await page.goto(`${tracked.address}/p/${tokens.qr}`);
  for (let presses = 0; presses < 20 && (await page.evaluate('document.activeElement?.id')) !== 'email'; presses += 1) await page.keyboard.press('Tab');
  await page.keyboard.type('camille@p\u0430ypal.example');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.evaluate("document.querySelector('form.consent-form').noValidate = true");
  await page.keyboard.press('Tab');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  expect(await page.evaluate('document.activeElement?.id')).toBe('email');
  expect(await page.locator('#email-problem').textContent()).toContain('alphabets différents');
  expect(await page.locator('input[name=consent-email]').isChecked()).toBe(true);
  expect(await barriers(page)).toEqual([]);
  await page.context().close();
});

test('a voucher’s barcode stands free on white, a bar no thinner than two pixels, on the width of a phone', async () => {
  const { tokens } = await tracked.person({ facts: ANSWERED });
  const page = await (await browser.newContext(PHONE)).newPage();
  await page.goto(`${tracked.address}/p/${tokens.qr}`);
  const barcode = page.locator('svg.barcode');
  expect(await barcode.getAttribute('aria-label')).toBe(`Code-barres du code ${tokens.qr.slice(0, 5)}-${tokens.qr.slice(5)}`);
  const { width } = (await barcode.boundingBox())!;
  const modules = Number((await barcode.getAttribute('viewBox'))!.split(' ')[2]);
  expect({ modules, pixels: width / modules }).toEqual({ modules: 165, pixels: 2 });
  const bars = [...(await barcode.locator('path').getAttribute('d'))!.matchAll(/M(\d+) 0h(\d+)/g)].map(([, from, wide]) => ({ from: Number(from), to: Number(from) + Number(wide) }));
  expect([bars[0]!.from, modules - bars.at(-1)!.to]).toEqual([10, 10]);
  await page.context().close();
});

test('a page whose link was taken back helps on, without barriers', async () => {
  const { tokens, journeyId } = await tracked.person();
  await tracked.store.updateTable('links').set({ revoked_at: new Date() }).where('journey_id', '=', journeyId).execute();
  const page = await (await browser.newContext(PHONE)).newPage();
  await page.goto(`${tracked.address}/p/${tokens.qr}`);
  await isFit(page);
  await page.locator('a[href^="/u/"]').click();
  await page.locator('form.choices').waitFor();
  await page.context().close();
});
