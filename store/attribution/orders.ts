import { sql } from 'kysely';
import type { Clock } from '../../engine/clock.ts';
import type { FigureQuery } from '../figures/index.ts';
import { foldOrders, IS_TRADE, TRADE_COLUMNS, type Trade, type TradedOrder } from '../trades.ts';

/** An order, however often and by whatever way it was reported. */
export interface Order extends Pick<TradedOrder<Trade>, 'order' | 'paid' | 'isGivenBack' | 'reports'> {
  /** To which it was told first. */
  readonly journeyId: string;
  readonly holdout: boolean;
  /** Campaign milliseconds. */
  readonly at: number;
}

interface Report extends Trade {
  readonly holdout: boolean;
  readonly at: number;
}

/** A campaign's orders, each once (`foldOrders`). */
export async function ordersOf({ store, campaignId }: FigureQuery): Promise<Order[]> {
  const { rows } = await sql<Report & { clock: Clock }>`
    SELECT j.id AS "journeyId", j.holdout, c.clock, extract(epoch FROM least(e.at, e.received_at))::float8 * 1000 AS at, ${TRADE_COLUMNS}
      FROM events e JOIN journeys j ON j.id = coalesce(e.journey_id, e.campaign_id || '/' || e.prospect_id) JOIN campaigns c ON c.id = j.campaign_id
     WHERE e.campaign_id = ${campaignId} AND ${IS_TRADE}
     ORDER BY e.id`.execute(store);
  const reports = rows.map(({ clock, ...report }) => ({ ...report, at: clock.epoch + (report.at - clock.epoch) * clock.speed }));
  return foldOrders(reports).map(({ sales, ...order }) => ({ ...order, journeyId: sales[0].journeyId, holdout: sales[0].holdout, at: Math.min(...sales.map(({ at }) => at)) }));
}
