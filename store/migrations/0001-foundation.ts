import { sql, type Kysely } from 'kysely';

/** The foundation: people, campaigns, what was done to them, what they did. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // What we know of a person, apart from who they are: journeys and analysis read facts, only the activities that address a piece read identities.
  `CREATE TABLE prospects (
     id text PRIMARY KEY,
     facts jsonb NOT NULL DEFAULT '{}',
     locale text NOT NULL DEFAULT 'fr-FR',
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE TABLE identities (
     prospect_id text PRIMARY KEY REFERENCES prospects ON DELETE CASCADE,
     title text, first_name text, last_name text,
     address_line text, address_complement text, postcode text, city text, country text NOT NULL DEFAULT 'FR',
     email text
   )`,
  // Append only: the newest row of a prospect and medium is in force.
  `CREATE TABLE consents (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     prospect_id text NOT NULL REFERENCES prospects ON DELETE CASCADE,
     medium text NOT NULL CHECK (medium IN ('print', 'email', 'social')),
     granted boolean NOT NULL,
     source text NOT NULL,
     at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE INDEX consents_latest ON consents (prospect_id, medium, id DESC)`,
  `CREATE TABLE suppressions (
     prospect_id text NOT NULL REFERENCES prospects ON DELETE CASCADE,
     medium text NOT NULL CHECK (medium IN ('print', 'email', 'social')),
     reason text NOT NULL,
     at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (prospect_id, medium)
   )`,
  `CREATE TABLE campaigns (
     id text PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
     scenario text NOT NULL,
     version integer NOT NULL,
     goal text[] NOT NULL,
     clock jsonb NOT NULL,
     holdout double precision NOT NULL CHECK (holdout >= 0 AND holdout < 1),
     seed text NOT NULL,
     pace double precision NOT NULL,
     print_every_ms bigint NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE TABLE journeys (
     id text PRIMARY KEY,
     campaign_id text NOT NULL REFERENCES campaigns,
     prospect_id text NOT NULL REFERENCES prospects,
     holdout boolean NOT NULL,
     -- entered: known to the campaign; started: its workflow runs; ended
     status text NOT NULL DEFAULT 'entered' CHECK (status IN ('entered', 'started', 'ended')),
     outcome text,
     ended_by text,
     entered_at timestamptz NOT NULL DEFAULT now(),
     started_at timestamptz,
     ended_at timestamptz,
     UNIQUE (campaign_id, prospect_id)
   )`,
  `CREATE INDEX journeys_prospect ON journeys (prospect_id)`,
  `CREATE TABLE touches (
     -- <journey id>/<message>/<occurrence>: the idempotency key
     id text PRIMARY KEY,
     journey_id text NOT NULL REFERENCES journeys,
     message text NOT NULL,
     medium text NOT NULL CHECK (medium IN ('print', 'email', 'social')),
     -- sending: given to a provider, answer not seen yet; looked up there before it is sent again
     status text NOT NULL CHECK (status IN ('sending', 'sent', 'not-sent')),
     why text NOT NULL,
     props jsonb NOT NULL,
     variant text, policy text, propensity double precision,
     -- in the campaign's currency
     cost numeric(12, 4) NOT NULL DEFAULT 0,
     provider text, provider_id text,
     -- while sending: until then another attempt may be under way
     lease_until timestamptz,
     at timestamptz NOT NULL DEFAULT now(),
     -- the campaign's clock
     campaign_at timestamptz NOT NULL
   )`,
  `CREATE INDEX touches_journey ON touches (journey_id)`,
  `CREATE TABLE links (
     -- 10 symbols of 31, upper case
     token text PRIMARY KEY,
     touch_id text NOT NULL REFERENCES touches,
     journey_id text NOT NULL REFERENCES journeys,
     -- qr and purl open a personal page, click redirects, unsubscribe withdraws
     kind text NOT NULL CHECK (kind IN ('qr', 'purl', 'click', 'unsubscribe')),
     name text NOT NULL,
     -- for qr and purl the name of the scenario's page, for click a URL
     target text NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     UNIQUE (touch_id, kind, name)
   )`,
  `CREATE TABLE print_runs (
     -- <campaign id>/<cut-off in campaign time, ISO date and time>
     id text PRIMARY KEY,
     campaign_id text NOT NULL REFERENCES campaigns,
     cut_off timestamptz NOT NULL,
     status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'closed', 'printed', 'handed-over')),
     pieces integer,
     pdf text, manifest text,
     handed_over_at timestamptz,
     created_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE TABLE mailpieces (
     touch_id text PRIMARY KEY REFERENCES touches,
     print_run_id text NOT NULL REFERENCES print_runs,
     status text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'recalled', 'printed')),
     first_page integer, last_page integer,
     sha256 text,
     -- why it could not be printed, for the operator: names a field, never what is in it
     problem text,
     in_home_estimate timestamptz NOT NULL,
     queued_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE INDEX mailpieces_run ON mailpieces (print_run_id, touch_id)`,
  // Append only, but for the signalling columns. What was received is a row here before its sender is answered.
  `CREATE TABLE events (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     event_id text NOT NULL UNIQUE,
     kind text NOT NULL,
     evidence text NOT NULL,
     journey_id text, campaign_id text, prospect_id text,
     -- <message>/<occurrence> within the journey
     touch text,
     data jsonb NOT NULL DEFAULT '{}',
     source text NOT NULL,
     -- real time, as the sender gave it; received_at is ours
     at timestamptz NOT NULL,
     received_at timestamptz NOT NULL DEFAULT now(),
     -- pending: to be signalled; done; kept: recorded, not meant for the journey (a bot, a repeat, a bare hit, a holdout's purchase);
     -- late: the journey had ended; unknown: no such journey
     signal text NOT NULL CHECK (signal IN ('pending', 'done', 'kept', 'late', 'unknown')),
     signal_attempts integer NOT NULL DEFAULT 0,
     signal_error text,
     signal_after timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE INDEX events_pending ON events (signal_after) WHERE signal = 'pending'`,
  `CREATE INDEX events_journey ON events (journey_id, touch, kind)`,
  `CREATE INDEX events_campaign ON events (campaign_id, kind)`,
  // Mailgun webhook tokens seen, so that a captured webhook can't be played again.
  `CREATE TABLE webhook_tokens (
     token text PRIMARY KEY,
     event_id text NOT NULL,
     seen_at timestamptz NOT NULL DEFAULT now()
   )`,
];
