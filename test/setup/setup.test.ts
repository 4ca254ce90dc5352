import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { testStore } from './store.ts';
import { testTemporal } from './temporal.ts';

test('a migrated store in a schema of its own', async () => {
  const store = await testStore();
  const { rows } = await sql<{ schema: string }>`select current_schema() as schema`.execute(store);
  expect(rows[0]?.schema).toBe(store.schemaName);
  await expect(store.selectFrom('prospects').selectAll().execute()).resolves.toEqual([]);
  await store.destroy();
});

test('a Temporal namespace of its own, that knows how journeys are searched for', async () => {
  const temporal = await testTemporal();
  const { customAttributes } = await temporal.client.connection.operatorService.listSearchAttributes({ namespace: temporal.namespace });
  expect(Object.keys(customAttributes ?? {})).toContain('ParcoursWaitingOn');
  await temporal.close();
});
