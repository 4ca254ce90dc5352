import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { ordersOf } from '../../../store/attribution/index.ts';
import { advanceFigures, campaignFigures, type CampaignFigures } from '../../../store/figures/index.ts';
import type { Store } from '../../../store/connect.ts';
import { testStore, type TestStore } from '../../setup/store.ts';
import { recount } from './recount.ts';

const DAY = 86_400_000;
const EPOCH = Date.parse('2027-03-01T00:00:00Z');
const campaignDay = (day: number) => new Date(EPOCH + day * DAY);
/** A campaign day takes a second. */
const realDay = (day: number) => new Date(EPOCH + day * 1_000);

let store: TestStore;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.destroy());

const PEOPLE = 6;
const MESSAGES = [
  { message: 'card', medium: 'print' },
  { message: 'thanks', medium: 'email' },
  { message: 'follow-us', medium: 'social' },
] as const;
const KINDS = ['scan', 'visit', 'click', 'reply', 'unsubscribe', 'complained', 'returned', 'bounced', 'purchase', 'redeem', 'refund', 'delivered', 'cart-abandoned'] as const;

/** What may come in, in whichever order: for people of the campaign, and for one who is not in it. */
const person = fc.integer({ min: 0, max: PEOPLE });
const event = {
  act: fc.constant('event' as const),
  person,
  kind: fc.constantFrom(...KINDS),
  evidence: fc.constantFrom('human', 'human', 'bot', 'logical'),
  touch: fc.constantFrom(null, 'card/1', 'thanks/1', 'follow-us/1', 'unknown/1'),
  // Some are dated before what they answer, some after we heard of them.
  day: fc.integer({ min: -5, max: 40 }),
  ahead: fc.boolean(),
  order: fc.constantFrom('1', '2'),
  amount: fc.constantFrom(10, 20, 30),
  currency: fc.constantFrom('EUR', 'EUR', 'CHF'),
  byPerson: fc.boolean(),
  // A refund told once by the shop's API and once by its till has the same number; a purchase may name the voucher that was handed in.
  refund: fc.constantFrom(undefined, 'R-1', 'R-2'),
  voucher: fc.constantFrom(undefined, undefined, '7kq9x-m2pab'),
};
/** Enough about two of them that refunds, repeats and vouchers meet. */
const trade = { ...event, person: fc.integer({ min: 1, max: 2 }), kind: fc.constantFrom('purchase', 'redeem', 'refund', 'refund'), evidence: fc.constantFrom('human', 'human', 'human', 'bot') };
const act = fc.oneof(
  { weight: 2, arbitrary: fc.record({ act: fc.constant('touch' as const), person, message: fc.integer({ min: 0, max: 2 }), day: fc.integer({ min: 0, max: 20 }), variant: fc.constantFrom(null, 'A', 'B'), status: fc.constantFrom('sent', 'sent', 'not-sent', 'sending'), cost: fc.constantFrom(0.0021, 0.62, 1.1) }) },
  { weight: 5, arbitrary: fc.record(event) },
  { weight: 4, arbitrary: fc.record(trade) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('recall' as const), person, piece: fc.constantFrom('recalled', 'printed') }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('in-home' as const), person, day: fc.integer({ min: 3, max: 12 }), evidence: fc.constantFrom('scan', 'returned') }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('settle' as const), person }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('end' as const), person, outcome: fc.constantFrom('converted', 'silent') }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('hand-over' as const), day: fc.integer({ min: 2, max: 9 }) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('forget' as const), person }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('judge' as const), person, kind: fc.constantFrom(...KINDS), evidence: fc.constantFrom('human', 'bot') }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('erase' as const), person, kind: fc.constantFrom(...KINDS) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('count' as const) }) },
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

let campaigns = 0;
async function campaign(): Promise<string> {
  const id = `c${++campaigns}`;
  await store
    .insertInto('campaigns')
    .values({ id, scenario: 'boiler-renewal', version: 1, goal: ['purchase', 'redeem'], clock: JSON.stringify({ epoch: EPOCH, speed: 86_400 }), holdout: 0.3, seed: 's', pace: 1, print_every_ms: DAY })
    .execute();
  await store.insertInto('print_runs').values({ id: `${id}/run`, campaign_id: id, cut_off: campaignDay(1) }).execute();
  for (let number = 0; number < PEOPLE; number++) {
    await store.insertInto('prospects').values({ id: `${id}-p${number}`, facts: '{}' }).execute();
    await store.insertInto('journeys').values({ id: `${id}/${id}-p${number}`, campaign_id: id, prospect_id: `${id}-p${number}`, holdout: number % 3 === 2, status: number === 0 ? 'entered' : 'started' }).execute();
  }
  return id;
}

let events = 0;
async function carryOut(on: Store, id: string, done: Act): Promise<void> {
  if (done.act === 'count') return void (await advanceFigures(store));
  if (done.act === 'hand-over') return void (await on.updateTable('print_runs').set({ handed_over_at: campaignDay(done.day) }).where('id', '=', `${id}/run`).execute());
  const prospect = `${id}-p${done.person}`;
  const journey = `${id}/${prospect}`;
  switch (done.act) {
    case 'touch': {
      if (done.person === PEOPLE) return;
      const { message, medium } = MESSAGES[done.message]!;
      const { status, variant, cost, day } = done;
      const touch = await on
        .insertInto('touches')
        .values({ id: `${journey}/${message}/1`, journey_id: journey, message, medium, status: status as 'sent', why: status === 'not-sent' ? 'no-consent' : 'sent', props: '{}', variant, cost, campaign_at: campaignDay(day) })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      if (touch && medium === 'print' && status !== 'not-sent') await on.insertInto('mailpieces').values({ touch_id: touch.id, print_run_id: `${id}/run`, in_home_estimate: campaignDay(day + 3) }).execute();
      return;
    }
    case 'event': {
      const { kind, evidence, touch, day, ahead, order, amount, currency, byPerson, refund, voucher } = done;
      const sale = { order, amount, currency };
      const data = kind === 'purchase' ? { ...sale, voucher } : kind === 'refund' ? { ...sale, refund } : kind === 'redeem' ? { voucher: '7KQ9XM2PAB', ...(byPerson ? { order } : {}) } : {};
      await on
        .insertInto('events')
        .values({
          ...{ event_id: `e${++events}`, kind, evidence: evidence as 'human', touch, data: JSON.stringify(data), source: 'test', at: realDay(ahead ? day + 30 : day), signal: 'kept' },
          ...(byPerson ? { journey_id: null, campaign_id: id, prospect_id: prospect } : { journey_id: journey, campaign_id: id, prospect_id: prospect }),
        })
        .returning('id')
        .execute();
      // A column that only Postgres writes in the product.
      await on.updateTable('events').set({ received_at: realDay(day + 1) } as object).where('event_id', '=', `e${events}`).execute();
      return;
    }
    case 'recall':
      return void (await on.updateTable('mailpieces').set({ status: done.piece as 'printed' }).where('touch_id', '=', `${journey}/card/1`).execute());
    case 'in-home':
      return void (await on.updateTable('mailpieces').set({ in_home: done.evidence === 'returned' ? null : campaignDay(done.day), in_home_evidence: done.evidence as 'scan' }).where('touch_id', '=', `${journey}/card/1`).execute());
    case 'settle':
      return void (await on.updateTable('touches').set({ status: 'sent' }).where('journey_id', '=', journey).where('status', '=', 'sending').execute());
    case 'end':
      return void (await on.updateTable('journeys').set({ status: 'ended', outcome: done.outcome }).where('id', '=', journey).where('holdout', '=', false).execute());
    case 'judge':
      return void (await on.updateTable('events').set({ evidence: done.evidence as 'human' }).where('prospect_id', '=', prospect).where('kind', '=', done.kind).execute());
    case 'erase':
      return void (await on.deleteFrom('events').where('prospect_id', '=', prospect).where('kind', '=', done.kind).execute());
    case 'forget':
      await on.deleteFrom('identities').where('prospect_id', '=', prospect).execute();
      return void (await on.updateTable('prospects').set({ facts: '{}' }).where('id', '=', prospect).execute());
  }
}

/** The kept figures in the recount's words. */
function told({ funnel, lift, spending, responses, variants, endings, flows, waiting }: CampaignFigures) {
  const { treated, holdout } = lift!;
  const arm = (message: string, { variant, touches, answered, converted }: CampaignFigures['variants'][number]['variants'][number]) => [`${message} ${variant}`, { touches, answered, converted }] as const;
  return {
    groups: { treated: { of: treated.of, converted: treated.converted }, holdout: { of: holdout.of, converted: holdout.converted } },
    steps: funnel.steps,
    botHits: funnel.botHits,
    spend: Object.fromEntries(spending.days.map(({ day, medium, cost }) => [`${day} ${medium}`, Math.round(cost * 10_000)])),
    responses: Object.fromEntries(
      responses.flatMap(({ medium, kinds }) => kinds.flatMap(({ kind, days, early }) => [...days.map(({ day, touches }) => [`${medium} ${kind} ${day}`, touches]), ...(early > 0 ? [[`${medium} ${kind} early`, early]] : [])])),
    ),
    variants: Object.fromEntries(variants.flatMap(({ message, variants }) => variants.map((one) => arm(message, one)))),
    outcomes: Object.fromEntries(endings.outcomes.map(({ outcome, journeys }) => [outcome, journeys])),
    underWay: waiting.reduce((sum, { people }) => sum + people, 0),
    // Every journey enters the flow once, and leaves it once.
    flow: [flows.nodes.find(({ kind }) => kind === 'entered')?.journeys, flows.nodes.filter(({ kind }) => kind === 'outcome').reduce((sum, { journeys }) => sum + journeys, 0)],
  };
}

test('figures equal a recount of the raw records: bots, clicks judged again, repeats, late, out of order, refunds, recalls, forgotten and erased people', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 30, maxLength: 90, size: 'max' }), async (acts) => {
      const id = await campaign();
      for (const one of acts) await carryOut(store, id, one);
      await advanceFigures(store);
      const expected = await recount(store, id);
      expect(told(await campaignFigures({ store, campaignId: id }))).toEqual({ ...expected, flow: [expected.groups.treated.of, expected.groups.treated.of] });
    }),
    { seed: 7, numRuns: 25 },
  );
});

const TRADE = { act: 'event', person: 1, evidence: 'human', touch: null, day: 3, ahead: false, order: '1', amount: 20, currency: 'EUR', byPerson: false, refund: undefined, voucher: undefined } as const;

test.each<[string, number, readonly Act[]]>([
  ['a refund that came by API and by the till’s file is one', 1, [{ ...TRADE, kind: 'purchase' }, { ...TRADE, kind: 'refund', amount: 10, refund: 'R-1' }, { ...TRADE, kind: 'refund', amount: 10, refund: 'R-1', byPerson: true }]],
  ['two refunds that come to all of it give it back', 0, [{ ...TRADE, kind: 'purchase' }, { ...TRADE, kind: 'refund', amount: 10, refund: 'R-1' }, { ...TRADE, kind: 'refund', amount: 10, refund: 'R-2' }]],
  ['a voucher whose purchase was given back is none either', 0, [{ ...TRADE, kind: 'redeem' }, { ...TRADE, kind: 'purchase', voucher: '7kq9x-m2pab' }, { ...TRADE, kind: 'refund' }]],
])('the goal is judged as attribution judges orders: %s', async (_, converted, acts) => {
  const id = await campaign();
  for (const one of acts) await carryOut(store, id, one);
  await advanceFigures(store);
  expect((await campaignFigures({ store, campaignId: id })).funnel.steps.converted).toBe(converted);
  expect((await ordersOf({ store, campaignId: id })).filter(({ isGivenBack }) => !isGivenBack)).toHaveLength(converted);
});

test('what commits late is counted: a transaction that began before others were counted', async () => {
  const id = await campaign();
  const purchase = (person: number): Act => ({ ...TRADE, person, kind: 'purchase' });
  await store.transaction().execute(async (slow) => {
    await carryOut(slow, id, purchase(1));
    await carryOut(store, id, purchase(3));
    await advanceFigures(store);
    expect((await campaignFigures({ store, campaignId: id })).funnel.steps.purchased).toBe(1);
  });
  await advanceFigures(store);
  expect((await campaignFigures({ store, campaignId: id })).funnel.steps.purchased).toBe(2);
});

test('two processes count at the same time: nothing is counted twice', async () => {
  const id = await campaign();
  for (let person = 0; person < PEOPLE; person++) await carryOut(store, id, { act: 'touch', person, message: 1, day: 1, variant: 'A', status: 'sent', cost: 0.62 });
  await Promise.all([advanceFigures(store), advanceFigures(store), advanceFigures(store, { atMost: 1_000 })]);
  expect((await campaignFigures({ store, campaignId: id })).spending.total).toBe(2.48);
  expect(await advanceFigures(store)).toEqual({ journeys: 0, isCurrent: true });
});

test('what is changed or taken away after it was counted is counted again: a scan judged to be a machine’s, a scan that is erased', async () => {
  const id = await campaign();
  const scan = (person: number): Act => ({ ...TRADE, person, kind: 'scan', touch: 'card/1' });
  const scanned = async () => {
    await advanceFigures(store);
    return (await campaignFigures({ store, campaignId: id })).funnel.steps.scanned;
  };
  for (const person of [0, 1, 3]) await carryOut(store, id, scan(person));
  expect(await scanned()).toBe(3);
  await carryOut(store, id, { act: 'judge', person: 0, kind: 'scan', evidence: 'bot' });
  expect(await scanned()).toBe(2);
  await carryOut(store, id, { act: 'erase', person: 1, kind: 'scan' });
  expect(await scanned()).toBe(1);
});

test('counting ends while things go on happening, and has counted all that was there', async () => {
  await advanceFigures(store);
  const id = await campaign();
  await sql`INSERT INTO prospects (id, facts) SELECT ${id} || '-more-' || n, '{}' FROM generate_series(1, 2500) n`.execute(store);
  await sql`INSERT INTO journeys (id, campaign_id, prospect_id, holdout, status) SELECT ${id} || '/more-' || n, ${id}, ${id} || '-more-' || n, false, 'started' FROM generate_series(1, 2500) n`.execute(store);
  // Whatever is counted changes again at once.
  await sql`CREATE FUNCTION change_again() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO figure_changes VALUES (NEW.journey_id), (NEW.journey_id); RETURN NULL; END $$`.execute(store);
  await sql`CREATE TRIGGER change_again AFTER INSERT OR UPDATE ON journey_figures FOR EACH ROW EXECUTE FUNCTION change_again()`.execute(store);
  try {
    expect(await advanceFigures(store)).toEqual({ journeys: 2500 + PEOPLE, isCurrent: true });
    expect((await campaignFigures({ store, campaignId: id })).funnel.journeys.running).toBe(2500 + PEOPLE - 2 - 1);
    expect(await advanceFigures(store, { atMost: 0 })).toEqual({ journeys: 2000, isCurrent: false });
  } finally {
    await sql`DROP FUNCTION change_again CASCADE`.execute(store);
  }
});
