import { createReadStream, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { importProspects } from '../../client/import-prospects.ts';
import { facts as openingFacts } from '../../scenarios/store-opening/facts.ts';
import { facts as lapsedFacts } from '../../scenarios/win-back/facts.ts';
import { SAMPLES } from '../../scripts/make-prospects.ts';
import { loadRecipient, type Store } from '../../store/index.ts';
import { testStore } from '../setup/store.ts';

let store: Store;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.destroy());

test.each([
  ['store-opening', openingFacts, 30, 'n-001'],
  ['win-back', lapsedFacts, 40, 'c-001'],
] as const)('the sample audience of %s is what its script makes, and is imported whole', async (scenario, facts, people, first) => {
  const file = `scenarios/${scenario}/prospects.csv`;
  expect(SAMPLES[scenario]!()).toBe(readFileSync(file, 'utf8'));
  expect(await importProspects(store, { csv: createReadStream(file), facts, source: 'import:prospects.csv' })).toMatchObject({ imported: people, rejected: [] });
  const recipient = await loadRecipient(store, first);
  expect(recipient?.identity.email ?? 'none@courriel.example').toMatch(/@[a-z-]+\.example$/);
  expect(recipient?.identity.postcode).toMatch(/^00/);
});
