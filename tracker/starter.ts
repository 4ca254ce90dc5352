import type { Reachable } from '../scenarios/vocabulary/index.ts';
import { claimEntries, findCampaign, markStarted, reachable, startFailed, type Campaign, type EntryToStart, type Startable, type Store } from '../store/index.ts';
import { createErrands, type ErrandOptions, type Errands } from './errands.ts';

/** Starts a journey's workflow; rejects when Temporal can't be reached. `startJourney` of `client/`, bound to its client and task queue. */
export type Start = (entry: { readonly campaign: Campaign; readonly journey: Startable; readonly reachable: Reachable }) => Promise<void>;

export type Starter = Errands<EntryToStart>;

const NOWHERE: Reachable = { print: false, email: false, social: false };

/**
 * The way from a committed entry to its journey's workflow.
 *
 * @example
 * const starter = createStarter({ store, start: (entry) => startJourney(client, { ...entry, taskQueue }), logger });
 * starter.offer('carts-2027/p-001/order-123');
 */
export function createStarter({ store, start, ...options }: { readonly store: Store; readonly start: Start } & Pick<ErrandOptions<EntryToStart>, 'logger' | 'patience'>): Starter {
  const campaigns = new Map<string, Campaign>();

  async function campaignOf(id: string): Promise<Campaign> {
    const campaign = campaigns.get(id) ?? (await findCampaign(store, id));
    if (!campaign) throw new Error(`Expected campaign '${id}' to be in the store, got none.`);
    campaigns.set(id, campaign);
    return campaign;
  }

  return createErrands({
    ...options,
    what: 'journey started',
    claim: async (journeyId) => (await claimEntries(store, { journeyId }))[0],
    async carryOut(entry) {
      const [campaign, reach] = await Promise.all([campaignOf(entry.campaignId), reachable(store, [entry.prospectId])]);
      await start({ campaign, journey: entry, reachable: reach.get(entry.prospectId) ?? NOWHERE });
    },
    note: ({ id }, error) => (error === undefined ? markStarted(store, [id]) : startFailed(store, { id, error })),
  });
}
