import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { recordInHome, type InHomeReport } from '../../store/in-home.ts';
import type { Store } from '../../store/index.ts';
import { testStore } from '../setup/store.ts';
import { springCampaign } from './spring-campaign.ts';

const touchId = 'spring/on/renewal-postcard/1';
const day = (date: number, hour = 11) => new Date(Date.UTC(2026, 2, date, hour));

let store: Store;
beforeAll(async () => {
  store = await testStore();
  await springCampaign(store);
  await store.insertInto('print_runs').values({ id: 'spring/run', campaign_id: 'spring', cut_off: day(5) }).execute();
});
afterAll(() => store.destroy());

/** What is known of a fresh mailpiece, foretold for 9 March, after these reports. */
async function after(...reports: readonly Omit<InHomeReport, 'touchId'>[]) {
  await store.deleteFrom('mailpieces').execute();
  await store.insertInto('mailpieces').values({ touch_id: touchId, print_run_id: 'spring/run', in_home_estimate: day(9) }).execute();
  for (const report of reports) await recordInHome(store, { touchId, ...report });
  const { in_home_estimate: estimate, in_home: seen, in_home_evidence: evidence } = await store.selectFrom('mailpieces').selectAll().executeTakeFirstOrThrow();
  return { foretold: estimate.getUTCDate(), seen: seen?.getUTCDate(), evidence };
}

const posted = (date: number) => ({ kind: 'posted', at: day(date), evidence: 'scan' }) as const;
const delivered = (date: number, evidence: InHomeReport['evidence']) => ({ kind: 'delivered', at: day(date), evidence }) as const;
const returned = { kind: 'returned', at: day(20), evidence: 'scan' } as const;

describe('when a mailpiece was in the home, as far as is known', () => {
  test.each([
    ['nobody reported', [], { foretold: 9, seen: undefined, evidence: 'estimated' }],
    ['it was handed over late', [posted(12)], { foretold: 12, seen: undefined, evidence: 'estimated' }],
    ['a vehicle was on its round', [posted(12), delivered(11, 'logical')], { foretold: 12, seen: 11, evidence: 'logical' }],
    ['it was scanned', [delivered(11, 'scan')], { foretold: 9, seen: 11, evidence: 'scan' }],
    ['a scan came after what was inferred', [delivered(11, 'logical'), delivered(12, 'scan')], { foretold: 9, seen: 12, evidence: 'scan' }],
    ['what was inferred came after a scan', [delivered(12, 'scan'), delivered(11, 'logical')], { foretold: 9, seen: 12, evidence: 'scan' }],
    ['it was reported twice', [delivered(11, 'scan'), delivered(13, 'scan')], { foretold: 9, seen: 11, evidence: 'scan' }],
    ['the carrier only guessed', [delivered(13, 'estimated')], { foretold: 13, seen: undefined, evidence: 'estimated' }],
    ['it came back after it seemed delivered', [delivered(11, 'logical'), returned], { foretold: 9, seen: undefined, evidence: 'returned' }],
    ['the reports came in the wrong order', [returned, delivered(11, 'scan'), posted(12)], { foretold: 12, seen: undefined, evidence: 'returned' }],
  ])('%s', async (_, reports, known) => {
    expect(await after(...reports)).toEqual(known);
  });
});
