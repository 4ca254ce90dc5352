import { sql, type Kysely } from 'kysely';

/** Campaigns that people enter by an event, and what a frequency cap counts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // entry: the event that lets people in, none where there is an audience. reentry_after_ms, campaign time: 0 each time, none never again.
  `ALTER TABLE campaigns
     ADD entry text,
     ADD reentry_after_ms bigint,
     -- open; paused: entered and not started before it is resumed; closed: nobody enters any more
     ADD entries text CHECK (entries IN ('open', 'paused', 'closed')),
     ADD CHECK ((entry IS NULL) = (entries IS NULL))`,
  `CREATE INDEX campaigns_entry ON campaigns (entry, created_at DESC) WHERE entry IS NOT NULL`,
  `ALTER TABLE journeys
     -- what the entry was about, such as an order; none for journeys of an audience
     ADD key text CHECK (key !~ '/'),
     -- what the entry event said, and what was answered since: the journey's own facts, over the prospect's
     ADD facts jsonb NOT NULL DEFAULT '{}',
     -- while it is to be started by a tracker: not again before then
     ADD start_after timestamptz NOT NULL DEFAULT now(),
     ADD start_attempts integer NOT NULL DEFAULT 0,
     ADD start_error text,
     DROP CONSTRAINT journeys_campaign_id_prospect_id_key`,
  `CREATE INDEX journeys_campaign_prospect ON journeys (campaign_id, prospect_id)`,
  `CREATE INDEX journeys_to_start ON journeys (start_after) WHERE status = 'entered' AND key IS NOT NULL AND NOT holdout`,
  // A slash ends a segment of a journey's id. Not valid: what an earlier version let in stays.
  `ALTER TABLE prospects ADD CONSTRAINT prospects_id_is_a_segment CHECK (id !~ '/') NOT VALID`,
];
