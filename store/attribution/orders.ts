import { sql } from 'kysely';
import type { Clock } from '../../engine/clock.ts';
import type { FigureQuery } from '../figures/index.ts';
import { foldOrders, IS_TRADE, TRADE_COLUMNS, type Trade, type TradedOrder } from '../trades.ts';

/** An order, however often and by whatever way it was reported. */
export interface Order extends Pick<TradedOrder<Trade>, 'order' | 'paid' | 'isGivenBack' | 'reports'> {
  /** The events that told of it, refunds left out. */
  readonly eventIds: readonly string[];
  /** To which it was told first. */
  readonly journeyId: string;
  readonly holdout: boolean;
  /** Campaign milliseconds. */
  readonly at: number;
  /** When it was at the latest: where a shop told the day alone (`day`), that day's end, which is half a day after its noon. */
  readonly until: number;
}

interface Report extends Trade {
  readonly holdout: boolean;
  readonly at: number;
  readonly until: number;
}

const DAY = 86_400_000;

/** A campaign's orders, each once (`foldOrders`). */
export async function ordersOf({ store, campaignId }: FigureQuery): Promise<Order[]> {
  const { rows } = await sql<Report & { clock: Clock; isDayAlone: boolean }>`
    SELECT j.id AS "journeyId", j.holdout, c.clock, extract(epoch FROM least(e.at, e.received_at))::float8 * 1000 AS at, e.data ? 'day' AS "isDayAlone", ${TRADE_COLUMNS}
      FROM events e JOIN journeys j ON j.id = coalesce(e.journey_id, e.campaign_id || '/' || e.prospect_id) JOIN campaigns c ON c.id = j.campaign_id
     WHERE e.campaign_id = ${campaignId} AND ${IS_TRADE}
     ORDER BY e.id`.execute(store);
  const reports = rows.map(({ clock: { epoch, speed }, isDayAlone, ...report }) => {
    const at = epoch + (report.at - epoch) * speed;
    return { ...report, at, until: isDayAlone ? at + (DAY / 2) * speed : at };
  });
  return foldOrders(reports).map(({ sales, ...order }) => {
    const [{ journeyId, holdout }] = sales;
    const { at, until } = sales.reduce((one, other) => (other.at < one.at ? other : one));
    return { ...order, eventIds: sales.map(({ eventId }) => eventId), journeyId, holdout, at, until };
  });
}

/** The events of what was bought or redeemed and wholly given back: they reach no goal, and answer no choice. */
export function givenBackIn(orders: readonly Order[]): string[] {
  return orders.flatMap(({ eventIds, isGivenBack }) => (isGivenBack ? eventIds : []));
}
