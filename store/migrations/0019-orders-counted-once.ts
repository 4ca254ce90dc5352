import { sql, type Kysely } from 'kysely';

/**
 * Journeys' figures count orders and refunds as attribution does: each number once. What was counted before is counted anew, and an index lets that be done journey by
 * journey. Another finds people by their email.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`INSERT INTO figure_changes SELECT id FROM journeys`.execute(db);
  await sql`CREATE INDEX figure_changes_journey ON figure_changes (journey_id)`.execute(db);
  await sql`CREATE INDEX identities_email ON identities (email_key)`.execute(db);
}
