import { sql } from 'kysely';

/** What was bought, redeemed or given back, as one event tells it; machines' reports are none. */
export interface Trade {
  readonly kind: 'purchase' | 'redeem' | 'refund';
  readonly eventId: string;
  readonly journeyId: string;
  /** The shop's number. */
  readonly order: string | null;
  /** As it is compared: capitals, without spaces and hyphens. */
  readonly voucher: string | null;
  /** The refund's own number. */
  readonly refund: string | null;
  readonly amount: number | null;
  readonly currency: string | null;
}

/** The columns of a `Trade` that are read from an event `e`; its journey is for the query to say. */
export const TRADE_COLUMNS = sql`
  e.kind, e.event_id AS "eventId", e.data->>'order' AS "order", upper(regexp_replace(e.data->>'voucher', '[\\s-]', '', 'g')) AS voucher, e.data->>'refund' AS refund,
  CASE jsonb_typeof(e.data->'amount') WHEN 'number' THEN (e.data->>'amount')::float8 END AS amount, e.data->>'currency' AS currency`;

/** Which events are trades. */
export const IS_TRADE = sql`(e.kind IN ('purchase', 'redeem', 'refund') AND e.evidence <> 'bot')`;

/** An order with all that was told of it. */
export interface TradedOrder<One extends Trade> {
  /** The shop's number; `voucher <code>` for a voucher that was redeemed and of whose order nobody told. */
  readonly order: string;
  /** Purchases and redemptions, the first told first; there is at least one. */
  readonly sales: readonly [One, ...One[]];
  /** What was paid, and what was given back of it; none for a redemption whose amount nobody told. */
  readonly paid?: { readonly amount: number; readonly refunded: number; readonly currency: string };
  /** Nothing of it is left: it counts as no order. */
  readonly isGivenBack: boolean;
  /** By how many events it was told, refunds among them. */
  readonly reports: number;
}

/**
 * Each order once: a purchase that is reported twice, comes by file and by API, or was told to two journeys of a person is one order, and so is the redemption of a
 * voucher that names the order or is named by its purchase. The first report holds. Refunds are taken off in the order's own currency, a refund once; those of an order that
 * nobody has reported yet wait for it.
 *
 * @param trades in the order in which they were recorded
 */
export function foldOrders<One extends Trade>(trades: readonly One[]): TradedOrder<One>[] {
  const orderOfVoucher = new Map(trades.flatMap(({ voucher, order }) => (voucher !== null && order !== null ? [[voucher, order] as const] : [])));
  const byOrder = new Map<string, One[]>();
  for (const trade of trades) {
    const named = trade.order ?? (trade.voucher === null ? undefined : (orderOfVoucher.get(trade.voucher) ?? `voucher ${trade.voucher}`));
    // An order without a number is its own: nothing tells it from another.
    const order = named ?? `event ${trade.eventId}`;
    const told = byOrder.get(order);
    if (told) told.push(trade);
    else byOrder.set(order, [trade]);
  }
  return [...byOrder].flatMap(([order, told]) => {
    const [first, ...others] = told.filter(({ kind }) => kind !== 'refund');
    if (!first) return [];
    const sales = [first, ...others] as const;
    const sale = sales.find(({ amount, currency }) => amount !== null && currency !== null);
    const paid = sale && { amount: sale.amount!, refunded: Math.min(sale.amount!, refundsOf(told, sale.currency!)), currency: sale.currency! };
    return [{ order, sales, ...(paid ? { paid } : {}), isGivenBack: paid !== undefined && paid.refunded > 0 && paid.refunded >= paid.amount - 1e-9, reports: told.length }];
  });
}

/** A refund told to two journeys, or twice under its own number, is one. */
function refundsOf(told: readonly Trade[], currency: string): number {
  const refunds = new Map(told.filter((one) => one.kind === 'refund' && one.currency === currency).map((one) => [one.refund ?? one.eventId.replace(`@${one.journeyId}`, ''), one.amount ?? 0]));
  return [...refunds.values()].reduce((sum, amount) => sum + amount, 0);
}
