import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { runDemo } from '../cli/demo/index.ts';
import type { Stack } from '../cli/stack/index.ts';
import { connect, launchCampaign } from '../client/index.ts';
import type { Store } from '../store/index.ts';
import { openBrowser, PHONE } from '../test/browser/browser.ts';

/**
 * `npm run pictures:dashboard`: the pictures of the README and of docs/dashboard.md, taken by Chromium while the demo runs. With a folder, each page as well on a desk and
 * on a phone, by day and by night, in both languages: `npm run pictures:dashboard -- out/pages`.
 */
const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1.5 };
const [everything] = process.argv.slice(2);
const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url));

async function until<Value>(ask: () => Promise<Value | undefined>): Promise<Value> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

interface Running {
  readonly stack: Stack;
  readonly store: Store;
  readonly campaignId: string;
}

/** A second campaign, whose proof waits for somebody. */
async function launchAnother({ store }: Running): Promise<string> {
  const people = await store.selectFrom('prospects').select('id').orderBy('id').limit(80).execute();
  const client = await connect();
  const campaignId = 'autumn-fair';
  await launchCampaign({ client, store }, { id: campaignId, scenario: 'boiler-renewal', version: 3, audience: people.map(({ id }) => id), pace: 1, clock: { epoch: Date.now(), speed: 8_640 }, printEvery: '1 day', print: { proof: 6 } });
  await client.connection.close();
  const run = await until(() => store.selectFrom('print_runs').select('id').where('campaign_id', '=', campaignId).where('proof', 'is not', null).executeTakeFirst());
  return run.id;
}

async function signedIn(browser: Browser, { addresses, operator }: Stack, options: BrowserContextOptions): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(`${addresses.dashboard}/sign-in`);
  await page.fill('input[name=name]', operator!.name);
  await page.fill('input[name=password]', operator!.password);
  await page.click('form button');
  await page.waitForURL('**/campaigns');
  return page;
}

async function picture(page: Page, { address, file, whole = false }: { address: string; file: string; whole?: boolean }): Promise<void> {
  // A live page keeps a connection open: it is never idle.
  await page.goto(address, { waitUntil: 'load' });
  await page.evaluate("Promise.all([...document.images].map((image) => { image.loading = 'eager'; return image.decode().catch(() => {}); }))");
  await page.screenshot({ path: file, fullPage: whole });
}

async function takePictures(running: Running): Promise<void> {
  const { stack, store, campaignId } = running;
  const base = stack.addresses.dashboard!;
  const buyers = async () => store.selectFrom('events').select(['prospect_id', 'journey_id']).where('kind', '=', 'purchase').where('campaign_id', '=', campaignId).where('journey_id', 'is not', null).limit(4).execute();
  const person = await until(async () => (await buyers())[3]);
  const run = await launchAnother(running);
  const pages = {
    campaigns: '/campaigns',
    campaign: `/campaigns/${campaignId}`,
    starting: '/campaigns/autumn-fair',
    person: `/people/${person.prospect_id}?journey=${encodeURIComponent(person.journey_id!)}`,
    events: '/events',
    'print-runs': '/print-runs',
    proof: `/print-runs/${encodeURIComponent(run)}`,
    people: '/people',
    record: '/record',
  };
  await mkdir(folder, { recursive: true });
  const browser = await openBrowser();
  try {
    const desk = await signedIn(browser, stack, { ...DESK, locale: 'en-GB', colorScheme: 'light' });
    for (const name of ['campaign', 'person', 'proof'] as const) await picture(desk, { address: `${base}${pages[name]}`, file: join(folder, `dashboard-${name}.png`) });
    if (everything === undefined) return;
    const all = resolve(everything);
    await mkdir(all, { recursive: true });
    for (const [size, options] of [['desk', DESK], ['phone', PHONE]] as const) {
      for (const [colorScheme, locale] of [['light', 'en-GB'], ['dark', 'fr-FR']] as const) {
        const page = await signedIn(browser, stack, { ...options, locale, colorScheme });
        for (const [name, path] of Object.entries(pages)) await picture(page, { address: `${base}${path}`, file: join(all, `${name}-${size}-${colorScheme}.png`), whole: true });
        await page.context().close();
      }
    }
    const stranger = await (await browser.newContext({ ...PHONE, colorScheme: 'light' })).newPage();
    await picture(stranger, { address: `${base}/sign-in`, file: join(all, 'sign-in-phone-light.png') });
  } finally {
    await browser.close();
  }
}

await runDemo({ seed: '15', speed: 1, keep: false, screen: process.stdout, stack: { ports: {} }, alongside: takePictures });
