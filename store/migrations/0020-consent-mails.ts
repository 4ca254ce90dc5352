import { sql, type Kysely } from 'kysely';

/** Mails that prove a mailbox: who is sending one, and how many a mailbox got lately. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // As of touches: until then an attempt alone may send its mail; null once it was given back after the provider was asked, -infinity before that.
  `ALTER TABLE consent_requests ADD lease_until timestamptz DEFAULT '-infinity'`,
  // Of requests from before this, nobody knows whether their provider was asked.
  `UPDATE consent_requests SET lease_until = NULL WHERE started AND status = 'asked'`,
  // The brake counts by mailbox, whatever the case of its letters.
  `CREATE INDEX consent_requests_mailbox ON consent_requests (lower(email), asked_at DESC)`,
  `DROP INDEX consent_requests_email`,
];
