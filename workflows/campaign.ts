import { allHandlersFinished, ApplicationFailure, CancellationScope, condition, continueAsNew, defineQuery, defineUpdate, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';

/** What a campaign is started with; its id is `campaign/<campaign>`. */
export interface CampaignInput {
  readonly campaignId: string;
  /** Journeys started per second. */
  readonly pace: number;
  /** People enter by an event, until it is stopped; it has no audience. */
  readonly open?: boolean;
  readonly started?: number;
  readonly state?: CampaignState;
}

/** `open` is an entry campaign's: people may enter. */
export type CampaignState = 'starting' | 'open' | 'paused' | 'stopped' | 'started';
export interface CampaignProgress {
  readonly state: CampaignState;
  readonly started: number;
  /** Journeys started per second. */
  readonly pace: number;
}

export const pauseUpdate = defineUpdate<CampaignProgress>('pause');
export const resumeUpdate = defineUpdate<CampaignProgress>('resume');
export const stopUpdate = defineUpdate<CampaignProgress>('stop');
/** Other than at its launch: `{"pace": 5}`, journeys per second. */
export const setPaceUpdate = defineUpdate<CampaignProgress, [{ readonly pace: number }]>('setPace');
export const progressQuery = defineQuery<CampaignProgress>('progress');

const { startJourneys, setEntries } = proxyActivities<Activities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

/** What a state means for those whom an event would let in. */
const ENTRIES = { starting: 'open', started: 'open', open: 'open', paused: 'paused', stopped: 'closed' } as const satisfies Record<CampaignState, string>;

/**
 * Starts a campaign's journeys at its pace, a page at a time. Journeys are not its children: they outlive it by months. The audience's
 * rows in Postgres say who is still to be started, so a page that is tried again starts nobody twice. A campaign that people enter by an event
 * stays open, and is where it is paused and closed; its journeys are started by the tracker.
 */
export async function campaign(input: CampaignInput): Promise<CampaignProgress> {
  const { campaignId } = input;
  let { pace } = input;
  let started = input.started ?? 0;
  const going: CampaignState = input.open ? 'open' : 'starting';
  let state: CampaignState = input.state ?? going;
  const progress = () => ({ state, started, pace });
  const turn = (to: CampaignState) => async () => {
    if (state !== 'stopped') state = to;
    if (input.open) await setEntries({ campaignId, entries: ENTRIES[state] });
    return progress();
  };
  setHandler(pauseUpdate, turn('paused'), { description: 'Starts no further journeys until resumed' });
  setHandler(resumeUpdate, turn(going), { description: 'Goes on starting journeys' });
  setHandler(stopUpdate, turn('stopped'), { description: 'Starts no further journeys, for good; those under way go on' });
  const turnTo = (to: { readonly pace: number }) => {
    ({ pace } = to);
    return progress();
  };
  setHandler(setPaceUpdate, turnTo, { description: 'Starts journeys faster or slower: {"pace": 5} per second', validator: (to) => assertPace(to, input.open) });
  setHandler(progressQuery, progress);

  if (input.open) {
    // Cancelled in Temporal it is closed as well: nobody would see that it is open.
    const stopped = await condition(() => state === 'stopped').then(
      () => true,
      () => false,
    );
    if (!stopped) await CancellationScope.nonCancellable(turn('stopped'));
    await CancellationScope.nonCancellable(() => condition(allHandlersFinished));
    return progress();
  }

  for (;;) {
    await condition(() => state !== 'paused');
    if (state === 'stopped') return progress();
    // Ten seconds' worth a page: a pause, or another pace, takes hold that soon.
    const limit = Math.max(1, Math.min(500, Math.round(pace * 10)));
    const page = await startJourneys({ campaignId, pace, limit });
    started += page.started;
    if (page.left === 0) break;
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof campaign>({ campaignId, pace, started, state });
  }
  state = 'started';
  return progress();
}

function assertPace(to: { readonly pace?: unknown } | undefined, isOpen = false): void {
  const pace = to?.pace;
  if (isOpen) throw ApplicationFailure.nonRetryable('Expected a campaign with an audience, got one that people enter by an event: it has no pace.', 'BadUpdate');
  if (typeof pace !== 'number' || !(pace > 0 && pace <= 1_000)) throw ApplicationFailure.nonRetryable(`Expected {"pace": number} above 0 and up to 1000 journeys per second, got ${JSON.stringify(to)}.`, 'BadUpdate');
}
