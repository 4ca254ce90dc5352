import { sql } from 'kysely';
import type { Store } from '../../store/connect.ts';

export const CAMPAIGN = 'bench';
/** Events a person: hits, answers and what carriers report. */
const EACH = 10;

/**
 * A campaign of a tenth as many people as events, filled by Postgres itself: a card each, a mail with two variants for four in ten, a tenth held out. Hits of machines, repeats,
 * purchases and refunds are among the events.
 */
export async function fillCampaign(store: Store, events: number): Promise<void> {
  const people = Math.ceil(events / EACH);
  const statements = [
    sql`INSERT INTO campaigns (id, scenario, version, goal, clock, holdout, seed, pace, print_every_ms) VALUES (${CAMPAIGN}, 'boiler-renewal', 1, '{purchase,redeem}', '{"epoch": 0, "speed": 1}', 0.1, 's', 50, 86400000)`,
    sql`INSERT INTO print_runs (id, campaign_id, cut_off, handed_over_at) VALUES ('bench/run', ${CAMPAIGN}, now() - interval '60 days', now() - interval '60 days')`,
    sql`INSERT INTO prospects (id) SELECT 'p-' || lpad(n::text, 7, '0') FROM generate_series(0, ${people - 1}::int) n`,
    sql`INSERT INTO journeys (id, campaign_id, prospect_id, holdout, status, outcome)
        SELECT ${CAMPAIGN} || '/' || id, ${CAMPAIGN}, id, n % 10 = 9, CASE WHEN n % 10 = 9 THEN 'entered' WHEN n % 3 = 0 THEN 'ended' ELSE 'started' END, CASE WHEN n % 10 <> 9 AND n % 3 = 0 THEN CASE n % 4 WHEN 0 THEN 'converted' ELSE 'silent' END END
          FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM prospects) p`,
    sql`INSERT INTO touches (id, journey_id, message, medium, status, why, props, variant, cost, campaign_at)
        SELECT id || '/card/1', id, 'card', 'print', 'sent', 'sent', '{}'::jsonb, NULL, 0.62, now() - interval '64 days' + random() * interval '1 day' FROM journeys WHERE NOT holdout
        UNION ALL
        SELECT id || '/thanks/1', id, 'thanks', 'email', 'sent', 'sent', '{}'::jsonb, (ARRAY['warm', 'factual'])[1 + (hashtext(id) & 1)], 0.002, now() - interval '50 days' + random() * interval '30 days' FROM journeys WHERE NOT holdout AND hashtext(id) % 10 < 4`,
    sql`INSERT INTO mailpieces (touch_id, print_run_id, status, in_home_estimate) SELECT id, 'bench/run', 'printed', now() - interval '57 days' FROM touches WHERE medium = 'print'`,
    sql`INSERT INTO events (event_id, kind, evidence, journey_id, campaign_id, prospect_id, touch, data, source, at, received_at, signal)
        SELECT 'e-' || n, kind, CASE WHEN n % 7 = 0 AND kind <> 'purchase' THEN 'bot' ELSE 'human' END, ${CAMPAIGN} || '/' || p, ${CAMPAIGN}, p,
               CASE kind WHEN 'click' THEN 'thanks/1' WHEN 'purchase' THEN NULL WHEN 'refund' THEN NULL ELSE 'card/1' END,
               CASE WHEN kind IN ('purchase', 'refund') THEN jsonb_build_object('order', p, 'amount', 149.9, 'currency', 'EUR') ELSE '{}'::jsonb END, 'bench', at, at, 'kept'
          FROM (SELECT n, 'p-' || lpad((n % ${people}::int)::text, 7, '0') AS p, now() - interval '57 days' + power(random(), 2) * interval '40 days' AS at,
                       CASE WHEN n % 97 = 0 THEN 'purchase' WHEN n % 997 = 1 THEN 'refund' WHEN n % 11 = 0 THEN 'reply' WHEN n % 5 = 0 THEN 'click' WHEN n % 3 = 0 THEN 'visit' ELSE 'scan' END AS kind
                  FROM generate_series(1, ${events}::int) n) made`,
    sql`ANALYZE`,
  ];
  for (const statement of statements) await statement.execute(store);
}
