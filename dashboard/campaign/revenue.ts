import { sql } from 'kysely';
import { ordersOf } from '../../store/attribution/index.ts';
import type { Store } from '../../store/index.ts';
import { revenueOf, type CampaignReport } from '../../store/report.ts';

type Revenue = CampaignReport['revenue'];

/** Campaigns whose revenue is kept. */
const MOST = 50;

/**
 * What a campaign's orders brought, folded again only when something was bought, redeemed or given back since: a page that is refreshed each second reads a
 * campaign's trades seldom.
 */
export function createRevenueReader(store: Store): (campaignId: string) => Promise<Revenue> {
  const known = new Map<string, { readonly mark: string; readonly revenue: Revenue }>();
  return async (campaignId) => {
    const mark = await markOf(store, campaignId);
    const kept = known.get(campaignId);
    const revenue = kept?.mark === mark ? kept.revenue : revenueOf(await ordersOf({ store, campaignId }));
    known.delete(campaignId);
    known.set(campaignId, { mark, revenue });
    for (const oldest of known.keys()) {
      if (known.size <= MOST) break;
      known.delete(oldest);
    }
    return revenue;
  };
}

/** A word that changes with a campaign's trades: one more, one judged to be a machine's, one erased. */
async function markOf(store: Store, campaignId: string): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    SELECT concat_ws(' ', max(id), count(*) FILTER (WHERE evidence <> 'bot')) AS mark FROM events WHERE campaign_id = ${campaignId} AND kind IN ('purchase', 'redeem', 'refund')`.execute(store);
  return rows[0]!.mark;
}
