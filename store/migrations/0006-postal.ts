import { sql, type Kysely } from 'kysely';

/** What is known of an address, suppressions that were lifted, and when a mailpiece came home. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `ALTER TABLE identities
     ADD company text,
     -- since when this address is on record; a piece queued before went to another
     ADD address_at timestamptz NOT NULL DEFAULT now(),
     -- unchecked; ok: it can be printed; problem:<reason>: it can't; returned: a piece came back from it
     ADD deliverability text NOT NULL DEFAULT 'unchecked' CHECK (deliverability ~ '^(unchecked|ok|returned|problem:[a-z-]+)$'),
     ADD deliverability_at timestamptz NOT NULL DEFAULT now(),
     -- where that is known from, such as import:spring-file or the id of an event; never what is in the address
     ADD deliverability_evidence text`,
  // Who was told "returned" before this column was.
  `UPDATE identities i SET deliverability = 'returned', deliverability_at = s.at, deliverability_evidence = 'suppression'
     FROM suppressions s WHERE s.prospect_id = i.prospect_id AND s.medium = 'print' AND s.reason = 'returned'`,
  // A returned piece closes print until the address changes. Append only.
  `CREATE TABLE lifted_suppressions (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     prospect_id text NOT NULL REFERENCES prospects ON DELETE CASCADE,
     medium text NOT NULL,
     reason text NOT NULL,
     suppressed_at timestamptz NOT NULL,
     lifted_at timestamptz NOT NULL DEFAULT now(),
     -- what lifted it, such as import:spring-file
     source text NOT NULL
   )`,
  `ALTER TABLE mailpieces
     -- campaign time; in_home_estimate is what was foretold last, this is what was seen
     ADD in_home timestamptz,
     -- how in_home, or else the estimate, is known; returned: it never was in the home
     ADD in_home_evidence text NOT NULL DEFAULT 'estimated' CHECK (in_home_evidence IN ('estimated', 'logical', 'scan', 'returned'))`,
];
