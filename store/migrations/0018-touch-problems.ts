import { sql, type Kysely } from 'kysely';

/** What is known of a touch's sending: what was wrong, and by which id its provider speaks of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // Which field of whom, which header, what a provider said; never anything of the person.
  `ALTER TABLE touches ADD problem text`,
  // A delivery report that comes by mail names the Message-Id alone.
  `CREATE INDEX touches_provider_id ON touches (provider_id) WHERE provider_id IS NOT NULL`,
];
