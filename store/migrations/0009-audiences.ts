import { sql, type Kysely } from 'kysely';

/** Who is to be in which audience on a social network, and what the network has been told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // A row stays when its person has left, until the network knows; an erased person's too, so that it is told.
  `CREATE TABLE audience_members (
     audience text NOT NULL,
     prospect_id text NOT NULL,
     -- who let them in last
     touch_id text NOT NULL,
     journey_id text NOT NULL,
     wanted boolean NOT NULL,
     -- why they left: goal, exit, path, over, withdrawn
     left_because text,
     -- the world's clock
     stays_until timestamptz NOT NULL,
     -- what the network was told last, and under which keys, hashed, so that one who was erased or has moved can be taken out
     told boolean NOT NULL DEFAULT false,
     told_keys jsonb,
     told_at timestamptz,
     PRIMARY KEY (audience, prospect_id)
   )`,
  `CREATE INDEX audience_members_untold ON audience_members (audience, prospect_id) WHERE wanted <> told`,
  `CREATE INDEX audience_members_journey ON audience_members (journey_id) WHERE wanted`,
  `CREATE INDEX audience_members_touch ON audience_members (touch_id)`,
  // Lead forms that a network says were filled in, before their answers are fetched.
  `CREATE TABLE leads (
     id text PRIMARY KEY,
     form_id text NOT NULL,
     page_id text NOT NULL,
     at timestamptz NOT NULL,
     -- new: to be fetched; done: an event tells; unknown: fetched, and nobody we know
     status text NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'done', 'unknown', 'failed')),
     attempts integer NOT NULL DEFAULT 0,
     fetch_after timestamptz NOT NULL DEFAULT now(),
     problem text,
     received_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE INDEX leads_new ON leads (fetch_after) WHERE status = 'new'`,
];
