import { utimes } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startPreview, type Preview } from '../../cli/preview/index.ts';
import { barriers, openBrowser, PHONE, scrollsSideways } from './browser.ts';

const MAIL = '/boiler-renewal.v2/mail/thank-you';
const PAGES = [
  ['the overview', '/boiler-renewal.v2'],
  ['a mail', `${MAIL}?variant=factual`],
  ['a mail by night', `${MAIL}?colours=dark`],
  ['a mail as text', `${MAIL}?part=text`],
  ['a card', '/boiler-renewal.v2/card/renewal-postcard'],
  ['a leaflet with its bleed', '/area-drop.v1/leaflet/leaflet?bleed=true'],
  ['a personal page', '/boiler-renewal.v2/page/boiler-check'],
  ['an error', `${MAIL}?props=x`],
  ['what is not there', '/win-front.v1'],
] as const;

let preview: Preview;
let browser: Browser;
beforeAll(async () => {
  [preview, browser] = await Promise.all([startPreview({ scenario: 'boiler-renewal', port: 0 }), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await preview.close();
});

/** Opens a page, does something with it, and holds that the browser had nothing to complain of meanwhile. */
async function visit<Result>(path: string, { answers = 200, ...options }: BrowserContextOptions & { answers?: number }, act: (page: Page) => Promise<Result>): Promise<Result> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && answers === 200 && problems.push(message.text())));
  page.on('pageerror', (error) => void problems.push(error.message));
  expect((await page.goto(`${preview.url}${path}`))?.status()).toBe(answers);
  const result = await act(page);
  expect(problems).toEqual([]);
  await context.close();
  return result;
}

const frameOf = (page: Page, title: string) => page.frameLocator(`iframe[title="${title}"]`);

/** The tests know no DOM; this is what they need of it. */
interface Shown {
  readonly clientWidth: number;
  readonly naturalWidth: number;
  readonly ownerDocument: { readonly defaultView: { getComputedStyle(element: unknown): { readonly backgroundColor: string } } };
  decode(): Promise<void>;
}

const colourOf = (page: Page, title: string) =>
  frameOf(page, title)
    .locator('.page')
    .first()
    .evaluate((element: unknown) => (element as Shown).ownerDocument.defaultView.getComputedStyle(element).backgroundColor);

describe.each(PAGES)('%s', (name, path) => {
  const answers = name === 'what is not there' ? 404 : 200;

  test.each(['light', 'dark'] as const)('has no barriers in %s', async (colorScheme) => {
    await visit(path, { colorScheme, answers }, async (page) => expect(await barriers(page)).toEqual([]));
  });

  test('fits a phone', async () => {
    await visit(path, { ...PHONE, answers }, async (page) => expect(await scrollsSideways(page)).toBe(false));
  });
});

describe('a mail', () => {
  test('stands on a desktop, whole, and on a phone, narrow', async () => {
    await visit(MAIL, {}, async (page) => {
      for (const title of ['thank-you on a desktop', 'thank-you on a phone']) await frameOf(page, title).locator('h1').waitFor();
      await page.waitForFunction(`(() => { const frame = document.querySelector('iframe[data-fit]'); return frame.style.height !== '' && frame.clientHeight >= frame.contentDocument.documentElement.scrollHeight; })()`);
      const width = await page.locator('iframe[title="thank-you on a phone"]').evaluate((frame: unknown) => (frame as Shown).clientWidth);
      expect(width).toBe(375);
    });
  });

  test('is read in English, by night and in another variant, one link each, by the keyboard too', async () => {
    await visit(MAIL, {}, async (page) => {
      expect(await frameOf(page, 'thank-you on a phone').locator('html').getAttribute('lang')).toBe('fr');
      const day = await colourOf(page, 'thank-you on a phone');
      await page.getByRole('navigation', { name: 'Language' }).getByRole('link', { name: 'EN' }).click();
      await page.waitForURL(/lang=en/);
      expect(await frameOf(page, 'thank-you on a phone').locator('html').getAttribute('lang')).toBe('en');
      await page.getByRole('link', { name: 'Dark', exact: true }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/colours=dark/);
      expect(await colourOf(page, 'thank-you on a phone')).not.toBe(day);
      const warm = await frameOf(page, 'thank-you on a phone').locator('h1').textContent();
      await page.getByRole('link', { name: 'factual' }).click();
      await page.waitForURL(/variant=factual/);
      expect(await frameOf(page, 'thank-you on a phone').locator('h1').textContent()).not.toBe(warm);
    });
  });

  test('is by day in a browser at night, until it is asked for', async () => {
    const paper = (colorScheme: 'light' | 'dark') => visit(MAIL, { colorScheme }, (page) => colourOf(page, 'thank-you on a desktop'));
    const day = await paper('light');
    expect(day).toMatch(/^rgb/);
    expect(await paper('dark')).toBe(day);
  });

  test('is written from other props, and what is wrong with them is said', async () => {
    await visit(MAIL, {}, async (page) => {
      const props = page.getByRole('textbox', { name: 'Props' });
      await props.fill('{"interest": "advice", "store": "Marsac"}');
      await props.press('Control+Enter');
      await frameOf(page, 'thank-you on a desktop').getByText('Marsac').first().waitFor();
      await page.getByRole('textbox', { name: 'Props' }).fill('{"interest": ');
      await page.getByRole('button', { name: 'Show' }).click();
      await page.getByRole('alert').getByText('Expected JSON such as').waitFor();
      await page.getByRole('link', { name: 'Back to the sample' }).click();
      await frameOf(page, 'thank-you on a desktop').getByText('Saint-Aubin').first().waitFor();
    });
  });
});

test('a file that changes makes the page load anew, and what was being typed stays', async () => {
  await visit(MAIL, {}, async (page) => {
    await page.getByText('Live', { exact: true }).waitFor();
    await page.getByRole('textbox', { name: 'Props' }).fill('{"interest": "adv');
    await Promise.all([page.waitForEvent('load'), utimes('scenarios/boiler-renewal/messages/thank-you.tsx', new Date(), new Date())]);
    await page.getByText('Live', { exact: true }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Props' }).inputValue()).toBe('{"interest": "adv');
  });
});

test('a personal page’s form is answered in its frame', async () => {
  await visit('/boiler-renewal.v2/page/boiler-check', {}, async (page) => {
    const phone = frameOf(page, 'boiler-check before its form');
    await phone.locator('label.choice').first().click();
    await phone.locator('form button[type=submit]').click();
    await phone.locator('.ticket').waitFor();
  });
});

test('a card’s two sides are pictures, with a PDF each', async () => {
  await visit('/boiler-renewal.v2/card/renewal-postcard', {}, async (page) => {
    const sides = await page.locator('.trim img').all();
    const widths = await Promise.all(sides.map((side) => side.evaluate((image: unknown) => (image as Shown).decode().then(() => (image as Shown).naturalWidth))));
    expect(widths).toEqual([1_172, 1_172]);
    expect(await page.getByRole('link', { name: /PDF of/ }).count()).toBe(2);
  });
});

test('the menu of scenarios opens, leads and closes by the keyboard, and the language goes along', async () => {
  await visit('/boiler-renewal.v2?lang=en', {}, async (page) => {
    await page.locator('.menu summary').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Scenarios' }).getByRole('link', { name: 'win-back' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.menu').getAttribute('open')).toBeNull();
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Scenarios' }).getByRole('link', { name: 'win-back' }).press('Enter');
    await page.waitForURL(/win-back\.v2\?lang=en/);
  });
});

test('without JavaScript all of it is there but what reloads by itself', async () => {
  await visit(MAIL, { javaScriptEnabled: false }, async (page) => {
    await page.getByRole('link', { name: 'EN', exact: true }).click();
    await page.waitForURL(/lang=en/);
    expect(await page.locator('iframe').count()).toBe(2);
    expect(await page.locator('.live').textContent()).toBe('Reload by hand');
  });
});
