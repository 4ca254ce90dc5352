import { attributionOf, incrementalOf, type Attribution, type Incremental } from '../../store/attribution/index.ts';
import type { Store } from '../../store/connect.ts';
import { campaignFigures, type CampaignFigures } from '../../store/figures/index.ts';
import { campaignReport, type CampaignReport } from '../../store/report.ts';

/** All that a report tells, in whichever form. */
export interface ReportData {
  readonly report: CampaignReport;
  readonly figures: CampaignFigures;
  readonly attribution: Attribution;
  readonly incremental: { readonly whole?: Incremental; readonly segments?: Readonly<Record<string, Incremental>> };
  /** The fact by whose values people are told apart. */
  readonly segment?: string;
}

/**
 * Gathers a campaign's report, from figures that are brought up to date first.
 *
 * @param segment a fact, such as `energy`
 * @throws Error when there is no such campaign.
 */
export async function gatherReport(store: Store, campaignId: string, { segment, now = new Date() }: { readonly segment?: string; readonly now?: Date } = {}): Promise<ReportData> {
  const report = await campaignReport(store, campaignId, now);
  const query = { store, campaignId };
  const [figures, attribution, incremental] = await Promise.all([
    campaignFigures(query),
    attributionOf(query, segment === undefined ? {} : { segment }),
    incrementalOf(query, segment === undefined ? {} : { fact: segment }),
  ]);
  return { report, figures, attribution, incremental, ...(segment === undefined ? {} : { segment }) };
}
