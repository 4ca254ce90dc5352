import { expect, test } from '@jest/globals';
import { compare, steps, sweep } from '../../simulator/index.ts';
import { cardThenMail, messages, tea, town } from './small-town.ts';

const first = { scenario: tea(cardThenMail), messages };

test('a version compared with itself differs by exactly nothing', async () => {
  const { measures, outcomes, changed } = await compare({ ...town(), versions: [first, first] });
  expect(changed).toBe(0);
  for (const { difference, low, high, isClear } of [...measures, ...outcomes]) expect({ difference, low, high, isClear }).toEqual({ difference: 0, low: 0, high: 0, isClear: false });
});

test('a change for some touches only those: the others meet the same chances', async () => {
  const second = tea(async (journey) => (journey.facts.likesTea ? cardThenMail(journey) : journey.end('left out')), { version: 2 });
  const { measures, outcomes, changed, treated } = await compare({ ...town({ prospects: 4_000 }), versions: [first, { scenario: second, messages }] });
  const leftOut = outcomes.find(({ outcome }) => outcome === 'left out')!;
  expect(changed).toBe(Math.round(leftOut.second * treated));
  const spend = measures.find(({ measure }) => measure === 'spend')!;
  expect(spend.isClear).toBe(true);
  expect(spend.high).toBeLessThan(0);
  const pieces = measures.find(({ measure }) => measure === 'pieces')!;
  expect(pieces.difference).toBeCloseTo(-leftOut.second, 10);
});

test('along a parameter nobody who responds at a lower chance stops at a higher one', async () => {
  const points = await sweep({ ...town({ settings: { 'order.anyway': 0 } }), parameter: 'response.card', values: steps(0.01, 0.2, 4) });
  const scans = points.map(({ result }) => result.funnel.find(({ message }) => message === 'card')!.responses.find(({ kind }) => kind === 'scan')!.people);
  expect(scans).toEqual([...scans].sort((one, other) => one - other));
  expect(scans[3]!).toBeGreaterThan(scans[0]! * 10);
});

test('steps end where they are told to', () => {
  expect(steps(0.005, 0.03, 6)).toEqual([0.005, 0.01, 0.015, 0.02, 0.025, 0.03]);
});
