import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { revoke } from '../../cli/commands/links.ts';
import { trackerUnderTest, type TrackerUnderTest } from '../tracker/tracker-under-test.ts';

let tracked: TrackerUnderTest;
beforeAll(async () => {
  tracked = await trackerUnderTest();
});
afterAll(() => tracked.close());

const run = (...journeys: string[]) => revoke(journeys, { DATABASE_URL: tracked.store.databaseUrl, DATABASE_SCHEMA: tracked.store.schemaName });

test('links that fell into the wrong hands are taken back, once; others stay', async () => {
  const [one, other] = [await tracked.person(), await tracked.person()];
  expect(await run(one.journeyId)).toBe('spring/p-001: 7 links taken back\n');
  expect(await run(one.journeyId, other.journeyId)).toBe('spring/p-001: no link was open\nspring/p-002: 7 links taken back\n');
  expect((await tracked.get(`/p/${one.tokens.qr}`)).status).toBe(410);
});

test('a journey that does not exist is named, and nothing is taken back', async () => {
  const { journeyId, tokens } = await tracked.person();
  await expect(run(journeyId, 'spring/p-999', 'nonsense')).rejects.toThrow('got none called spring/p-999, nonsense. Nothing was taken back.');
  expect((await tracked.get(`/p/${tokens.qr}`)).status).toBe(200);
  await expect(revoke(['x'], {})).rejects.toThrow('Expected DATABASE_URL');
});
