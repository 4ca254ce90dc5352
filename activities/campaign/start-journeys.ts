import type { Client } from '@temporalio/client';
import { startJourney } from '../../client/start-journey.ts';
import type { Reachable } from '../../scenarios/vocabulary/index.ts';
import type { Store } from '../../store/connect.ts';
import { countToStart, journeysToStart, markStarted } from '../../store/journeys.ts';
import { reachable } from '../../store/recipient.ts';
import type { CampaignLookup } from '../campaign-lookup.ts';

export interface StartJourneysDeps {
  readonly store: Store;
  readonly client: Client;
  readonly campaigns: CampaignLookup;
  readonly taskQueue: string;
  readonly heartbeat: () => void;
}

/** Starts under way at once; more would not start them sooner on one server. */
const CONCURRENCY = 16;

/**
 * Starts the next page of a campaign's journeys at its pace. Tried again it goes on where the rows say: a journey that was started and
 * not yet marked is refused by Temporal and marked now.
 */
export async function startJourneys(deps: StartJourneysDeps, { campaignId, pace, limit }: { campaignId: string; pace: number; limit: number }): Promise<{ started: number; left: number }> {
  const { client, taskQueue } = deps;
  const campaign = await deps.campaigns(campaignId);
  const page = await journeysToStart(deps.store, campaignId, limit);
  const reach = await reachable(deps.store, page.map(({ prospectId }) => prospectId));
  const began = Date.now();
  for (let first = 0; first < page.length; first += CONCURRENCY) {
    const batch = page.slice(first, first + CONCURRENCY);
    await Promise.all(batch.map((journey) => startJourney(client, { campaign, journey, reachable: reach.get(journey.prospectId) ?? NOWHERE, taskQueue })));
    await markStarted(deps.store, batch.map(({ id }) => id));
    deps.heartbeat();
    const due = began + ((first + batch.length) / pace) * 1_000;
    if (due > Date.now()) await new Promise((resolve) => setTimeout(resolve, due - Date.now()));
  }
  return { started: page.length, left: await countToStart(deps.store, campaignId) };
}

const NOWHERE: Reachable = { print: false, email: false, social: false };
