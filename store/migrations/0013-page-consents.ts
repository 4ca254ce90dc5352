import { sql, type Kysely } from 'kysely';

/** Consents asked by personal pages, whose mailbox is to be proven; links that were taken back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `CREATE TABLE consent_requests (
     -- made of the link and the form, so that a form sent twice asks once
     id text PRIMARY KEY,
     -- in the mail's link: 10 symbols of 31, upper case
     token text NOT NULL UNIQUE,
     prospect_id text NOT NULL REFERENCES prospects ON DELETE CASCADE,
     journey_id text NOT NULL,
     touch text NOT NULL,
     -- such as boiler-renewal.v1, to find the brand that asks
     scenario_version text NOT NULL,
     -- what is agreed to once the mailbox is proven: [{ medium, wording }]
     consents jsonb NOT NULL,
     -- which way it came, such as personal-page:boiler-check
     source text NOT NULL,
     email text NOT NULL,
     locale text NOT NULL,
     -- asked: a mail is to go out; sent; failed: it could not; confirmed
     status text NOT NULL DEFAULT 'asked' CHECK (status IN ('asked', 'sent', 'failed', 'confirmed')),
     asked_at timestamptz NOT NULL DEFAULT now(),
     expires_at timestamptz NOT NULL,
     confirmed_at timestamptz,
     -- while its workflow is to be started by a tracker: not again before then
     started boolean NOT NULL DEFAULT false,
     start_after timestamptz NOT NULL DEFAULT now(),
     start_attempts integer NOT NULL DEFAULT 0,
     start_error text
   )`,
  `CREATE INDEX consent_requests_prospect ON consent_requests (prospect_id, asked_at DESC)`,
  `CREATE INDEX consent_requests_email ON consent_requests (email, asked_at DESC)`,
  `CREATE INDEX consent_requests_to_start ON consent_requests (start_after) WHERE NOT started`,
  // its page is closed from then on; withdrawing by it goes on working
  `ALTER TABLE links ADD revoked_at timestamptz`,
];
