import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { attributionOf, incrementalOf, ordersOf, sharesOf } from '../../../store/attribution/index.ts';
import { advanceFigures, campaignFigures } from '../../../store/figures/index.ts';
import { testStore, type TestStore } from '../../setup/store.ts';
import { openCampaign } from './campaign.ts';

let store: TestStore;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.destroy());

const order = (number: string, amount: number, currency = 'EUR') => ({ order: number, amount, currency });
const card = { message: 'card', medium: 'print', cost: 1 } as const;
const mail = { message: 'thanks', medium: 'email', cost: 0.1 } as const;

test('shares of a credit', () => {
  expect(sharesOf('position', 1)).toEqual([1]);
  expect(sharesOf('position', 2)).toEqual([0.5, 0.5]);
  expect(sharesOf('position', 3).map((share) => share.toFixed(2))).toEqual(['0.40', '0.20', '0.40']);
  expect(sharesOf('position', 4).map((share) => share.toFixed(2))).toEqual(['0.40', '0.10', '0.10', '0.40']);
  expect(sharesOf('first', 3)).toEqual([1, 0, 0]);
  expect(sharesOf('last', 3)).toEqual([0, 0, 1]);
  expect(sharesOf('last', 0)).toEqual([]);
});

describe('orders', () => {
  test('count once, whatever reports them: twice, by file and API, by voucher; the first report holds', async () => {
    const { enter, event } = await openCampaign(store, 'once');
    for (const person of ['anne', 'bruno']) await enter(person);
    await event('anne', 'purchase', { day: 10, data: order('A-1', 100) });
    await event('anne', 'purchase', { day: 12, data: { ...order('A-1', 90), match: { method: 'email' } } });
    await event('anne', 'redeem', { day: 10, data: { voucher: '7kq9x-m2pab', order: 'A-1' } });
    // The till tells of the voucher alone; the shop's file says later which order it was.
    await event('bruno', 'redeem', { day: 11, data: { voucher: '2222-333345' } });
    await event('bruno', 'purchase', { day: 11, data: { ...order('A-2', 50), voucher: '2222333345' } });
    await event('bruno', 'redeem', { day: 20, data: { voucher: 'OTHER' } });
    expect((await ordersOf({ store, campaignId: 'once' })).map(({ order: number, paid, reports }) => [number, paid?.amount, reports])).toEqual([
      ['A-1', 100, 3],
      ['A-2', 50, 2],
      ['voucher OTHER', undefined, 1],
    ]);
  });

  test('lose what was given back, a refund once, in their own currency, never below nothing, also where the refund came first', async () => {
    const { enter, event } = await openCampaign(store, 'back');
    await enter('anne');
    await event('anne', 'refund', { day: 9, data: { ...order('B-1', 30), refund: 'R-1' } });
    await event('anne', 'purchase', { day: 8, data: order('B-1', 100) });
    await event('anne', 'refund', { day: 9, data: { ...order('B-1', 30), refund: 'R-1' } });
    await event('anne', 'refund', { day: 10, data: { ...order('B-1', 10, 'CHF'), refund: 'R-2' } });
    await event('anne', 'purchase', { day: 8, data: order('B-2', 20) });
    await event('anne', 'refund', { day: 11, data: order('B-2', 500) });
    expect((await ordersOf({ store, campaignId: 'back' })).map(({ order: number, paid, isGivenBack }) => [number, paid, isGivenBack])).toEqual([
      ['B-1', { amount: 100, refunded: 30, currency: 'EUR' }, false],
      ['B-2', { amount: 20, refunded: 20, currency: 'EUR' }, true],
    ]);
  });
});

describe('attribution', () => {
  const campaignId = 'credit';
  beforeAll(async () => {
    const { enter, touch, event } = await openCampaign(store, campaignId);
    // Anne: card in the home on day 5, mail on day 10, buys on day 12.
    await enter('anne', { facts: { energy: 'gas' } });
    await touch('anne', { ...card, day: 5 });
    await touch('anne', { ...mail, day: 10, variant: 'warm' });
    await event('anne', 'purchase', { day: 12, data: order('C-1', 100) });
    // Bruno: a card on day 5, a mail on day 10; buys on day 30, too late for the mail. In francs.
    await enter('bruno', { facts: { energy: 'oil' } });
    await touch('bruno', { ...card, day: 5 });
    await touch('bruno', { ...mail, day: 10, variant: 'factual' });
    await event('bruno', 'purchase', { day: 30, data: order('C-2', 80, 'CHF') });
    // Chloe buys before the card is in the letter box; that it was handed to the carrier counts for nothing.
    await enter('chloe', { facts: { energy: 'gas' } });
    await touch('chloe', { ...card, day: 5 });
    await event('chloe', 'purchase', { day: 3, data: order('C-3', 40) });
    // David's card came sooner than foretold: he scanned it on day 3, and bought.
    await enter('david', { facts: {} });
    await touch('david', { ...card, day: 5 });
    await event('david', 'scan', { day: 3, touch: 'card/1' });
    await event('david', 'purchase', { day: 4, data: order('C-4', 10) });
    // Emma's card was recalled; Felix gave all back; a clock that is ahead dates Greta's order after we heard of it; Hugo was kept out.
    await enter('emma');
    await touch('emma', { ...card, day: 5, piece: 'recalled' });
    await event('emma', 'purchase', { day: 7, data: order('C-5', 5) });
    await enter('felix');
    await touch('felix', { ...card, day: 5 });
    await event('felix', 'purchase', { day: 7, data: order('C-6', 60) });
    await event('felix', 'refund', { day: 9, data: order('C-6', 60) });
    await enter('greta');
    await touch('greta', { ...card, day: 5 });
    await event('greta', 'purchase', { day: 400, receivedOn: 8, data: order('C-7', 20) });
    await enter('hugo', { holdout: true });
    await event('hugo', 'purchase', { day: 8, data: order('C-8', 70) });
  });

  test('by medium: windows run from the in-home date for print, and from the sending for mail', async () => {
    const { models, orders, givenBack } = await attributionOf({ store, campaignId });
    expect([orders, givenBack]).toEqual([6, 1]);
    const media = (model: keyof typeof models) => Object.fromEntries(models[model].media.map(({ name, orders: credited, revenue }) => [name, { orders: credited, revenue }]));
    expect(media('first')).toEqual({ print: { orders: 4, revenue: { EUR: 130, CHF: 80 } }, email: { orders: 0, revenue: {} } });
    expect(media('last')).toEqual({ print: { orders: 3, revenue: { EUR: 30, CHF: 80 } }, email: { orders: 1, revenue: { EUR: 100 } } });
    expect(media('position')).toEqual({ print: { orders: 3.5, revenue: { EUR: 80, CHF: 80 } }, email: { orders: 0.5, revenue: { EUR: 50 } } });
    expect(models.position.unattributed).toEqual({ orders: 2, revenue: { EUR: 45 } });
  });

  test('each model shares out every order exactly once', async () => {
    const { models, orders } = await attributionOf({ store, campaignId });
    for (const { media, variants, unattributed } of Object.values(models)) {
      for (const credits of [media, variants]) expect(credits.reduce((sum, credit) => sum + credit.orders, unattributed.orders)).toBeCloseTo(orders, 10);
    }
  });

  test('by variant and segment, with cost and return; currencies are never added up', async () => {
    const { models } = await attributionOf({ store, campaignId }, { segment: 'energy' });
    // Five cards went out to who has them still, two mails; a recalled card costs nothing.
    expect(models.last.media.map(({ name, touches, cost, roi }) => [name, touches, cost, roi])).toEqual([
      ['print', 6, 6, (30 - 6) / 6],
      ['email', 2, 0.2, (100 - 0.2) / 0.2],
    ]);
    expect(models.last.variants.map(({ name, orders }) => [name, orders])).toEqual([
      ['card', 3],
      ['thanks/factual', 0],
      ['thanks/warm', 1],
    ]);
    expect(models.last.segments).toEqual([
      { name: 'unknown', touches: 3, cost: 3, orders: 2, revenue: { EUR: 30 }, roi: 9 },
      { name: 'gas', touches: 3, cost: 2.1, orders: 1, revenue: { EUR: 100 }, roi: (100 - 2.1) / 2.1 },
      { name: 'oil', touches: 2, cost: 1.1, orders: 1, revenue: { CHF: 80 }, roi: -1 },
    ]);
  });

  test('other windows: a mail may count for three weeks', async () => {
    const { models, windows } = await attributionOf({ store, campaignId }, { windows: { email: 21 } });
    expect(windows).toEqual({ print: 60, email: 21, social: 14 });
    expect(models.last.media.find(({ name }) => name === 'email')).toMatchObject({ orders: 2, revenue: { EUR: 100, CHF: 80 } });
  });

  test('a campaign without orders, without touches, or that does not exist has nothing to put down', async () => {
    await openCampaign(store, 'nothing');
    for (const id of ['nothing', 'unheard-of']) {
      const { orders, models } = await attributionOf({ store, campaignId: id }, { segment: 'energy' });
      expect([orders, models.first]).toEqual([0, { media: [], variants: [], segments: [], unattributed: { orders: 0, revenue: {} } }]);
    }
    expect(await incrementalOf({ store, campaignId: 'nothing' })).toEqual({});
  });
});

describe('what the campaign added', () => {
  test('is told by the holdout alone, refunds taken off, in each currency', async () => {
    const { enter, touch, event } = await openCampaign(store, 'added');
    // 40 treated of whom 16 buy for 100, one of them all given back; 20 held out of whom 3 buy for 100.
    for (let person = 0; person < 60; person++) {
      const holdout = person >= 40;
      await enter(`p${person}`, { holdout, facts: { energy: person % 2 === 0 ? 'gas' : 'oil' } });
      if (!holdout) await touch(`p${person}`, { ...card, day: 5 });
      if (person < 16 || person >= 57) await event(`p${person}`, 'purchase', { day: 9, data: order(`D-${person}`, 100) });
    }
    await event('p0', 'refund', { day: 12, data: order('D-0', 100) });
    await advanceFigures(store);
    const { whole, segments } = await incrementalOf({ store, campaignId: 'added' }, { fact: 'energy' });
    expect(whole!.lift).toMatchObject({ treated: { of: 40, converted: 15 }, holdout: { of: 20, converted: 3 }, verdict: 'unclear' });
    // 37.5 % less 15 % of 40 people, and of what each brought.
    expect(whole!.conversions.value).toBeCloseTo(9, 10);
    expect(whole!.revenue['EUR']!.value).toBeCloseTo(900, 8);
    expect(whole!.revenue['EUR']!.low).toBeLessThan(100);
    expect(whole!.cost).toBe(40);
    expect(whole!.roi!.value).toBeCloseTo(860 / 40, 8);
    expect(segments!['gas']!.lift.treated).toMatchObject({ of: 20, converted: 7 });
    expect(segments!['oil']!.lift.holdout).toMatchObject({ of: 10, converted: 2 });
    expect((await campaignFigures({ store, campaignId: 'added' })).lift).toEqual(whole!.lift);
  });

  test('is not told without a holdout', async () => {
    const { enter, event } = await openCampaign(store, 'all-treated');
    await enter('anne');
    await event('anne', 'purchase', { day: 9, data: order('E-1', 100) });
    await advanceFigures(store);
    expect(await incrementalOf({ store, campaignId: 'all-treated' }, { fact: 'energy' })).toEqual({ segments: {} });
  });
});
