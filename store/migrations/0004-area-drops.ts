import { sql, type Kysely } from 'kysely';

/** Unaddressed drops: areas whose leaflets bear a code of the area's own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `CREATE TABLE drop_areas (
     -- 5 symbols of 31, printed in QR codes and in clear; it names an area, never a person
     code text PRIMARY KEY,
     campaign_id text NOT NULL REFERENCES campaigns,
     -- the sender's own name for it, such as an IRIS code (INSEE)
     area text NOT NULL,
     name text NOT NULL,
     households integer NOT NULL CHECK (households >= 0),
     -- leaflets printed
     quantity integer NOT NULL CHECK (quantity >= 0),
     file text, sha256 text,
     created_at timestamptz NOT NULL DEFAULT now(),
     UNIQUE (campaign_id, area)
   )`,
  // Visits of an area's page have no journey yet; their data names the area.
  `CREATE INDEX events_area ON events (campaign_id, (data->>'area')) WHERE data ? 'area'`,
];
