import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { connectStore, type Store } from '../../store/index.ts';
import { testStore, type TestStore } from '../setup/store.ts';

let tables: TestStore;
let store: Store;
beforeAll(async () => {
  tables = await testStore();
  store = connectStore({ url: tables.databaseUrl, schema: tables.schemaName, connections: 1 });
  await sql`CREATE TABLE shelf (id integer, label text)`.execute(store);
});
afterAll(async () => {
  await store.destroy();
  await tables.destroy();
});

const look = () => sql`SELECT * FROM shelf WHERE id = ${1}`.execute(store);
const kept = async () => (await sql<{ statement: string }>`SELECT statement FROM pg_prepared_statements WHERE statement LIKE ${'%shelf%'}`.execute(store)).rows;

test('a statement that comes again is prepared once', async () => {
  await look();
  await look();
  expect((await kept()).filter(({ statement }) => statement.startsWith('SELECT * FROM shelf'))).toHaveLength(1);
});

test('a migration that changes a result costs one failure, then the connection is a new one', async () => {
  await tables.schema.alterTable('shelf').addColumn('height', 'integer').execute();
  await expect(look()).rejects.toThrow('cached plan must not change result type');
  expect((await look()).rows).toEqual([]);
});
