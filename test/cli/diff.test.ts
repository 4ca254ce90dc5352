import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { traceCampaign } from '../../cli/campaign/index.ts';
import { diff, liveChanges } from '../../cli/diff/index.ts';
import { liveLines } from '../../cli/diff/live-lines.ts';
import { boilerRenewalV1 } from '../../scenarios/boiler-renewal/v1.ts';
import { scenario, type AnyScenario, type Journey } from '../../scenarios/vocabulary/index.ts';
import { explore, type Chances } from '../../simulator/explore/index.ts';
import { testStore, type TestStore } from '../setup/store.ts';
import { campaignOnRecord } from './campaign-on-record.ts';
import { gardenV1, gardenV2 } from './garden-versions.ts';

const chances: Chances = { facts: { plotSize: { values: [0, 399, 400, 401, 5_000], learnable: false }, soil: { values: ['sand', 'clay'], learnable: false } } };

describe('parcours diff', () => {
  test('says for a pull request what changes for whom', async () => {
    expect(await diff(await explore(gardenV1, { chances }), await explore(gardenV2, { chances }))).toMatchInlineSnapshot(`
     "## garden: v1 → v2

     ### For everybody, at any moment

     - goal: \`redeem\` now ends a journey, as \`converted\`
     - a journey takes: 90 days → 120 days at most
     - window for email: at any time → 08:00 to 20:00, mon-sat
     - cap for post: none → 2 per 30 days

     ### What people get

     - **removed**: email \`reminder-email\`, on day 0 to 25 — if consent to email, without a scan of seed-card
     - **removed**: email \`thank-you\`, on day 3.5 to 32 — after a click of reminder-email; or if consent to email, answering just before v1’s time is up
     - **added**: post \`catalogue-letter\`, on day 18 — if consent to post, plotSize from 401
     - **changed**: \`seed-card\` says offer bulbs instead of seeds — if soil clay

     ### How long it waits

     - **changed**: wait for scan of \`seed-card\`: 21 days from the letter box → 14 days from the letter box — all who come there
     - **removed**: wait for click of \`reminder-email\`: 7 days — if consent to email, without a scan of seed-card
     - **removed**: pause after \`thank-you\`: 30 days — after a click of reminder-email; or if answering just before v1’s time is up

     ### How journeys end

     - **silent** becomes **lapsed** — all who end so
     - **completed** becomes **lapsed** — without a scan of seed-card; or if answering just before v1’s time is up; or if no consent to post
     "
    `);
  });

  test('says so when nothing changes for anybody', async () => {
    const same: AnyScenario = { ...gardenV1, version: 2 };
    expect(await diff(await explore(gardenV1, { chances }), await explore(same, { chances }))).toMatchInlineSnapshot(`
     "## garden: v1 → v2

     Nothing changes for anybody.
     "
    `);
  });
});

/** As boiler-renewal.v1 begins, but it waits for five days only, and sends its second card to everybody. */
const hasty: AnyScenario = scenario(
  { ...boilerRenewalV1, version: 2 },
  async (
    journey: Journey<
      Record<string, unknown>,
      {
        'renewal-postcard': { medium: 'print'; props: object };
        'reminder-card': { medium: 'print'; props: object };
        'thank-you': { medium: 'email'; props: object };
        'follow-us': { medium: 'social'; props: object };
      }
    >,
  ) => {
    const card = await journey.print('renewal-postcard', {});
    if (!(await journey.waitFor(card.on.scan, { for: '5 days', from: card.inHome }))) {
      await journey.print('reminder-card', {});
      await journey.sleep('30 days');
      return journey.end('silent');
    }
    await journey.print('reminder-card', {});
    const thanks = await journey.email('thank-you', {});
    await journey.waitFor(thanks.on.click, { for: '1 day' });
    return journey.end('done');
  },
);

describe('with a live campaign', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await testStore();
    await campaignOnRecord(store);
  });
  afterAll(() => store.destroy());

  test('says how many wait where, and what the new version would do with them', async () => {
    const { people } = await traceCampaign(store, 'spring', { now: Date.parse('2027-03-11T08:00:00Z') });
    const live = await liveChanges(people(), { campaign: 'spring', to: hasty });
    expect(liveLines(live).join('\n')).toMatchInlineSnapshot(`
     "### The people of campaign spring

     4 journeys are under way; v2 would take over 2, 2 would stay where they are.

     | where they are | people | under v2 |
     | --- | ---: | --- |
     | waits for scan, visit or reply of renewal-postcard, up to 21 days | 2 | all get \`reminder-card\` at once |
     | pauses for 30 days | 1 | all stay: it would have sent reminder-card/1, and had not asked for thank-you/1 by then, which was made |
     | waits for click or reply of reminder-email, up to 14 days | 1 | all stay: it would have sent reminder-card/1, and had not asked for reminder-email/1 by then, which was made |

     1 person has not begun.

     What is on record of 1 person more does not fit the version that leads them; they are left out.
     "
    `);
  });
});
