import { sql, type Kysely } from 'kysely';

/** What people choose in the preference centre. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // service: mails about what they have ordered or asked for
  `ALTER TABLE consents DROP CONSTRAINT consents_purpose_check`,
  `ALTER TABLE consents ADD CONSTRAINT consents_purpose_check CHECK (purpose IN ('contact', 'service', 'open-tracking'))`,
  // which words were agreed to: the name and version of the wording, such as preferences/1
  `ALTER TABLE consents ADD wording text`,
  // until then nobody writes to them but about what they asked for; the world's clock
  `ALTER TABLE prospects ADD paused_until timestamptz`,
];
