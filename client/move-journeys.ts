import type { Client } from '@temporalio/client';
import type { Acceptance } from '../engine/index.ts';
import { scenarioOf } from '../scenarios/index.ts';
import { wouldAccept } from '../simulator/index.ts';
import type { Store } from '../store/connect.ts';
import { findCampaign } from '../store/campaigns.ts';
import { journeysUnderWay } from '../store/journeys.ts';
import { journeyLed, moveJourney } from './operate-journey.ts';
import { startLearning } from './start-learning.ts';

export interface MoveOptions {
  readonly campaignId: string;
  /** The version to move to. */
  readonly version: number;
  /** Asks each journey what would come of it, and moves none. */
  readonly dryRun?: boolean;
  /** `parcours` unless said. */
  readonly taskQueue?: string;
  readonly onProgress?: (done: number, of: number) => void;
}

/** What became of one journey. */
export interface Moved {
  readonly journeyId: string;
  /** `led` by that version already; `over` when it ended meanwhile; else what the version says. */
  readonly verdict: Acceptance | 'led' | 'over';
}

/** Updates under way at once: each replays its journey, and a server takes ten in flight a journey. */
const CONCURRENCY = 16;

/**
 * Moves all journeys of a campaign that are under way to another version of its scenario, each at its next safe point. One whose past that version
 * can't have led stays where it is, with the reason. Running it again goes on where it stopped.
 *
 * @throws Error when there is no such campaign; ScenarioError when there is no such version.
 * @example
 * const moved = await moveJourneys({ client, store }, { campaignId: 'spring-2027', version: 2, dryRun: true });
 * moved.filter(({ verdict }) => typeof verdict === 'object' && verdict.accepted).length
 */
export async function moveJourneys({ client, store }: { client: Client; store: Store }, { campaignId, version, dryRun = false, taskQueue = 'parcours', onProgress }: MoveOptions): Promise<Moved[]> {
  const campaign = await findCampaign(store, campaignId);
  if (!campaign) throw new Error(`Expected a campaign, got '${campaignId}', which was never launched.`);
  const target = `${campaign.scenario}.v${version}`;
  const scenario = scenarioOf(target);
  if (!dryRun) await startLearning(client, { campaign, version, taskQueue });
  const queue = await journeysUnderWay(store, campaignId);
  const [of, moved] = [queue.length, [] as Moved[]];
  const judge = async (journeyId: string): Promise<Moved['verdict']> => {
    const led = await journeyLed(client, journeyId);
    if (led.start.past.journal.at(-1)?.type === 'ended') return 'over';
    if (led.scenario === target) return 'led';
    return dryRun ? wouldAccept(scenario, led.start) : moveJourney(client, journeyId, version);
  };
  const work = async () => {
    for (let journeyId = queue.shift(); journeyId !== undefined; journeyId = queue.shift()) {
      moved.push({ journeyId, verdict: await judge(journeyId) });
      onProgress?.(moved.length, of);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return moved.sort((one, other) => (one.journeyId < other.journeyId ? -1 : 1));
}
