import { sql, type Kysely } from 'kysely';

/** The version that leads a journey since it was moved; the campaign's while it is null. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE journeys ADD COLUMN version int`.execute(db);
}
