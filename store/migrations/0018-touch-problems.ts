import { sql, type Kysely } from 'kysely';

/** What was wrong with a touch that failed: which field of whom, which header, what a provider said. Never anything of the person. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('ALTER TABLE touches ADD problem text').execute(db);
}
