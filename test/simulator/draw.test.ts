import { expect, test } from '@jest/globals';
import { hashOf, PersonalDraw, quantile } from '../../simulator/draw.ts';

const DAY = 86_400_000;
const draw = new PersonalDraw();

test('a number depends on seed, person, scope and purpose, and not on what was asked before', () => {
  const first = draw.of(7, 1).uniform('a');
  draw.uniform('b');
  expect(draw.uniform('a')).toBe(first);
  expect(draw.of(7, 2).uniform('a')).not.toBe(first);
  expect(draw.of(8, 1).uniform('a')).not.toBe(first);
  expect(draw.of(7, 1).within(hashOf('card/1')).uniform('a')).not.toBe(first);
  expect(draw.of(7, 1).uniform('a')).toBe(first);
});

test('numbers are spread evenly over people, and independent of each other', () => {
  const people = 100_000;
  const bins = new Array<number>(20).fill(0);
  let products = 0;
  for (let person = 0; person < people; person++) {
    draw.of(7, person);
    const [one, other] = [draw.uniform('one'), draw.uniform('other')];
    bins[Math.floor(one * 20)]! += 1;
    products += (one - 0.5) * (other - 0.5);
  }
  // Chi-squared of 19 degrees of freedom: over 43.8 once in a thousand seeds; this seed is fixed.
  expect(bins.reduce((sum, count) => sum + (count - people / 20) ** 2 / (people / 20), 0)).toBeLessThan(43.8);
  expect(Math.abs((12 * products) / people)).toBeLessThan(0.01);
});

test('normal numbers have their mean and deviation', () => {
  const values = Array.from({ length: 20_000 }, (_, person) => draw.of(1, person).normal('height', 170, 8));
  const mean = values.reduce((sum, value) => sum + value) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  expect(Math.abs(mean - 170)).toBeLessThan(0.25);
  expect(Math.abs(deviation - 8)).toBeLessThan(0.2);
});

test('answers to mail peak around day 5 in the letter box, and half have come by day 15', () => {
  const curve = { median: '15 days', shape: 1.5 } as const;
  expect(quantile(curve, 0.5)).toBeCloseTo(15 * DAY);
  const days = new Array<number>(60).fill(0);
  for (let share = 0.0005; share < 1; share += 0.001) {
    const day = Math.floor(quantile(curve, share) / DAY);
    if (day < 60) days[day]! += 1;
  }
  const peak = days.indexOf(Math.max(...days));
  expect(peak).toBeGreaterThanOrEqual(3);
  expect(peak).toBeLessThanOrEqual(7);
});
