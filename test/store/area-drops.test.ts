import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { saveAreas, type Store } from '../../store/index.ts';
import { testStore } from '../setup/store.ts';
import { springCampaign } from './spring-campaign.ts';

let store: Store;
beforeAll(async () => {
  store = await testStore();
  await springCampaign(store);
});
afterAll(() => store.destroy());

test('thousands of areas get codes of their own, short as codes are, and keep them', async () => {
  // 12,000 of 28.6 million codes: two and a half pairs would be the same by chance.
  const areas = Array.from({ length: 12_000 }, (_, index) => ({ area: `IRIS-${index}`, name: 'Les Tilleuls', households: 800, quantity: 700 }));
  const first = await saveAreas(store, 'spring', areas);
  expect(new Set(first.map(({ code }) => code)).size).toBe(areas.length);
  expect(await saveAreas(store, 'spring', areas.slice(0, 100))).toEqual(first.slice(0, 100));
});
