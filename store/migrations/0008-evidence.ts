import { sql, type Kysely } from 'kysely';

/** What tells people from machines, and the consent that counting opens needs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // What the person said yes or no to. contact: to be written to by this medium; open-tracking: that we see whether they opened our mails.
  `ALTER TABLE consents ADD purpose text NOT NULL DEFAULT 'contact' CHECK (purpose IN ('contact', 'open-tracking'))`,
  // honeypot: a link of a mail that no person sees; open: the image that tells that the mail was opened
  `ALTER TABLE links DROP CONSTRAINT links_kind_check`,
  `ALTER TABLE links ADD CONSTRAINT links_kind_check CHECK (kind IN ('qr', 'purl', 'click', 'unsubscribe', 'honeypot', 'open'))`,
];
