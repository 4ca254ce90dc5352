import { sql } from 'kysely';
import type { Clock } from '../../engine/clock.ts';
import type { FigureQuery } from '../figures/index.ts';

/** An order, however often and by whatever way it was reported. */
export interface Order {
  /** The shop's number; `voucher <code>` for a voucher that was redeemed and of whose order nobody told. */
  readonly order: string;
  readonly journeyId: string;
  readonly holdout: boolean;
  /** Campaign milliseconds. */
  readonly at: number;
  /** What was paid, and what was given back of it; none for a redemption whose amount nobody told. */
  readonly paid?: { readonly amount: number; readonly refunded: number; readonly currency: string };
  /** Nothing of it is left: it counts as no order. */
  readonly isGivenBack: boolean;
  /** By how many events it was told, refunds among them. */
  readonly reports: number;
}

interface Report {
  readonly id: string;
  readonly eventId: string;
  readonly kind: 'purchase' | 'redeem' | 'refund';
  readonly journeyId: string;
  readonly holdout: boolean;
  readonly at: number;
  readonly order: string | null;
  readonly voucher: string | null;
  readonly refund: string | null;
  readonly amount: number | null;
  readonly currency: string | null;
}

/**
 * A campaign's orders, each once: a purchase that is reported twice, comes by file and by API, or was told to two journeys of a person is one order, and so is the redemption
 * of a voucher that names the order or is named by its purchase. The first report holds. Refunds are taken off in the order's own currency, a refund once; those of
 * an order that nobody has reported yet wait for it.
 */
export async function ordersOf({ store, campaignId }: FigureQuery): Promise<Order[]> {
  const { rows } = await sql<Report & { clock: Clock }>`
    SELECT e.id, e.event_id AS "eventId", e.kind, j.id AS "journeyId", j.holdout, c.clock, extract(epoch FROM least(e.at, e.received_at))::float8 * 1000 AS at,
           e.data->>'order' AS "order", upper(regexp_replace(e.data->>'voucher', '[\\s-]', '', 'g')) AS voucher, e.data->>'refund' AS refund,
           CASE jsonb_typeof(e.data->'amount') WHEN 'number' THEN (e.data->>'amount')::float8 END AS amount, e.data->>'currency' AS currency
      FROM events e JOIN journeys j ON j.id = coalesce(e.journey_id, e.campaign_id || '/' || e.prospect_id) JOIN campaigns c ON c.id = j.campaign_id
     WHERE e.campaign_id = ${campaignId} AND e.kind IN ('purchase', 'redeem', 'refund') AND e.evidence <> 'bot'
     ORDER BY e.id`.execute(store);
  return foldOrders(rows.map(({ clock, ...report }) => ({ ...report, at: clock.epoch + (report.at - clock.epoch) * clock.speed })));
}

function foldOrders(reports: readonly Report[]): Order[] {
  const orderOfVoucher = new Map(reports.flatMap(({ voucher, order }) => (voucher !== null && order !== null ? [[voucher, order] as const] : [])));
  const byOrder = new Map<string, Report[]>();
  for (const report of reports) {
    const named = report.order ?? (report.voucher === null ? undefined : (orderOfVoucher.get(report.voucher) ?? `voucher ${report.voucher}`));
    // An order without a number is its own: nothing tells it from another.
    const key = named ?? `event ${report.eventId}`;
    byOrder.set(key, [...(byOrder.get(key) ?? []), report]);
  }
  return [...byOrder].flatMap(([order, told]) => {
    const sales = told.filter(({ kind }) => kind !== 'refund');
    const [first] = sales;
    if (!first) return [];
    const sale = sales.find(({ amount, currency }) => amount !== null && currency !== null);
    const paid = sale && { amount: sale.amount!, refunded: Math.min(sale.amount!, refundsOf(told, sale.currency!)), currency: sale.currency! };
    const { journeyId, holdout } = first;
    return [{ order, journeyId, holdout, at: Math.min(...sales.map(({ at }) => at)), ...(paid ? { paid } : {}), isGivenBack: paid !== undefined && paid.refunded > 0 && paid.refunded >= paid.amount - 1e-9, reports: told.length }];
  });
}

/** A refund told to two journeys, or twice under its own number, is one. */
function refundsOf(told: readonly Report[], currency: string): number {
  const refunds = new Map(told.filter((one) => one.kind === 'refund' && one.currency === currency).map((one) => [one.refund ?? one.eventId.replace(`@${one.journeyId}`, ''), one.amount ?? 0]));
  return [...refunds.values()].reduce((sum, amount) => sum + amount, 0);
}
