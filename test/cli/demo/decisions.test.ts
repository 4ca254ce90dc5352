import { describe, expect, test } from '@jest/globals';
import { decide } from '../../../cli/demo/crowd/decisions.ts';

const people = Array.from({ length: 2_000 }, (_, i) => `p-${i + 1}`);
const crowd = (seed: string, order = people) => new Map(order.map((prospect) => [prospect, decide({ seed, prospect })]));
const spring = crowd('spring');
const share = (yes: number) => yes / people.length;

describe('the crowd decides', () => {
  test('the same with the same seed, in whatever order people are asked', () => {
    const reversed = crowd('spring', [...people].reverse());
    for (const [prospect, decisions] of spring) expect(reversed.get(prospect)).toEqual(decisions);
  });

  test('otherwise with another seed', () => {
    const autumn = crowd('autumn');
    const same = [...spring].filter(([prospect, { card }]) => card.afterDays === autumn.get(prospect)?.card.afterDays);
    expect(same).toEqual([]);
  });

  test('to use the card in 45 of 100 letter boxes, most on days 2 to 5', () => {
    const used = [...spring.values()].map(({ card }) => card).filter(({ by }) => by !== 'ignore');
    expect(share(used.length)).toBeCloseTo(0.45, 1);
    const byDay = new Map<number, number>();
    for (const { afterDays } of used) byDay.set(Math.floor(afterDays), (byDay.get(Math.floor(afterDays)) ?? 0) + 1);
    const peak = [...byDay].sort(([, a], [, b]) => b - a)[0]![0];
    expect(peak).toBeGreaterThanOrEqual(2);
    expect(peak).toBeLessThanOrEqual(5);
  });

  test('to scan more often than to type', () => {
    const cards = [...spring.values()].map(({ card }) => card.by);
    expect(cards.filter((by) => by === 'scan').length).toBeGreaterThan(cards.filter((by) => by === 'type').length);
  });

  test('to buy a boiler for thousands, a service for a hundred or two, and some without any campaign', () => {
    const all = [...spring.values()];
    for (const { interest, buys } of all) {
      if (!buys) continue;
      if (interest === 'replace') expect(buys.amount).toBeGreaterThanOrEqual(2_900);
      else expect(buys.amount).toBeLessThan(200);
    }
    expect(share(all.filter(({ buysAnyway }) => buysAnyway).length)).toBeCloseTo(0.05, 1);
  });

  test('with an order number that is nobody else\'s', () => {
    const orders = [...spring.values()].flatMap(({ buys, buysAnyway }) => [buys, buysAnyway].flatMap((buying) => (buying ? [buying.order] : [])));
    expect(new Set(orders).size).toBe(orders.length);
  });
});
