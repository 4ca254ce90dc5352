import { sql, type Kysely } from 'kysely';

/** Figures that are kept up as things happen, so that a page need not count a million events (docs/decisions/0025-figures-by-journey.md). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const ON_INSERT: readonly [table: string, journeys: string][] = [
  ['journeys', 'SELECT id FROM fresh'],
  ['touches', 'SELECT journey_id FROM fresh'],
  ['mailpieces', 'SELECT DISTINCT t.journey_id FROM fresh JOIN touches t ON t.id = fresh.touch_id'],
  ['events', `SELECT DISTINCT coalesce(journey_id, campaign_id || '/' || prospect_id) FROM fresh WHERE journey_id IS NOT NULL OR campaign_id || prospect_id IS NOT NULL`],
];

/** Which changes count, and whose journeys they concern. Of an event one may: what is taken for a machine's after all (docs/decisions/0020-clicks-wait-ten-seconds.md). */
const ON_UPDATE: readonly [table: string, columns: readonly string[], journeys: string][] = [
  ['journeys', ['status', 'outcome', 'holdout'], 'VALUES (NEW.id)'],
  ['touches', ['status', 'why', 'variant', 'cost', 'campaign_at'], 'VALUES (NEW.journey_id)'],
  ['events', ['evidence'], `SELECT coalesce(NEW.journey_id, NEW.campaign_id || '/' || NEW.prospect_id) WHERE NEW.journey_id IS NOT NULL OR NEW.campaign_id || NEW.prospect_id IS NOT NULL`],
  ['mailpieces', ['status', 'print_run_id', 'in_home', 'in_home_estimate', 'in_home_evidence'], 'SELECT journey_id FROM touches WHERE id = NEW.touch_id'],
  ['print_runs', ['handed_over_at'], 'SELECT DISTINCT t.journey_id FROM mailpieces m JOIN touches t ON t.id = m.touch_id WHERE m.print_run_id = NEW.id'],
];

/** What an erasure takes away. */
const ON_DELETE: readonly [table: string, journeys: string][] = [
  ['journeys', 'SELECT id FROM gone'],
  ['touches', 'SELECT DISTINCT journey_id FROM gone'],
  ['events', `SELECT DISTINCT coalesce(journey_id, campaign_id || '/' || prospect_id) FROM gone WHERE journey_id IS NOT NULL OR campaign_id || prospect_id IS NOT NULL`],
];

const STATEMENTS = [
  // Journeys of which something has changed since their figures were written. A row is written in the transaction of the change and taken out by who sees it: whichever order
  // transactions commit in, none is passed over.
  `CREATE TABLE figure_changes (journey_id text NOT NULL)`,
  // What each journey adds to its campaign's figures: {"<figure> <key>": [count, amount]}, the key a JSON array, the amount in ten-thousandths of the currency.
  `CREATE TABLE journey_figures (
     journey_id text PRIMARY KEY,
     campaign_id text NOT NULL,
     adds jsonb NOT NULL
   )`,
  // The sums of what journeys add.
  `CREATE TABLE figures (
     campaign_id text NOT NULL,
     figure text NOT NULL,
     key text NOT NULL,
     count bigint NOT NULL,
     amount bigint NOT NULL,
     PRIMARY KEY (campaign_id, figure, key)
   )`,
  ...ON_INSERT.flatMap(([table, journeys]) => [
    `CREATE FUNCTION ${table}_inserted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO figure_changes ${journeys}; RETURN NULL; END $$`,
    `CREATE TRIGGER figures_on_insert AFTER INSERT ON ${table} REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION ${table}_inserted()`,
  ]),
  ...ON_UPDATE.flatMap(([table, columns, journeys]) => [
    `CREATE FUNCTION ${table}_updated() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO figure_changes ${journeys}; RETURN NULL; END $$`,
    `CREATE TRIGGER figures_on_update AFTER UPDATE OF ${columns.join(', ')} ON ${table} FOR EACH ROW
       WHEN ((${columns.map((column) => `OLD.${column}`).join(', ')}) IS DISTINCT FROM (${columns.map((column) => `NEW.${column}`).join(', ')})) EXECUTE FUNCTION ${table}_updated()`,
  ]),
  ...ON_DELETE.flatMap(([table, journeys]) => [
    `CREATE FUNCTION ${table}_deleted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO figure_changes ${journeys}; RETURN NULL; END $$`,
    `CREATE TRIGGER figures_on_delete AFTER DELETE ON ${table} REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION ${table}_deleted()`,
  ]),
  // What is on record already.
  `INSERT INTO figure_changes SELECT id FROM journeys`,
  // Of what a shop reports about a person, and not about a journey.
  `CREATE INDEX events_person ON events ((campaign_id || '/' || prospect_id)) WHERE journey_id IS NULL AND prospect_id IS NOT NULL`,
  // The order that a refund is of.
  `CREATE INDEX events_order ON events ((data->>'order')) WHERE kind = 'purchase'`,
  // A campaign's events, and those of a kind, newest first.
  `CREATE INDEX events_feed ON events (campaign_id, id)`,
  `DROP INDEX events_campaign`,
  `CREATE INDEX events_campaign ON events (campaign_id, kind, id)`,
];
