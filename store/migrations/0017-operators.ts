import { sql, type Kysely } from 'kysely';

/** Operators who sign in to the dashboard, and what they did there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `CREATE TABLE operators (
     -- as they sign in and as records name them, in small letters
     name text PRIMARY KEY CHECK (name ~ '^[a-z0-9][a-z0-9._-]{0,39}$'),
     -- scrypt$<N>$<r>$<p>$<salt>$<hash>, both in base64url
     password text NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE TABLE operator_sessions (
     -- SHA-256 of what the cookie holds: whoever reads this table can't sign in
     id text PRIMARY KEY,
     operator text NOT NULL REFERENCES operators ON DELETE CASCADE,
     created_at timestamptz NOT NULL DEFAULT now(),
     expires_at timestamptz NOT NULL
   )`,
  `CREATE INDEX operator_sessions_operator ON operator_sessions (operator)`,
  // Kept for an hour, to slow down those who guess; names that nobody has count as well.
  `CREATE TABLE sign_in_failures (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     name text NOT NULL,
     address text NOT NULL,
     at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE INDEX sign_in_failures_name ON sign_in_failures (name, at)`,
  `CREATE INDEX sign_in_failures_address ON sign_in_failures (address, at)`,
  // Append only. Names no table: it outlives the operator and the person that it is about.
  `CREATE TABLE operator_acts (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     operator text NOT NULL,
     -- such as pause, approve, look
     act text NOT NULL,
     campaign_id text,
     prospect_id text,
     -- what more there is to say: the new pace, a print run, a reason
     details jsonb NOT NULL DEFAULT '{}',
     -- why it failed; null when it was done
     problem text,
     at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE INDEX operator_acts_campaign ON operator_acts (campaign_id, id DESC)`,
  `CREATE INDEX operator_acts_looks ON operator_acts (operator, act, at DESC)`,
  // What the dashboard asks every second while somebody looks: whether anything is new.
  `CREATE INDEX touches_at ON touches (at)`,
  `CREATE INDEX journeys_ended ON journeys (ended_at) WHERE ended_at IS NOT NULL`,
];
