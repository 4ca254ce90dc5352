import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dropSegment, droppedSegments, restoreSegment, ruleOf, type Segment } from '../../store/index.ts';
import { askForTouch } from '../../store/touch-question.ts';
import { isOf } from '../../store/segments.ts';
import { testStore, type TestStore } from '../setup/store.ts';
import { springCampaign } from './spring-campaign.ts';

let store: TestStore;
beforeAll(async () => {
  store = await testStore();
  await springCampaign(store);
  await store.updateTable('prospects').set({ facts: JSON.stringify({ boilerAge: 3, energy: 'gas' }) }).where('id', '=', 'on').execute();
});
afterAll(() => store.destroy());

const asked = async (medium: 'print' | 'email' = 'print') => (await askForTouch(store, { prospectId: 'on', journeyId: 'spring/on', campaignId: 'spring', medium }))?.dropped;
const act = { campaignId: 'spring', by: 'lea', because: 'nobody under 5 years answered' };

describe('a segment that an operator drops', () => {
  test('is found by the next touch of who is of it, by its rule’s name, until it is restored', async () => {
    expect(await asked()).toBeUndefined();
    expect(await dropSegment(store, { ...act, fact: 'boilerAge', op: '<', value: 5, medium: 'print' })).toBe('boilerAge<5');
    expect(await asked()).toBe('boilerAge<5');
    expect(await asked('email')).toBeUndefined();
    expect(await droppedSegments(store, 'spring')).toEqual([{ rule: 'boilerAge<5', fact: 'boilerAge', op: '<', value: 5, medium: 'print', by: 'lea', because: act.because, at: expect.any(Date) }]);
    expect(await restoreSegment(store, { campaignId: 'spring', rule: 'boilerAge<5', medium: 'print', by: 'lea', because: 'a new offer' })).toBe(true);
    expect(await asked()).toBeUndefined();
    expect(await droppedSegments(store, 'spring')).toEqual([]);
  });

  test('is restored for the medium that is said, and stays dropped for others', async () => {
    for (const medium of ['print', 'email'] as const) await dropSegment(store, { ...act, fact: 'boilerAge', op: '<', value: 5, medium });
    expect(await restoreSegment(store, { ...act, rule: 'boilerAge<5' })).toBe(false);
    expect(await restoreSegment(store, { ...act, rule: 'boilerAge<5', medium: 'print' })).toBe(true);
    expect([await asked('print'), await asked('email')]).toEqual([undefined, 'boilerAge<5']);
    expect(await restoreSegment(store, { ...act, rule: 'boilerAge<5', medium: 'email' })).toBe(true);
  });

  test('goes by what the journey knows over what is known of the person', async () => {
    await store.updateTable('journeys').set({ facts: JSON.stringify({ energy: 'oil' }) }).where('id', '=', 'spring/on').execute();
    await dropSegment(store, { ...act, fact: 'energy', op: 'in', value: ['oil', 'wood'] });
    expect(await asked('email')).toBe('energy=oil|wood');
    await restoreSegment(store, { ...act, rule: 'energy=oil|wood' });
  });

  test('dropped twice is dropped once; restored when it is not says so', async () => {
    await dropSegment(store, { ...act, fact: 'boilerAge', op: '>=', value: 20 });
    await dropSegment(store, { ...act, fact: 'boilerAge', op: '>=', value: 20 });
    expect(await droppedSegments(store, 'spring')).toHaveLength(1);
    expect(await restoreSegment(store, { ...act, rule: 'boilerAge>=20' })).toBe(true);
    expect(await restoreSegment(store, { ...act, rule: 'boilerAge>=20' })).toBe(false);
  });

  test('needs a campaign, and values that can be compared so', async () => {
    await expect(dropSegment(store, { ...act, campaignId: 'autumn', fact: 'boilerAge', op: '<', value: 5 })).rejects.toThrow("Expected a campaign, got 'autumn', which was never launched.");
    await expect(dropSegment(store, { ...act, fact: 'boilerAge', op: 'in', value: 5 })).rejects.toThrow(/^Expected a list of values with 'in'/);
    await expect(dropSegment(store, { ...act, fact: 'boilerAge', op: '<', value: [5] })).rejects.toThrow(/got \[5\] with '<'/);
  });
});

test.each<[Segment, object, boolean]>([
  [{ fact: 'age', op: '<', value: 5 }, { age: 4 }, true],
  [{ fact: 'age', op: '<', value: 5 }, { age: 5 }, false],
  [{ fact: 'age', op: '<=', value: 5 }, { age: 5 }, true],
  [{ fact: 'age', op: '>', value: 5 }, { age: 5 }, false],
  [{ fact: 'age', op: '>=', value: 5 }, { age: 5 }, true],
  [{ fact: 'since', op: '>', value: '2027-01-01' }, { since: '2027-03-01' }, true],
  [{ fact: 'age', op: '<', value: 5 }, { age: 'four' }, false],
  [{ fact: 'age', op: '<', value: 5 }, {}, false],
  [{ fact: 'age', op: '!=', value: 5 }, {}, false],
  [{ fact: 'town', op: '=', value: 'Lormoisy' }, { town: 'Lormoisy' }, true],
  [{ fact: 'town', op: '!=', value: 'Lormoisy' }, { town: 'Vaubrune' }, true],
  [{ fact: 'town', op: 'in', value: ['Lormoisy', 'Vaubrune'] }, { town: 'Aiguevance' }, false],
])('%j of %j: %s', (segment, facts, expected) => {
  expect(isOf(segment, facts as Record<string, unknown>)).toBe(expected);
});

test('a rule’s name says what it is', () => {
  expect(ruleOf({ fact: 'customer', op: '=', value: 'no' })).toBe('customer=no');
});
