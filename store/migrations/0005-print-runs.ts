import { sql, type Kysely } from 'kysely';

/** Print runs by format and batch, rendered in chunks, approved, handed over, compared with what the printer says. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // {printer, cutOff?: {time, zone}, batch?, budget?, proof?}; none for a campaign launched before there was a choice.
  `ALTER TABLE campaigns ADD print jsonb`,
  // Ids are <campaign>/<format>/<cut-off>, and /<batch> from the second batch of a cut-off on; older ones had no format.
  `ALTER TABLE print_runs
     ADD format text NOT NULL DEFAULT 'a6-postcard',
     ADD batch integer NOT NULL DEFAULT 1,
     ADD printer text NOT NULL DEFAULT 'folder',
     -- full: a further batch of the same cut-off follows; cut-off: the next piece takes the next cut-off
     ADD closed_by text CHECK (closed_by IN ('cut-off', 'full')),
     ADD over_budget integer NOT NULL DEFAULT 0,
     -- path of the PDF that an operator approves
     ADD proof text,
     -- what the printer calls it, or where it lies
     ADD reference text,
     -- why nothing of it was printed, for the operator
     ADD problem text,
     -- what the printer said, and what came of comparing it with what was ordered
     ADD report jsonb,
     ADD reconciliation jsonb,
     DROP CONSTRAINT print_runs_status_check,
     ADD CONSTRAINT print_runs_status_check CHECK (status IN ('open', 'closed', 'awaiting-approval', 'rejected', 'printed', 'handed-over'))`,
  // What a piece looks up when it joins; one batch of a cut-off is open at a time.
  `CREATE UNIQUE INDEX print_runs_open ON print_runs (campaign_id, format, cut_off) WHERE status = 'open'`,
  // A stretch of a run's pieces, by touch id, that has files of its own.
  `CREATE TABLE print_chunks (
     print_run_id text NOT NULL REFERENCES print_runs,
     chunk integer NOT NULL,
     first_touch text NOT NULL, last_touch text NOT NULL,
     -- pieces queued when the run closed; printed ones and files once it is rendered
     planned integer NOT NULL,
     pieces integer,
     -- [{name, bytes, sha256, pages}]
     files jsonb,
     rendered_at timestamptz,
     PRIMARY KEY (print_run_id, chunk)
   )`,
  // The piece's file is its chunk's; front_page is in the chunk's file of picture sides, none where they are among the piece's own pages.
  `ALTER TABLE mailpieces ADD chunk integer, ADD front_page integer`,
  // One approval holds for all later runs of a campaign's format.
  `CREATE TABLE print_approvals (
     campaign_id text NOT NULL REFERENCES campaigns,
     format text NOT NULL,
     print_run_id text NOT NULL,
     approved_by text NOT NULL,
     at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (campaign_id, format)
   )`,
  // The operator's own addresses, which get a copy of one piece of every run: no prospects, no journeys.
  `CREATE TABLE print_seeds (
     campaign_id text NOT NULL REFERENCES campaigns,
     number integer NOT NULL,
     title text, first_name text, last_name text NOT NULL,
     address_line text NOT NULL, address_complement text, postcode text NOT NULL, city text NOT NULL, country text NOT NULL DEFAULT 'FR',
     PRIMARY KEY (campaign_id, number)
   )`,
  // Tokens of a copy are not among links, so they open nobody's page.
  `CREATE TABLE print_seed_pieces (
     print_run_id text NOT NULL REFERENCES print_runs,
     number integer NOT NULL,
     -- the piece that it is a copy of
     copy_of text NOT NULL,
     chunk integer NOT NULL,
     qr_token text NOT NULL UNIQUE, purl_token text NOT NULL UNIQUE,
     first_page integer NOT NULL, last_page integer NOT NULL, front_page integer,
     sha256 text NOT NULL,
     problem text,
     PRIMARY KEY (print_run_id, number)
   )`,
];
