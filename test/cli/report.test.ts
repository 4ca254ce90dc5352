import { describe, expect, test } from '@jest/globals';
import { renderReport } from '../../cli/report/index.ts';
import { liftOf } from '../../store/lift.ts';
import type { CampaignReport } from '../../store/report.ts';

const spring: CampaignReport = {
  campaign: { id: 'spring-2027', scenario: 'boiler-renewal', version: 1, goal: ['purchase', 'redeem'], clock: { epoch: 0, speed: 86_400 }, days: 78.4 },
  audience: { people: 200, treated: 180, holdout: 20 },
  people: {
    printed: 178,
    scanned: 61,
    visited: 92,
    replied: 58,
    mailed: 151,
    clicked: 49,
    invited: 40,
    invitationClicked: 22,
    purchased: 21,
    redeemed: 13,
    unsubscribed: 3,
    returned: 4,
    bounced: 1,
    botHits: 73,
  },
  mailpieces: { printed: 201, queued: 0, recalled: 2 },
  outcomes: [
    { outcome: 'silent', journeys: 84 },
    { outcome: 'converted', journeys: 34 },
    { outcome: 'engaged', journeys: 55 },
    { outcome: 'returned', journeys: 4 },
    { outcome: 'unsubscribe', journeys: 3 },
  ],
  running: 0,
  notSent: [{ message: 'thank-you', why: 'no-consent', touches: 11 }],
  cost: {
    byMedium: [
      { medium: 'print', touches: 201, cost: 124.62 },
      { medium: 'email', touches: 189, cost: 0.378 },
      { medium: 'social', touches: 40, cost: 0.08 },
    ],
    total: 125.078,
    perConversion: 3.6787,
  },
  revenue: [{ currency: 'EUR', orders: 21, amount: 34_519 }],
  lift: liftOf({ of: 180, converted: 34 }, { of: 20, converted: 1 })!,
  answerDelay: { pieces: 80, medianDays: 3.24 },
};

/** Of a report without its `lift`. */
function without<K extends keyof CampaignReport>(report: CampaignReport, key: K): Omit<CampaignReport, K> {
  const { [key]: _, ...rest } = report;
  return rest;
}

describe('the report in a terminal', () => {
  test('of 80 columns', () => {
    expect(`\n${renderReport(spring, { columns: 80, colours: false })}\n`).toMatchInlineSnapshot(`
     "
      spring-2027 · boiler-renewal.v1                                         day 78 
      200 people: 180 in the campaign, 20 held out
     ╭─ The path ───────────────────────────────────────────────────────────────────╮
     │ printed            █████████████████████████████████████████▌   178   98.9 % │
     │ scanned            ██████████████▎                               61   33.9 % │
     │ visited            █████████████████████▌                        92   51.1 % │
     │ replied            █████████████▌                                58   32.2 % │
     │ mailed             ███████████████████████████████████▎         151   83.9 % │
     │ clicked            ███████████▍                                  49   27.2 % │
     │ invited            █████████▍                                    40   22.2 % │
     │ invitation clicked █████▏                                        22   12.2 % │
     │ purchased          ████▉                                         21   11.7 % │
     │ redeemed           ███                                           13    7.2 % │
     │                                                                              │
     │ paper     201 mailpieces, 2 recalled                                         │
     │ answer    median 3.2 days from the letter box, 80 pieces                     │
     │ lost      3 unsubscribed, 4 returned, 1 bounced                              │
     │ machines  73 hits by bots, not counted                                       │
     ╰──────────────────────────────────────────────────────────────────────────────╯
     ╭─ How journeys ended ─────────────────────────────────────────────────────────╮
     │ silent      ██████████████████████▉                              84   46.7 % │
     │ converted   █████████▎                                           34   18.9 % │
     │ engaged     ███████████████                                      55   30.6 % │
     │ returned    █▏                                                    4    2.2 % │
     │ unsubscribe ▉                                                     3    1.7 % │
     │                                                                              │
     │ Touches not made, and why                                                    │
     │ thank-you no-consent                                             11          │
     ╰──────────────────────────────────────────────────────────────────────────────╯
     ╭─ Cost and revenue ───────────────────────────────────────────────────────────╮
     │ print         201 × €0.62                                            €124.62 │
     │ email         189 × €0.0020                                            €0.38 │
     │ social         40 × €0.0020                                            €0.08 │
     │ ──────────────────────────────────────────────────────────────────────────── │
     │ total                                                                €125.08 │
     │ for each who reached the goal (34)                                     €3.68 │
     │ revenue        21 orders                                          €34,519.00 │
     ╰──────────────────────────────────────────────────────────────────────────────╯
     ╭─ Lift over the holdout ──────────────────────────────────────────────────────╮
     │ treated   18.9 % ███████████████████████████████████████████       34 of 180 │
     │ holdout    5.0 % ███████████▍                                        1 of 20 │
     │                                                                              │
     │ lift     +13.9 points (+277.8 %)                               -5.4 to +21.5 │
     │ ━━━━━━━━━━━━━━━╋━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━●━━━━━━━━━━━━━━━━━━━━━ │
     │ Too few people to tell: the interval holds zero, so between 180 and 20       │
     │ people chance alone may make this difference.                                │
     │ 95 % interval: Newcombe's, of two Wilson intervals.                          │
     ╰──────────────────────────────────────────────────────────────────────────────╯
     "
    `);
  });

  test('of 120 columns puts panels side by side', () => {
    expect(`\n${renderReport(spring, { columns: 120, colours: false })}\n`).toMatchInlineSnapshot(`
     "
      spring-2027 · boiler-renewal.v1                                                                                 day 78 
      200 people: 180 in the campaign, 20 held out
     ╭─ The path ─────────────────────────────────────────────────╮ ╭─ How journeys ended ──────────────────────────────────╮
     │ printed            ███████████████████████▊   178   98.9 % │ │ silent      ████████████▏                 84   46.7 % │
     │ scanned            ████████▏                   61   33.9 % │ │ converted   ████▉                         34   18.9 % │
     │ visited            ████████████▎               92   51.1 % │ │ engaged     ████████                      55   30.6 % │
     │ replied            ███████▊                    58   32.2 % │ │ returned    ▋                              4    2.2 % │
     │ mailed             ████████████████████▏      151   83.9 % │ │ unsubscribe ▍                              3    1.7 % │
     │ clicked            ██████▌                     49   27.2 % │ │                                                       │
     │ invited            █████▍                      40   22.2 % │ │ Touches not made, and why                             │
     │ invitation clicked ██▉                         22   12.2 % │ │ thank-you no-consent                      11          │
     │ purchased          ██▊                         21   11.7 % │ │                                                       │
     │ redeemed           █▊                          13    7.2 % │ │                                                       │
     │                                                            │ │                                                       │
     │ paper     201 mailpieces, 2 recalled                       │ │                                                       │
     │ answer    median 3.2 days from the letter box, 80 pieces   │ │                                                       │
     │ lost      3 unsubscribed, 4 returned, 1 bounced            │ │                                                       │
     │ machines  73 hits by bots, not counted                     │ │                                                       │
     ╰────────────────────────────────────────────────────────────╯ ╰───────────────────────────────────────────────────────╯
     ╭─ Cost and revenue ─────────────────────────────────────────╮ ╭─ Lift over the holdout ───────────────────────────────╮
     │ print         201 × €0.62                          €124.62 │ │ treated   18.9 % ████████████████████       34 of 180 │
     │ email         189 × €0.0020                          €0.38 │ │ holdout    5.0 % █████▎                       1 of 20 │
     │ social         40 × €0.0020                          €0.08 │ │                                                       │
     │ ────────────────────────────────────────────────────────── │ │ lift     +13.9 points (+277.8 %)        -5.4 to +21.5 │
     │ total                                              €125.08 │ │ ━━━━━━━━━━╋━━━━━━━━━━━━━━━━━━━━━━━━━━●━━━━━━━━━━━━━━━ │
     │ for each who reached the goal (34)                   €3.68 │ │ Too few people to tell: the interval holds zero, so   │
     │ revenue        21 orders                        €34,519.00 │ │ between 180 and 20 people chance alone may make this  │
     │                                                            │ │ difference.                                           │
     │                                                            │ │ 95 % interval: Newcombe's, of two Wilson intervals.   │
     ╰────────────────────────────────────────────────────────────╯ ╰───────────────────────────────────────────────────────╯
     "
    `);
  });

  test.each([64, 80, 120, 200])('keeps every line within the width: %i columns', (columns) => {
    const lengths = renderReport(spring, { columns, colours: false })
      .split('\n')
      .map((line) => [...line].length);
    expect(Math.max(...lengths)).toBe(Math.min(columns, 120));
  });

  test('has colours on a terminal and no control character elsewhere', () => {
    const control = new RegExp(String.raw`\u001b\[`);
    expect(renderReport(spring, { columns: 80, colours: true })).toMatch(control);
    expect(renderReport(spring, { columns: 80, colours: false })).not.toMatch(control);
  });

  test('says when the lift is beyond chance, and what each person more cost', () => {
    const text = renderReport({ ...spring, lift: liftOf({ of: 1_800, converted: 340 }, { of: 200, converted: 10 })! }, { columns: 80, colours: false });
    expect(text).toContain('The campaign sells: people kept out buy less, beyond chance.');
    expect(text).toContain("for each more who did (250 more than the holdout's rate)");
  });

  test('claims nothing without a holdout', () => {
    const text = renderReport(without(spring, 'lift'), { columns: 80, colours: false });
    expect(text).toContain('Nobody was held out, so nothing tells who would have bought anyway.');
  });

  test('of a campaign that has only begun shows noughts', () => {
    const noughts = Object.fromEntries(Object.keys(spring.people).map((key) => [key, 0])) as unknown as CampaignReport['people'];
    const { perConversion: _, ...cost } = { ...spring.cost, byMedium: [], total: 0 };
    const begun: CampaignReport = { ...without(spring, 'lift'), people: noughts, cost, revenue: [], outcomes: [], running: 180, notSent: [], answerDelay: { pieces: 0 } };
    const text = renderReport(begun, { columns: 80, colours: false });
    expect(text).toMatch(/scanned +0 +0\.0 %/);
    expect(text).toMatch(/under way +█+ +180 +100\.0 %/);
    expect(text).toContain('none yet');
  });
});
