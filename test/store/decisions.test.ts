import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { observationsOf, recordDecision } from '../../store/decisions.ts';
import { recordEvent } from '../../store/events.ts';
import { saveProspects } from '../../store/index.ts';
import { someone } from '../setup/world.ts';
import { testStore, type TestStore } from '../setup/store.ts';

const DAY = 86_400_000;
/** A campaign day takes a second of the world. */
const CLOCK = { epoch: Date.now(), speed: 86_400 };
const campaignDay = (day: number) => new Date(CLOCK.epoch + day * DAY);

let store: TestStore;
let events = 0;
beforeAll(async () => {
  store = await testStore();
  await store
    .insertInto('campaigns')
    .values({ id: 'spring', scenario: 'boiler-renewal', version: 3, goal: ['purchase'], clock: JSON.stringify(CLOCK), holdout: 0, seed: 's', pace: 10, print_every_ms: DAY })
    .execute();
});
afterAll(() => store.destroy());

/** Somebody for whom something was chosen on day 10, by a touch of a medium or by the path. */
async function decided(id: string, point: string, { touch, status = 'sent' }: { touch?: 'print' | 'email'; status?: 'sent' | 'not-sent' } = {}): Promise<void> {
  const journeyId = `spring/${id}`;
  await saveProspects(store, [someone(id)]);
  await store.insertInto('journeys').values({ id: journeyId, campaign_id: 'spring', prospect_id: id, holdout: false, status: 'started' }).execute();
  const decision = { id: `${journeyId}/${point}/1`, journeyId, campaignId: 'spring', point, arm: 'warm', policy: 'p1', propensity: 0.6, propensities: { warm: 0.6, factual: 0.4 }, facts: { boilerAge: 15 }, campaignAt: campaignDay(10) };
  await recordDecision(store, decision);
  if (!touch) return;
  await store.insertInto('touches').values({ id: decision.id, journey_id: journeyId, message: point, medium: touch, status, why: status, props: '{}', campaign_at: campaignDay(10) }).execute();
  if (touch !== 'print') return;
  await store.insertInto('print_runs').values({ id: `run-${id}`, campaign_id: 'spring', cut_off: campaignDay(11), status: 'handed-over', batch: ++events }).execute();
  await store.insertInto('mailpieces').values({ touch_id: decision.id, print_run_id: `run-${id}`, status: 'printed', in_home_estimate: campaignDay(14) }).execute();
}

/** Something reported on a day of the campaign, with time to spare for the decision to come first. */
async function reported(id: string, kind: string, { day, touch, evidence = 'human' }: { day: number; touch?: string; evidence?: 'human' | 'bot' | 'scan' }): Promise<void> {
  const at = new Date(CLOCK.epoch + day * 1_000);
  await recordEvent(store, { event_id: `e${++events}`, kind, evidence, journey_id: `spring/${id}`, campaign_id: null, prospect_id: null, touch: touch ?? null, source: 'test', at, signal: 'kept' });
}

/** What a shop tells: of a purchase, or of a refund. */
interface Sale {
  readonly at: string;
  readonly kind?: 'purchase' | 'redeem' | 'refund';
  /** The day alone is known. */
  readonly day?: string;
  readonly order?: string | null;
  readonly amount?: number;
  readonly voucher?: string;
}

async function bought(id: string, { at, kind = 'purchase', order = `F-${++events}`, amount = 100, ...data }: Sale): Promise<void> {
  const told = { ...data, ...(order === null ? {} : { order, amount, currency: 'EUR' }) };
  await recordEvent(store, { event_id: `e${++events}`, kind, evidence: 'human', journey_id: `spring/${id}`, campaign_id: null, prospect_id: null, touch: null, data: told, source: 'import:till.csv', at: new Date(at), signal: 'kept' });
}

const observed = (point: string, { reward = ['click'], isGoal = false }: { reward?: ('click' | 'scan' | 'purchase' | 'redeem')[]; isGoal?: boolean } = {}) =>
  observationsOf(store, { campaignId: 'spring', point, arms: ['warm', 'factual'], clock: CLOCK, reward, isGoal, harm: ['complained', 'unsubscribe'] });
const days = (at: number) => Math.round(((at - CLOCK.epoch) / DAY) * 10) / 10;

describe('what is learned from', () => {
  test('is a decision with its chances and facts, answered on the campaign’s clock', async () => {
    await decided('clicked', 'mail', { touch: 'email' });
    await reported('clicked', 'click', { day: 12, touch: 'mail/1' });
    await reported('clicked', 'click', { day: 13, touch: 'mail/1' });
    const [one] = await observed('mail');
    expect(one).toMatchObject({ arm: 'warm', propensities: { warm: 0.6, factual: 0.4 }, facts: { boilerAge: 15 } });
    expect([days(one!.at), days(one!.reward!.at)]).toEqual([10, 12]);
  });

  test('not yet is not no: there is no answer so far', async () => {
    await decided('waiting', 'slow-mail', { touch: 'email' });
    await reported('waiting', 'click', { day: 12, touch: 'other/1' });
    await reported('waiting', 'click', { day: 12, touch: 'slow-mail/1', evidence: 'bot' });
    const [one] = await observed('slow-mail');
    expect(one).not.toHaveProperty('reward');
    expect(one).not.toHaveProperty('harm');
  });

  test('a mailpiece counts from the letter box, and from its answer where that is sooner', async () => {
    await decided('card', 'card', { touch: 'print' });
    await reported('card', 'scan', { day: 17, touch: 'card/1' });
    expect((await observed('card', { reward: ['scan'] })).map(({ at, reward }) => [days(at), days(reward!.at)])).toEqual([[14, 17]]);
    await reported('card', 'scan', { day: 13, touch: 'card/1' });
    expect((await observed('card', { reward: ['scan'] })).map(({ at, reward }) => [days(at), days(reward!.at)])).toEqual([[13, 13]]);
  });

  test('a choice of the path is answered by the journey, and so is a goal', async () => {
    await decided('branch', 'hour');
    await reported('branch', 'click', { day: 12, touch: 'mail/2' });
    expect(await observed('hour')).toMatchObject([{ reward: { at: expect.any(Number) } }]);
    await decided('buyer', 'offer', { touch: 'email' });
    await reported('buyer', 'purchase', { day: 20 });
    expect(await observed('offer', { reward: ['purchase'], isGoal: true })).toMatchObject([{ reward: { at: expect.any(Number) } }]);
  });

  test('complaints and withdrawals are held against it, about the touch or the person', async () => {
    await decided('cross', 'harsh-mail', { touch: 'email' });
    await reported('cross', 'complained', { day: 12, touch: 'harsh-mail/1', evidence: 'scan' });
    await decided('gone', 'harsh-mail', { touch: 'email' });
    await reported('gone', 'unsubscribe', { day: 12 });
    await decided('elsewhere', 'harsh-mail', { touch: 'email' });
    await reported('elsewhere', 'complained', { day: 12, touch: 'other/1', evidence: 'scan' });
    expect((await observed('harsh-mail')).map(({ harm = false }) => harm)).toEqual([true, false, true]);
  });

  test('is what happened since, not what was told since: a shop’s file may be late, and know the day alone', async () => {
    await decided('early', 'season', { touch: 'email' });
    await sql`UPDATE decisions SET at = '2026-03-10T18:00:00Z' WHERE id = 'spring/early/season/1'`.execute(store);
    const answered = async () => (await observed('season', { reward: ['purchase'], isGoal: true })).map(({ at, reward }) => [days(at), reward !== undefined]);
    await bought('early', { at: '2026-03-03T12:00:00Z' });
    await bought('early', { at: '2026-03-09T12:00:00Z', day: '2026-03-09' });
    await bought('early', { at: '2026-03-10T17:55:00Z' });
    expect(await answered()).toEqual([[10, false]]);
    await bought('early', { at: '2026-03-10T12:00:00Z', day: '2026-03-10' });
    expect(await answered()).toEqual([[10, true]]);
  });

  test('is no order that was wholly given back', async () => {
    const answered = async () => (await observed('sofa', { reward: ['purchase'], isGoal: true })).map(({ reward }) => reward !== undefined);
    await decided('sorry', 'sofa', { touch: 'email' });
    const later = new Date(Date.now() + DAY).toISOString();
    await bought('sorry', { at: later, order: 'F-1', amount: 100 });
    await bought('sorry', { at: later, order: 'F-1', amount: 30, kind: 'refund' });
    expect(await answered()).toEqual([true]);
    await bought('sorry', { at: later, order: 'F-1', amount: 70, kind: 'refund' });
    expect(await answered()).toEqual([false]);
  });

  test('is no voucher whose order, told by another event, was wholly given back', async () => {
    const answered = async () => (await observed('chair', { reward: ['redeem'], isGoal: true })).map(({ reward }) => reward !== undefined);
    await decided('undone', 'chair', { touch: 'email' });
    const later = new Date(Date.now() + DAY).toISOString();
    await bought('undone', { at: later, kind: 'redeem', order: null, voucher: '7KQ9X-M2PAB' });
    await bought('undone', { at: later, order: 'F-2', amount: 40, voucher: '7kq9xm2pab' });
    expect(await answered()).toEqual([true]);
    await bought('undone', { at: later, kind: 'refund', order: 'F-2', amount: 40 });
    expect(await answered()).toEqual([false]);
  });

  test('is not what did not go out, or was recalled', async () => {
    await decided('refused', 'lost-mail', { touch: 'email', status: 'not-sent' });
    expect(await observed('lost-mail')).toEqual([]);
    await decided('recalled', 'lost-card', { touch: 'print' });
    await store.updateTable('mailpieces').set({ status: 'recalled' }).where('touch_id', '=', 'spring/recalled/lost-card/1').execute();
    expect(await observed('lost-card')).toEqual([]);
  });
});
