import { sql } from 'kysely';
import type { Store } from '../connect.ts';
import { additionsOf } from './additions.ts';
import { countedJourneys, type CountedJourney } from './journey-facts.ts';

/** Journeys counted anew in one transaction. */
const BATCH = 2_000;

export interface AdvanceOptions {
  /** Milliseconds after which to stop, with what is left for the next time; all unless said. With it, who comes while another counts waits for nobody. */
  readonly atMost?: number;
}

/**
 * Brings the figures up to date: counts anew the journeys of which something has changed, and adds the difference to their campaigns' sums. As many processes as
 * there are may call it at the same time; one counts, the others wait. It goes once through what has changed, in order of journey: however much comes in meanwhile, it ends.
 *
 * @returns how many journeys were counted anew, and whether all is counted that had changed before the call.
 * @example
 * await advanceFigures(store);
 * const steps = await funnelOf(store, 'spring-2027');
 */
export async function advanceFigures(store: Store, { atMost }: AdvanceOptions = {}): Promise<{ journeys: number; isCurrent: boolean }> {
  const until = atMost === undefined ? Infinity : performance.now() + atMost;
  let journeys = 0;
  for (let after = ''; ; ) {
    const counted = await advanceOnce(store, { after, isImpatient: atMost !== undefined });
    if (counted === 'busy') return { journeys, isCurrent: false };
    journeys += counted.length;
    if (counted.length < BATCH) return { journeys, isCurrent: true };
    if (performance.now() >= until) return { journeys, isCurrent: false };
    after = counted.at(-1)!;
  }
}

/** What a journey adds, as it is kept: count and amount by `<figure> <key>`. */
type Adds = Record<string, [count: number, amount: number]>;

/** @returns the journeys that were counted, in order of id. */
function advanceOnce(store: Store, { after, isImpatient }: { readonly after: string; readonly isImpatient: boolean }): Promise<string[] | 'busy'> {
  return store.transaction().execute(async (transaction) => {
    const lock = sql`hashtextextended(current_schema() || '.figures', 0)`;
    if (isImpatient) {
      const { rows } = await sql<{ taken: boolean }>`SELECT pg_try_advisory_xact_lock(${lock}) AS taken`.execute(transaction);
      if (!rows[0]!.taken) return 'busy';
    } else await sql`SELECT pg_advisory_xact_lock(${lock})`.execute(transaction);
    // What is seen to have changed is committed; each statement from here on sees at least that.
    const { rows } = await sql<{ id: string }>`
      WITH changed AS (SELECT DISTINCT journey_id FROM figure_changes WHERE journey_id > ${after} ORDER BY journey_id LIMIT ${BATCH}), taken AS (
        DELETE FROM figure_changes WHERE journey_id IN (SELECT journey_id FROM changed)
      )
      SELECT journey_id AS id FROM changed ORDER BY journey_id`.execute(transaction);
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0) await countAnew(transaction, ids);
    return ids;
  });
}

async function countAnew(transaction: Store, ids: readonly string[]): Promise<void> {
  const before = await transaction.selectFrom('journey_figures').selectAll().where('journey_id', 'in', ids).execute();
  const now = (await countedJourneys(transaction, ids)).map((journey) => ({ journey_id: journey.id, campaign_id: journey.campaignId, adds: addsOf(journey) }));
  const sums = new Map<string, Adds>();
  for (const { campaign_id, adds } of before) sumUp(sums, { campaign_id, adds, sign: -1 });
  for (const { campaign_id, adds } of now) sumUp(sums, { campaign_id, adds, sign: 1 });
  const changes = [...sums].flatMap(([campaign_id, adds]) =>
    Object.entries(adds).flatMap(([name, [count, amount]]) => {
      const space = name.indexOf(' ');
      return count === 0 && amount === 0 ? [] : [{ campaign_id, figure: name.slice(0, space), key: name.slice(space + 1), count, amount }];
    }),
  );
  await sql`
    WITH gone AS (DELETE FROM journey_figures WHERE journey_id = ANY(${ids.filter((id) => !now.some(({ journey_id }) => journey_id === id))}::text[]))
    INSERT INTO journey_figures (journey_id, campaign_id, adds)
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(now)}::jsonb) AS r (journey_id text, campaign_id text, adds jsonb)
    ON CONFLICT (journey_id) DO UPDATE SET adds = excluded.adds`.execute(transaction);
  await sql`
    INSERT INTO figures AS f (campaign_id, figure, key, count, amount)
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS r (campaign_id text, figure text, key text, count bigint, amount bigint)
    ON CONFLICT (campaign_id, figure, key) DO UPDATE SET count = f.count + excluded.count, amount = f.amount + excluded.amount`.execute(transaction);
}

function addsOf(journey: CountedJourney): Adds {
  const adds: Adds = {};
  additionsOf(journey, (figure, key, { count = 1, amount = 0 } = {}) => {
    const sum = (adds[`${figure} ${JSON.stringify(key)}`] ??= [0, 0]);
    sum[0] += count;
    sum[1] += Math.round(amount * 10_000);
  });
  return adds;
}

function sumUp(sums: Map<string, Adds>, { campaign_id, adds, sign }: { campaign_id: string; adds: Adds; sign: 1 | -1 }): void {
  const campaign = sums.get(campaign_id) ?? {};
  sums.set(campaign_id, campaign);
  for (const [name, [count, amount]] of Object.entries(adds)) {
    const sum = (campaign[name] ??= [0, 0]);
    sum[0] += sign * count;
    sum[1] += sign * amount;
  }
}
