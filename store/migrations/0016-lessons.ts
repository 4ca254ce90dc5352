import { sql, type Kysely } from 'kysely';

/** Where each fact about a person comes from; what campaigns teach, and what operators made of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // Append only, but for erasure: the newest row of a prospect and fact is in force, if it says what prospects.facts says. A fact without a row came by an import.
  `CREATE TABLE fact_sources (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     prospect_id text NOT NULL REFERENCES prospects ON DELETE CASCADE,
     fact text NOT NULL,
     -- null: it was taken back
     value jsonb,
     -- such as asked:personal-page, path, inferred:clicks; withdrawn:<why> where it was taken back
     source text NOT NULL,
     -- 1 for what the person said themselves; what was inferred is less sure
     certainty double precision NOT NULL CHECK (certainty > 0 AND certainty <= 1),
     -- responses it rests on
     responses integer NOT NULL DEFAULT 1,
     -- of the last of them
     evidence text,
     event_id text,
     journey_id text,
     -- when that happened, in the world's time
     at timestamptz NOT NULL,
     recorded_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE INDEX fact_sources_latest ON fact_sources (prospect_id, fact, id DESC)`,
  `CREATE TABLE lessons (
     campaign_id text NOT NULL REFERENCES campaigns ON DELETE CASCADE,
     -- what it is about, the same however often it is found: variant/thank-you/warm/boilerAge>=12
     key text NOT NULL,
     kind text NOT NULL,
     -- by language
     sentence jsonb NOT NULL,
     numbers jsonb NOT NULL,
     certainty double precision NOT NULL,
     basis jsonb NOT NULL,
     proposal jsonb,
     -- hash of what it comes to; other numbers that come to the same have the same
     ground text NOT NULL,
     status text NOT NULL DEFAULT 'proposed' CHECK (status IN ('proposed', 'accepted', 'dismissed', 'superseded')),
     -- whether the latest look still found it
     holds boolean NOT NULL DEFAULT true,
     found_at timestamptz NOT NULL DEFAULT now(),
     looked_at timestamptz NOT NULL DEFAULT now(),
     decided_by text,
     decided_at timestamptz,
     PRIMARY KEY (campaign_id, key)
   )`,
  // Append only: who accepted or dismissed what, and what came of it.
  `CREATE TABLE lesson_decisions (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     campaign_id text NOT NULL,
     key text NOT NULL,
     decision text NOT NULL CHECK (decision IN ('accepted', 'dismissed')),
     by text NOT NULL,
     because text,
     -- the sentence and the proposal as they were
     sentence jsonb NOT NULL,
     proposal jsonb,
     -- in words: what changed by it
     effect text NOT NULL,
     at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE INDEX lesson_decisions_campaign ON lesson_decisions (campaign_id, id)`,
  // The latest look at a campaign's data, so that no lesson means: none was found.
  `CREATE TABLE lesson_looks (
     campaign_id text PRIMARY KEY REFERENCES campaigns ON DELETE CASCADE,
     at timestamptz NOT NULL,
     look jsonb NOT NULL
   )`,
];
