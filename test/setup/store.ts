import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { connectStore, type Store } from '../../store/connect.ts';
import { migrate } from '../../store/migrate.ts';

export type TestStore = Store & { readonly schemaName: string; readonly databaseUrl: string };

/** A migrated store in a fresh schema of its own; `destroy()` drops the schema. */
export async function testStore(): Promise<TestStore> {
  const databaseUrl = process.env['PARCOURS_TEST_DATABASE_URL'];
  if (!databaseUrl) throw new Error('Expected PARCOURS_TEST_DATABASE_URL, got none: it is set by test/setup/global.ts, run tests by jest.');
  const schemaName = `test_${randomBytes(6).toString('hex')}`;
  const store = connectStore({ url: databaseUrl, schema: schemaName, connections: 5 });
  await migrate(store, schemaName);
  const disconnect = store.destroy.bind(store);
  const destroy = async (): Promise<void> => {
    await sql`drop schema if exists ${sql.ref(schemaName)} cascade`.execute(store);
    await disconnect();
  };
  return Object.assign(store, { schemaName, databaseUrl, destroy });
}
