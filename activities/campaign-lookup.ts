import { findCampaign, type Campaign } from '../store/campaigns.ts';
import type { Store } from '../store/connect.ts';
import { PermanentError } from './errors.ts';

/** Finds a campaign by its id; throws `PermanentError` when there is none. */
export type CampaignLookup = (id: string) => Promise<Campaign>;

/** A lookup that asks Postgres once for each campaign: a campaign's row never changes. */
export function campaignLookup(store: Store): CampaignLookup {
  const known = new Map<string, Campaign>();
  return async (id) => {
    const campaign = known.get(id) ?? (await findCampaign(store, id));
    if (!campaign) throw new PermanentError('UnknownCampaign', `Expected campaign '${id}' to be in the store, got none. Launch it with launchCampaign.`);
    known.set(id, campaign);
    return campaign;
  };
}
