import { sql, type Kysely } from 'kysely';

/** The pace at which each receiver of mails gets them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // One row a receiver, such as gmail: slots are given out in order, so that the next one is all there is to know.
  `CREATE TABLE mail_slots (
     receiver text PRIMARY KEY,
     -- real time
     next_at timestamptz NOT NULL,
     -- slots given out of the day (UTC) of next_at
     day date NOT NULL,
     taken integer NOT NULL
   )`,
  // When a mail may go out at the earliest; none where there is no pace
  `ALTER TABLE touches ADD slot_at timestamptz`,
];
