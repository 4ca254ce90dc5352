import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { register } from '../../cli/commands/report.ts';
import { findChromium } from '../../cli/report/chromium.ts';
import { gatherReport } from '../../cli/report/report-data.ts';
import { reportPage } from '../../cli/report/html/report-page.ts';
import { barriers, openBrowser, scrollsSideways } from '../browser/browser.ts';
import { openCampaign } from '../store/attribution/campaign.ts';
import { testStore, type TestStore } from '../setup/store.ts';
import { runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'parcours-report-'));
const file = (name: string) => join(folder, name);
/** What somebody might call a variant, a fact or an outcome. */
const HOSTILE = '=HYPERLINK("https://x.example")<script>alert(1)</script>';

let store: TestStore;
beforeAll(async () => {
  store = await testStore();
  Object.assign(process.env, { DATABASE_URL: store.databaseUrl, DATABASE_SCHEMA: store.schemaName });
  const { enter, touch, event } = await openCampaign(store, 'spring');
  for (let person = 0; person < 30; person++) {
    const name = `p${person}`;
    await enter(name, { holdout: person >= 24, facts: { energy: person % 2 === 0 ? 'gas' : HOSTILE } });
    if (person >= 24) continue;
    await touch(name, { message: 'card', medium: 'print', day: 5, cost: 0.62 });
    await touch(name, { message: 'thanks', medium: 'email', day: 10, cost: 0.002, variant: person % 2 === 0 ? 'warm' : HOSTILE });
    if (person % 3 === 0) await event(name, 'scan', { day: 6 + (person % 5), touch: 'card/1' });
    if (person % 4 === 0) await event(name, 'purchase', { day: 12, data: { order: `O-${person}`, amount: 100, currency: person === 4 ? 'CHF' : 'EUR' } });
  }
  await event('p0', 'refund', { day: 14, data: { order: 'O-0', amount: 40, currency: 'EUR' } });
  await event('p8', 'refund', { day: 14, data: { order: 'O-8', amount: 100, currency: 'EUR' } });
  await store.updateTable('journeys').set({ status: 'ended', outcome: HOSTILE }).where('id', '=', 'spring/p1').execute();
  await openCampaign(store, 'nobody-yet');
});
afterAll(() => store.destroy());

const report = (...args: string[]) => runCommand(register, ['report', ...args]);

describe('parcours report', () => {
  test('on the terminal: orders once, refunds taken off, currencies apart', async () => {
    const { shown } = await report('spring');
    expect(shown).toMatch(/purchased +█+. +5 +20\.8 %/);
    expect(shown).toMatch(/revenue +4 orders +€360\.00/);
    expect(shown).toMatch(/revenue +1 order +CHF.100\.00/);
  });

  test('in French', async () => {
    const { shown } = await report('spring', '--language', 'fr');
    expect(shown).toMatch(/achat +█+. +5 +20,8\s%/);
    expect(shown).toContain('Effet face aux témoins');
    expect(shown).not.toMatch(/holdout|revenue|The path|orders/);
  });

  test('as a page with every chart, in both languages; names from outside stay text', async () => {
    expect((await report('spring', '--html', file('en.html'), '--segment', 'energy')).shown).toBe(`${file('en.html')}\n`);
    await report('spring', '--html', file('fr.html'), '--language', 'fr');
    const [en, fr] = [readFileSync(file('en.html'), 'utf8'), readFileSync(file('fr.html'), 'utf8')];
    for (const title of ['How far people came', 'From touch to answer to outcome', 'Where people wait', 'Answers by day: Print', 'Spent, day by day', 'Lift over the holdout', 'Variants of thanks']) expect(en).toContain(`<title>${title}</title>`);
    expect(en).toContain('<td>gas</td>');
    expect(fr).toContain('À quoi l’on doit les commandes');
    for (const page of [en, fr]) expect(page).not.toMatch(/<script|style="(?!width)/);
  });

  test('the page has no barriers, and is read on a phone without scrolling sideways', async () => {
    const browser = await openBrowser();
    try {
      const html = reportPage(await gatherReport(store, 'spring', { segment: 'energy' }), 'fr');
      for (const [width, colorScheme] of [[390, 'dark'], [1_100, 'light']] as const) {
        const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
        await page.setContent(html);
        expect(await scrollsSideways(page)).toBe(false);
        expect(await barriers(page)).toEqual([]);
        await page.close();
      }
    } finally {
      await browser.close();
    }
  }, 60_000);

  test('as PDF', async () => {
    await report('spring', '--pdf', file('report.pdf'));
    expect(readFileSync(file('report.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  }, 60_000);

  test('the data of every chart as CSV that no spreadsheet runs, and as JSON', async () => {
    await report('spring', '--csv', file('csv'), '--json', file('report.json'), '--segment', 'energy');
    expect(readdirSync(file('csv')).sort()).toEqual(['attribution.csv', 'flows.csv', 'funnel.csv', 'incremental.csv', 'lift.csv', 'not-sent.csv', 'outcomes.csv', 'responses.csv', 'spending.csv', 'variants.csv', 'waiting.csv']);
    expect(readFileSync(join(file('csv'), 'responses.csv'), 'utf8')).toBe('medium,kind,day,touches\nprint,scan,1,2\nprint,scan,2,2\nprint,scan,3,1\nprint,scan,4,2\nprint,scan,5,1\n');
    expect(readFileSync(join(file('csv'), 'variants.csv'), 'utf8')).toContain(`thanks,email,"'=HYPERLINK(`);
    // A difference below zero is a number, not a formula.
    expect(readFileSync(join(file('csv'), 'lift.csv'), 'utf8')).toMatch(/\n24,5,6,0,0\.208\d*,-0\.\d+,/);
    const { campaign, funnel, attribution } = JSON.parse(readFileSync(file('report.json'), 'utf8'));
    expect(campaign.id).toBe('spring');
    expect(funnel[0]).toEqual({ step: 'printed', people: 24, of: 24 });
    expect(attribution).toContainEqual({ model: 'last', by: 'medium', name: 'email', touches: 24, cost: 0.048, orders: 5, currency: 'CHF', revenue: 100, roi: null });
  });

  test('of a campaign that nobody has entered says what is missing, in every form', async () => {
    const { shown } = await report('nobody-yet');
    expect(shown).toContain('Nobody was held out');
    await report('nobody-yet', '--html', file('empty.html'), '--csv', file('empty'));
    const page = readFileSync(file('empty.html'), 'utf8');
    for (const said of ['Nobody has entered this campaign yet.', 'Nothing has been spent yet.', 'No orders yet.', 'Nobody is held out']) expect(page).toContain(said);
    expect(page).not.toMatch(/NaN|Infinity|undefined/);
    expect(readFileSync(join(file('empty'), 'lift.csv'), 'utf8')).toBe('treated,treated_converted,holdout,holdout_converted,absolute,low,high,verdict\n');
  });

  test('says what to do when there is no such campaign, and when there is no Chromium', async () => {
    await expect(report('autumn')).rejects.toThrow("Expected a campaign of this database, got 'autumn'. Launch it first: parcours launch <scenario> --campaign autumn.");
    expect(() => findChromium('/nowhere')).toThrow('Expected Chromium or Chrome on the PATH to write a PDF, got none. Install it');
  });
});
