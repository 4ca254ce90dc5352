import { sql } from 'kysely';
import { liftOf, type Lift } from '../lift.ts';
import type { FigureQuery } from '../figures/index.ts';
import { ordersOf, type Order } from './orders.ts';
import { segmentOf, segmentsOf } from './segments.ts';

/** A figure with its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What the campaign added to what would have happened anyway. */
export interface Incremental {
  readonly lift: Lift;
  /** People who reached the goal because of it. */
  readonly conversions: Estimate;
  /** Revenue because of it, refunds taken off, by currency. */
  readonly revenue: Readonly<Record<string, Estimate>>;
  readonly cost: number;
  /** Of the revenue in the campaign's currency; none where nothing was spent. */
  readonly roi?: Estimate;
}

interface Group {
  readonly segment: string;
  readonly holdout: boolean;
  readonly of: number;
  readonly converted: number;
  readonly cost: number;
}

/** The 97.5 % point of the normal distribution. */
const Z = 1.959964;

/**
 * What a campaign added, by comparing the treated with those held out at random: the one measure that credits nobody for what people would have bought anyway. Conversions by
 * Newcombe's interval; revenue a person by the difference of means with Welch's variance and the normal distribution, which with a handful of
 * large orders is too narrow. To be asked after `advanceFigures`.
 *
 * @param fact by whose values to tell apart; each value then has a result of its own, beside the whole
 * @returns nothing for a group without holdout
 * @example (await incrementalOf({ store, campaignId: 'spring-2027' })).whole?.conversions // { value: 31, low: 12, high: 50 }
 */
export async function incrementalOf(query: FigureQuery, { fact, currency = 'EUR' }: { readonly fact?: string; readonly currency?: string } = {}): Promise<{ readonly whole?: Incremental; readonly segments?: Readonly<Record<string, Incremental>> }> {
  const [groups, orders] = await Promise.all([groupsOf(query, fact), ordersOf(query)]);
  const bought = orders.filter(({ isGivenBack }) => !isGivenBack);
  const whole = compare(groups, bought, currency);
  if (fact === undefined) return whole ? { whole } : {};
  const segments = await segmentsOf(query, { fact, journeys: bought.map(({ journeyId }) => journeyId) });
  const values = [...new Set(groups.map(({ segment }) => segment))].sort();
  const compared = values.flatMap((value) => {
    const result = compare(groups.filter(({ segment }) => segment === value), bought.filter(({ journeyId }) => segments.get(journeyId) === value), currency);
    return result ? [[value, result] as const] : [];
  });
  return { ...(whole ? { whole } : {}), segments: Object.fromEntries(compared) };
}

async function groupsOf({ store, campaignId }: FigureQuery, fact: string | undefined): Promise<Group[]> {
  const { rows } = await sql<Group>`
    SELECT ${fact === undefined ? sql`'all'` : segmentOf(fact)} AS segment, j.holdout, count(*)::int AS of,
           count(*) FILTER (WHERE f.adds ?| ARRAY['groups ["treated","converted"]', 'groups ["holdout","converted"]'])::int AS converted,
           coalesce(sum((SELECT sum(t.cost) FROM touches t LEFT JOIN mailpieces m ON m.touch_id = t.id WHERE t.journey_id = j.id AND t.status = 'sent' AND m.status IS DISTINCT FROM 'recalled')), 0)::float8 AS cost
      FROM journeys j JOIN prospects p ON p.id = j.prospect_id LEFT JOIN journey_figures f ON f.journey_id = j.id
     WHERE j.campaign_id = ${campaignId} GROUP BY 1, 2`.execute(store);
  return rows;
}

function compare(groups: readonly Group[], orders: readonly Order[], currency: string): Incremental | undefined {
  const group = (holdout: boolean) => {
    const of = groups.filter((one) => one.holdout === holdout);
    return { of: of.reduce((sum, one) => sum + one.of, 0), converted: of.reduce((sum, one) => sum + one.converted, 0) };
  };
  const [treated, holdout] = [group(false), group(true)];
  const lift = liftOf(treated, holdout);
  if (!lift) return undefined;
  const cost = groups.reduce((sum, one) => sum + one.cost, 0);
  const currencies = [...new Set(orders.flatMap(({ paid }) => (paid ? [paid.currency] : [])))].sort();
  const revenue = Object.fromEntries(currencies.map((one) => [one, addedRevenue(orders, { treated: treated.of, holdout: holdout.of, currency: one })]));
  const times = (value: number) => value * treated.of;
  const returned = (value: number) => (value - cost) / cost;
  const own = revenue[currency] ?? { value: 0, low: 0, high: 0 };
  return {
    lift,
    conversions: { value: times(lift.absolute), low: times(lift.interval.low), high: times(lift.interval.high) },
    revenue,
    cost,
    ...(cost > 0 ? { roi: { value: returned(own.value), low: returned(own.low), high: returned(own.high) } } : {}),
  };
}

/** The difference of revenue a person, times the treated. Who bought nothing counts with nothing. */
function addedRevenue(orders: readonly Order[], { treated, holdout, currency }: { treated: number; holdout: number; currency: string }): Estimate {
  const of = (isHoldout: boolean, people: number) => {
    const byJourney = new Map<string, number>();
    for (const { paid, journeyId, holdout: kept } of orders) if (paid?.currency === currency && kept === isHoldout) byJourney.set(journeyId, (byJourney.get(journeyId) ?? 0) + paid.amount - paid.refunded);
    const sums = [...byJourney.values()];
    const mean = sums.reduce((sum, value) => sum + value, 0) / people;
    const squares = sums.reduce((sum, value) => sum + (value - mean) ** 2, 0) + (people - sums.length) * mean ** 2;
    return { mean, error: people > 1 ? squares / (people - 1) / people : Infinity };
  };
  const [one, other] = [of(false, treated), of(true, holdout)];
  const difference = one.mean - other.mean;
  const half = Z * Math.sqrt(one.error + other.error);
  return { value: difference * treated, low: (difference - half) * treated, high: (difference + half) * treated };
}
