import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { MARGIN, runMails } from '../../bench/mails/run.ts';
import { testStore, type TestStore } from '../setup/store.ts';

let store: TestStore;
beforeEach(async () => {
  store = await testStore();
});
afterEach(() => store.destroy());

const database = () => ({ url: store.databaseUrl, schema: store.schemaName });

test('several processes keep one pace together, by slots in Postgres; killed and started anew they send each mail once', async () => {
  const [mails, pace] = [120, 40];
  const result = await runMails({ store, database: database(), mails, pace, paced: true, processes: 3, killedAt: [0.3], lostAnswers: 2 });
  expect(result).toMatchObject({ taken: mails, dropped: 0, mostOfOne: 1, recorded: mails });
  // Slots are what they agree on: none two of a receiver nearer than its rate, whichever process asked.
  const { rows } = { rows: await store.selectFrom('touches').select('slot_at').innerJoin('identities', (join) => join.onRef('identities.prospect_id', '=', (eb) => eb.fn('split_part', ['touches.journey_id', eb.val('/'), eb.val(2)]))).where('identities.email', 'like', '%gmail.com').orderBy('slot_at').execute() };
  const slots = rows.map(({ slot_at }) => slot_at!.getTime());
  const apart = 1_000 / (MARGIN * pace * 0.3);
  expect(slots).toHaveLength(mails * 0.3);
  for (const [index, slot] of slots.slice(1).entries()) expect(slot - slots[index]!).toBeGreaterThanOrEqual(Math.floor(apart));
}, 120_000);

test('without a pace they find it out by being refused, and wait as they are asked to', async () => {
  const result = await runMails({ store, database: database(), mails: 60, pace: 8, paced: false, processes: 2 });
  expect(result).toMatchObject({ taken: 60, dropped: 0, mostOfOne: 1, recorded: 60 });
  expect(result.refused).toBeGreaterThan(0);
}, 120_000);
