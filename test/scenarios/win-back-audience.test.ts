import { expect, test } from '@jest/globals';
import { winBackV2 } from '../../scenarios/win-back/v2.ts';
import { play } from '../../simulator/index.ts';

const facts = { monthsAway: 14, orders: 5, favourite: 'espresso' } as const;

test('win-back v2: who has not answered is shown adverts for two months', async () => {
  const { timeline, outcome } = await play(winBackV2, { facts });
  expect(outcome).toBe('silent');
  expect(timeline.slice(-4)).toEqual(['day 64.0  wait 2 over: time is up', 'day 64.0  audience montcanel-away/1 joined', 'day 64.0  sleep until day 124.0', 'day 124.0  ended: silent (path)']);
});

test('an order ends it where it stands', async () => {
  const { outcome, timeline } = await play(winBackV2, { facts: { ...facts, orders: 2 }, on: [{ after: '40 days', response: 'purchase', order: 'BM-1', amount: 31, currency: 'EUR' }] });
  expect(outcome).toBe('converted');
  expect(timeline).toContain('day 32.0  audience montcanel-away/1 joined');
});

test('who did not agree to social media is left in peace', async () => {
  const { outcome, timeline } = await play(winBackV2, { facts: { ...facts, orders: 2 }, reachable: { social: false }, receipts: { 'montcanel-away': { sent: false, why: 'no-consent' } } });
  expect(outcome).toBe('silent');
  expect(timeline.at(-2)).toBe('day 32.0  audience montcanel-away/1 not joined: no-consent');
});
