import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { recordConsent } from '../../store/index.ts';
import { readPreferences } from '../../store/preferences.ts';
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

async function agreed(locale: string) {
  const person = await tracked.person({ locale });
  for (const medium of ['email', 'social'] as const) await recordConsent(tracked.store, { prospectId: person.prospectId, medium, granted: true, source: 'import' });
  return person;
}

test.each([
  ['fr-FR', true],
  ['en-GB', false],
])('preferences on a phone, in %s, with JavaScript: %s', async (locale, javaScriptEnabled) => {
  const { tokens, prospectId } = await agreed(locale);
  const context = await browser.newContext({ ...PHONE, locale, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(`${tracked.address}/u/${tokens.unsubscribe}`);
  if (javaScriptEnabled) expect(await barriers(page)).toEqual([]);
  await page.locator('input[name=email]').uncheck();
  await page.locator('input[name=pause]').check();
  await page.locator('form.choices button').click();
  await page.locator('[role=status]').waitFor();
  if (javaScriptEnabled) {
    expect(await scrollsSideways(page)).toBe(false);
    expect(await barriers(page)).toEqual([]);
  }
  const { wanted, pausedUntil } = (await readPreferences(tracked.store, prospectId))!;
  expect(wanted).toEqual({ print: true, email: false, service: true, social: true });
  expect(pausedUntil).not.toBeNull();
  await context.close();
});

test('everything is stopped by the keyboard alone', async () => {
  const { tokens, prospectId } = await agreed('fr-FR');
  const page = await (await browser.newContext({ viewport: { width: 1100, height: 900 } })).newPage();
  await page.goto(`${tracked.address}/u/${tokens.unsubscribe}`);
  for (let presses = 0; presses < 20 && (await page.evaluate('document.activeElement?.className')) !== 'quiet'; presses += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('[role=status]').waitFor();
  expect((await readPreferences(tracked.store, prospectId))!.wanted).toEqual({ print: false, email: false, service: false, social: false });
  await page.context().close();
});
