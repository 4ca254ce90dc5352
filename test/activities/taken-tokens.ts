import { sql } from 'kysely';
import type { Store } from '../../store/connect.ts';

/** From now on the next `times` links get a token that another link has, as chance may have it once in 1e10. */
export async function handOutTakenTokens(store: Store, times: number): Promise<void> {
  const { token } = await store.selectFrom('links').select('token').orderBy('token').executeTakeFirstOrThrow();
  // A sequence is not rolled back with the transaction that it refuses.
  await sql`CREATE SEQUENCE IF NOT EXISTS chances`.execute(store);
  await sql`ALTER SEQUENCE chances RESTART`.execute(store);
  await sql`
    CREATE OR REPLACE FUNCTION chance() RETURNS trigger LANGUAGE plpgsql AS ${sql.raw(`$$
    BEGIN
      IF nextval(TG_TABLE_SCHEMA || '.chances') <= ${times} THEN NEW.token := '${token}'; END IF;
      RETURN NEW;
    END $$`)}`.execute(store);
  await sql`CREATE OR REPLACE TRIGGER chance BEFORE INSERT ON links FOR EACH ROW EXECUTE FUNCTION chance()`.execute(store);
}
