import { sql, type Kysely } from 'kysely';

/** Which policy chooses at each point of a campaign, what was chosen by it, what operators set, and whom they write to no more. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // Snapshots, never changed: the hash is of everything in one.
  `CREATE TABLE policies (
     hash text PRIMARY KEY,
     snapshot jsonb NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE TABLE policies_in_force (
     campaign_id text NOT NULL REFERENCES campaigns,
     -- a message's name, or the name given to journey.choose
     point text NOT NULL,
     -- as the path names them; a version with other arms has a policy of its own
     arms text[] NOT NULL,
     policy text NOT NULL REFERENCES policies,
     -- print: learned anew once a batch
     medium text,
     -- an operator has set something since: to be learned anew before it decides again
     stale boolean NOT NULL DEFAULT false,
     since timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (campaign_id, point, arms)
   )`,
  // Append only: each policy that came into force.
  `CREATE TABLE policy_changes (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     campaign_id text NOT NULL REFERENCES campaigns,
     point text NOT NULL,
     arms text[] NOT NULL,
     policy text NOT NULL REFERENCES policies,
     -- the campaign's clock
     campaign_at timestamptz NOT NULL,
     at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE INDEX policy_changes_point ON policy_changes (campaign_id, point, id)`,
  // Mailpieces that are printed together are chosen by one policy: that of the first of them.
  `CREATE TABLE batch_policies (
     -- id of the first print run of a campaign, format and cut-off
     batch text NOT NULL,
     point text NOT NULL,
     arms text[] NOT NULL,
     policy text NOT NULL REFERENCES policies,
     PRIMARY KEY (batch, point, arms)
   )`,
  // Append only: what operators set, the log of it.
  `CREATE TABLE policy_overrides (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     campaign_id text NOT NULL REFERENCES campaigns,
     point text NOT NULL,
     -- {weights}, {stop: arm}, {start: arm} or {learn: true}, which takes back what was set before
     override jsonb NOT NULL,
     by text NOT NULL,
     because text NOT NULL,
     at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE INDEX policy_overrides_point ON policy_overrides (campaign_id, point, id)`,
  // Campaign and policy are no foreign keys: every decision would lock the same two rows.
  `CREATE TABLE decisions (
     -- <journey id>/<point>/<occurrence>: the idempotency key; of a touch's variant the touch's id
     id text PRIMARY KEY,
     journey_id text NOT NULL REFERENCES journeys,
     campaign_id text NOT NULL,
     point text NOT NULL,
     arm text NOT NULL,
     policy text NOT NULL,
     propensity double precision NOT NULL,
     -- of every arm
     propensities jsonb NOT NULL,
     -- those that the policy went by
     facts jsonb NOT NULL DEFAULT '{}',
     -- of a mailpiece: see batch_policies
     batch text,
     -- the campaign's clock
     campaign_at timestamptz NOT NULL,
     at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE INDEX decisions_point ON decisions (campaign_id, point)`,
  `CREATE INDEX decisions_journey ON decisions (journey_id)`,
  // Whom an operator has this campaign write to no more, until it is ended.
  `CREATE TABLE dropped_segments (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     campaign_id text NOT NULL REFERENCES campaigns,
     -- such as boilerAge<5; in the reason of touches that are not made: dropped:<rule>
     rule text NOT NULL,
     fact text NOT NULL,
     op text NOT NULL CHECK (op IN ('=', '!=', '<', '<=', '>', '>=', 'in')),
     value jsonb NOT NULL,
     -- every medium while null
     medium text CHECK (medium IN ('print', 'email', 'social')),
     by text NOT NULL,
     because text NOT NULL,
     at timestamptz NOT NULL DEFAULT now(),
     ended_at timestamptz, ended_by text, ended_because text
   )`,
  `CREATE INDEX dropped_segments_campaign ON dropped_segments (campaign_id) WHERE ended_at IS NULL`,
];
