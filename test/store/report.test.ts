import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { recordInHome } from '../../store/in-home.ts';
import { campaignReport } from '../../store/report.ts';
import { testStore, type TestStore } from '../setup/store.ts';

const DAY = 86_400_000;
/** The launch; the campaign lives a day in a second. */
const LAUNCH = Date.parse('2027-03-01T08:00:00Z');
const onDay = (day: number): Date => new Date(LAUNCH + day * 1_000);
const campaignDay = (day: number): Date => new Date(LAUNCH + day * DAY);

let store: TestStore;
beforeAll(async () => {
  store = await testStore();
  await store
    .insertInto('campaigns')
    .values({
      id: 'spring',
      scenario: 'boiler-renewal',
      version: 1,
      goal: ['purchase', 'redeem'],
      clock: JSON.stringify({ epoch: LAUNCH, speed: 86_400 }),
      holdout: 0.2,
      seed: 's',
      pace: 50,
      print_every_ms: DAY,
      created_at: onDay(0),
    })
    .execute();
  await store
    .insertInto('print_runs')
    .values({ id: 'spring/run', campaign_id: 'spring', cut_off: campaignDay(5), handed_over_at: campaignDay(6) })
    .execute();
});
afterAll(() => store.destroy());

async function enter(prospect: string, journey: { holdout?: boolean; outcome?: string; endedOn?: number } = {}): Promise<void> {
  const { holdout = false, outcome, endedOn = 40 } = journey;
  await store.insertInto('prospects').values({ id: prospect, facts: '{}' }).execute();
  await store
    .insertInto('journeys')
    .values({
      id: `spring/${prospect}`,
      campaign_id: 'spring',
      prospect_id: prospect,
      holdout,
      ...(outcome ? { status: 'ended', outcome, ended_at: onDay(endedOn) } : { status: holdout ? 'entered' : 'started' }),
    })
    .execute();
}

async function touch(
  prospect: string,
  message: string,
  about: { medium: 'print' | 'email' | 'social'; cost: number; why?: string; piece?: 'printed' | 'recalled' | 'queued' },
): Promise<void> {
  const id = `spring/${prospect}/${message}/1`;
  const { medium, cost, why = 'sent', piece } = about;
  await store
    .insertInto('touches')
    .values({ id, journey_id: `spring/${prospect}`, message, medium, status: why === 'sent' ? 'sent' : 'not-sent', why, props: '{}', cost, campaign_at: campaignDay(1) })
    .execute();
  if (piece)
    await store
      .insertInto('mailpieces')
      .values({ touch_id: id, print_run_id: 'spring/run', status: piece, in_home_estimate: campaignDay(8) })
      .execute();
}

let events = 0;
async function event(
  prospect: string,
  kind: string,
  about: { day: number; evidence?: 'human' | 'bot' | 'logical'; touch?: string; data?: object; ofShop?: boolean },
): Promise<void> {
  const { day, evidence = 'human', touch: on, data = {}, ofShop = false } = about;
  await store
    .insertInto('events')
    .values({
      event_id: `event-${++events}`,
      kind,
      evidence,
      campaign_id: 'spring',
      prospect_id: prospect,
      journey_id: ofShop ? null : `spring/${prospect}`,
      touch: on ?? null,
      data: JSON.stringify(data),
      source: 'test',
      at: onDay(day),
      signal: evidence === 'human' ? 'done' : 'kept',
    })
    .execute();
}

describe('the report of a campaign', () => {
  beforeAll(async () => {
    // Anne scans twice, answers, reads the mail, follows the invitation, buys; her shop reports the order twice.
    await enter('anne', { outcome: 'converted', endedOn: 30 });
    await touch('anne', 'renewal-postcard', { medium: 'print', cost: 0.62, piece: 'printed' });
    await touch('anne', 'thank-you', { medium: 'email', cost: 0.002 });
    await touch('anne', 'follow-us', { medium: 'social', cost: 0.002 });
    await event('anne', 'scan', { day: 9, evidence: 'logical', touch: 'renewal-postcard/1' });
    await event('anne', 'scan', { day: 10, touch: 'renewal-postcard/1' });
    await event('anne', 'scan', { day: 11, touch: 'renewal-postcard/1' });
    await event('anne', 'reply', { day: 10.5, touch: 'renewal-postcard/1' });
    await event('anne', 'click', { day: 12, evidence: 'bot', touch: 'thank-you/1' });
    await event('anne', 'click', { day: 13, touch: 'thank-you/1' });
    await event('anne', 'click', { day: 15, touch: 'follow-us/1' });
    for (let times = 0; times < 2; times++) await event('anne', 'purchase', { day: 30, data: { order: 'BB-1', amount: 149.9, currency: 'EUR' } });

    // Bruno types the address, gets a mail whose page he opens, and redeems his voucher.
    await enter('bruno', { outcome: 'converted', endedOn: 35 });
    await touch('bruno', 'renewal-postcard', { medium: 'print', cost: 0.62, piece: 'printed' });
    await touch('bruno', 'thank-you', { medium: 'email', cost: 0.002 });
    await event('bruno', 'delivered', { day: 9, touch: 'renewal-postcard/1', evidence: 'logical' });
    await event('bruno', 'visit', { day: 14, touch: 'renewal-postcard/1' });
    await event('bruno', 'visit', { day: 16, touch: 'thank-you/1' });
    await event('bruno', 'redeem', { day: 35, data: { voucher: 'BON-2' } });

    // Only a machine looked at Chloe's card; her reminder could not be mailed. She buys in the shop all the same, after her journey's end.
    await enter('chloe', { outcome: 'silent', endedOn: 45 });
    await touch('chloe', 'renewal-postcard', { medium: 'print', cost: 0.62, piece: 'printed' });
    await touch('chloe', 'reminder-email', { medium: 'email', cost: 0, why: 'no-consent' });
    await event('chloe', 'scan', { day: 9, evidence: 'bot', touch: 'renewal-postcard/1' });
    await event('chloe', 'purchase', { day: 50, ofShop: true, data: { order: 'BB-3', amount: 3_000, currency: 'EUR' } });

    // David withdrew before his card was printed. Emma's came back.
    await enter('david', { outcome: 'unsubscribe', endedOn: 3 });
    await touch('david', 'renewal-postcard', { medium: 'print', cost: 0.62, piece: 'recalled' });
    await event('david', 'unsubscribe', { day: 3 });
    await enter('emma', { outcome: 'returned', endedOn: 15 });
    await touch('emma', 'renewal-postcard', { medium: 'print', cost: 0.62, piece: 'printed' });
    await event('emma', 'returned', { day: 15, touch: 'renewal-postcard/1' });

    // Felix and Greta were held out; Greta buys.
    await enter('felix', { holdout: true });
    await enter('greta', { holdout: true });
    await event('greta', 'purchase', { day: 20, ofShop: true, data: { order: 'BB-4', amount: 139, currency: 'EUR' } });
  });

  test('counts people, not events, and machines apart', async () => {
    const { audience, people } = await campaignReport(store, 'spring');
    expect(audience).toEqual({ people: 7, treated: 5, holdout: 2 });
    expect(people).toEqual({
      printed: 4,
      scanned: 1,
      visited: 2,
      replied: 1,
      mailed: 2,
      clicked: 2,
      invited: 1,
      invitationClicked: 1,
      purchased: 2,
      redeemed: 1,
      unsubscribed: 1,
      returned: 1,
      bounced: 0,
      botHits: 2,
    });
  });

  test('tells how the journeys ended, what was not sent and why', async () => {
    const { outcomes, running, notSent, mailpieces, campaign } = await campaignReport(store, 'spring');
    expect(outcomes).toEqual([
      { outcome: 'converted', journeys: 2 },
      { outcome: 'returned', journeys: 1 },
      { outcome: 'silent', journeys: 1 },
      { outcome: 'unsubscribe', journeys: 1 },
    ]);
    expect(running).toBe(0);
    expect(campaign.days).toBeCloseTo(45, 6);
    expect(notSent).toEqual([{ message: 'reminder-email', why: 'no-consent', touches: 1 }]);
    expect(mailpieces).toEqual({ printed: 4, queued: 0, recalled: 1 });
  });

  test('costs what was sent: four cards at 0.62, two mails and an invitation at 0.002; a recalled card costs nothing', async () => {
    const { cost, revenue } = await campaignReport(store, 'spring');
    expect(cost.byMedium).toEqual([
      { medium: 'print', touches: 4, cost: 2.48 },
      { medium: 'email', touches: 2, cost: 0.004 },
      { medium: 'social', touches: 1, cost: 0.002 },
    ]);
    expect(cost.total).toBeCloseTo(2.486, 10);
    expect(cost.perConversion).toBeCloseTo(2.486 / 3, 10);
    expect(revenue).toEqual([{ currency: 'EUR', orders: 2, amount: 3_149.9 }]);
  });

  test('compares conversion with the holdout: 3 of 5 against 1 of 2, too few to tell', async () => {
    const { lift } = await campaignReport(store, 'spring');
    expect(lift).toMatchObject({ treated: { of: 5, converted: 3, rate: 0.6 }, holdout: { of: 2, converted: 1, rate: 0.5 }, verdict: 'unclear' });
    expect(lift?.absolute).toBeCloseTo(0.1, 10);
    expect(lift?.relative).toBeCloseTo(0.2, 10);
  });

  test("counts days from the letter box on the campaign's clock: Anne 2 after the estimate, Bruno 5 after the carrier's report", async () => {
    const { answerDelay } = await campaignReport(store, 'spring');
    expect(answerDelay.pieces).toBe(2);
    expect(answerDelay.medianDays).toBeCloseTo(3.5, 3);
  });

  test('counts them from what was seen of the piece, where that is known better than by its reports', async () => {
    await recordInHome(store, { touchId: 'spring/bruno/renewal-postcard/1', kind: 'delivered', at: campaignDay(12), evidence: 'scan' });
    await recordInHome(store, { touchId: 'spring/anne/renewal-postcard/1', kind: 'posted', at: campaignDay(9), evidence: 'estimated' });
    // Bruno 2 days after the scan, Anne 1 after the later estimate.
    expect((await campaignReport(store, 'spring')).answerDelay.medianDays).toBeCloseTo(1.5, 3);
  });

  test('counts on while a journey is under way', async () => {
    await enter('hugo');
    const { running, campaign } = await campaignReport(store, 'spring', onDay(60));
    expect(running).toBe(1);
    expect(campaign.days).toBeCloseTo(60, 6);
  });

  test('says what to do when there is no such campaign', async () => {
    await expect(campaignReport(store, 'autumn')).rejects.toThrow(
      "Expected a campaign of this database, got 'autumn'. Launch it first: parcours launch <scenario> --campaign autumn.",
    );
  });
});
