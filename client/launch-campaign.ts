import { isGrpcServiceError, ServiceError, WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import type { Clock } from '../engine/index.ts';
import { scenarioOf } from '../scenarios/index.ts';
import { milliseconds, workflowTypeOf, type Duration, type Reentry } from '../scenarios/vocabulary/index.ts';
import { createCampaign, enterAudience, findCampaign, setEntries, type Campaign, type CampaignEntry } from '../store/campaigns.ts';
import type { Store } from '../store/connect.ts';
import { PRINT_AT_ONCE } from '../store/print-plan.ts';
import { saveSeeds } from '../store/print-seeds.ts';
import { LaunchError } from './launch-error.ts';
import { differencesOf, printPlan, type PrintOptions } from './print-plan.ts';
import { howToRegister } from './search-attributes.ts';
import { startLearning } from './start-learning.ts';
import { CAMPAIGN, SCENARIO } from '../workflows/search-attributes.ts';
import type { CampaignInput } from '../workflows/campaign.ts';

export interface LaunchOptions {
  /** Lower-case letters, digits and dashes, 63 at most; it names the campaign everywhere, for ever. */
  readonly id: string;
  readonly scenario: string;
  readonly version: number;
  /** Prospect ids, or everybody in the store; none for a scenario with an `entry`, whose people an event lets in. */
  readonly audience?: readonly string[] | 'all';
  /** Share that gets nothing, to measure the lift against; 0 unless said. */
  readonly holdout?: number;
  /** Of the holdout's draw and the variants' draws; the id unless said. */
  readonly seed?: string;
  /** Journeys started per second; 20 unless said. */
  readonly pace?: number;
  /** The campaign's clock; the world's unless said. */
  readonly clock?: Clock;
  /** From one print cut-off to the next, counted from the clock's epoch, which for real time is midnight UTC; `1 day` unless said. */
  readonly printEvery?: Duration;
  /** Printer, cut-off at local time, batch, budget, proof, seed addresses. A proof of 8 pieces waits for an operator unless said. */
  readonly print?: PrintOptions;
  /** `parcours` unless said. */
  readonly taskQueue?: string;
}

export interface Launched {
  readonly campaign: Campaign;
  /** People entered by this call; none when it was launched before. */
  readonly entered: number;
  readonly holdout: number;
  /** The campaign's own workflow. */
  readonly workflowId: string;
}

const RESERVED = ['campaign', 'learning', 'print-run'];

/**
 * Launches a scenario version to an audience: enters everybody, draws the holdout, and starts the workflow that starts the journeys at
 * the set pace. Launching the same campaign again is harmless: who was entered stays, nobody starts twice. One of a scenario with an `entry` has no
 * audience: it is open to that event until it is closed (`closeCampaign`).
 *
 * @throws LaunchError for a bad option, when the id belongs to a campaign launched otherwise, and when the namespace does not know our search
 *   attributes (then nobody was started, and launching again goes on).
 * @throws ScenarioError when no such version is registered.
 * @example
 * await launchCampaign({ client, store }, { id: 'spring-2027', scenario: 'boiler-renewal', version: 1, audience: 'all', holdout: 0.1 });
 */
export async function launchCampaign({ client, store }: { client: Client; store: Store }, options: LaunchOptions): Promise<Launched> {
  const wanted = campaignOf(options);
  const created = await createCampaign(store, wanted);
  const campaign = created ? wanted : (await findCampaign(store, wanted.id))!;
  assertSame(campaign, wanted);
  await saveSeeds(store, campaign.id, options.print?.seeds ?? []);
  const { entered, holdout } = campaign.entry ? { entered: 0, holdout: 0 } : await enterAudience(store, campaign, options.audience ?? []);
  // Launched again, a campaign that was closed is open again.
  if (!created && campaign.entry) await setEntries(store, campaign.id, 'open');

  const workflowId = `campaign/${campaign.id}`;
  const input: CampaignInput = { campaignId: campaign.id, pace: campaign.pace, ...(campaign.entry ? { open: true } : {}) };
  try {
    await client.workflow.start('campaign', {
      workflowId,
      taskQueue: options.taskQueue ?? 'parcours',
      args: [input],
      // An audience added later is started by a new run; one still under way sees the new rows by itself.
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      staticSummary: campaign.entry
        ? `Open to ${campaign.entry.event}: ${campaign.scenario} v${campaign.version}`
        : `Starts the journeys of ${campaign.id}: ${campaign.scenario} v${campaign.version}, ${campaign.pace} per second`,
      typedSearchAttributes: [
        { key: SCENARIO, value: campaign.scenario },
        { key: CAMPAIGN, value: campaign.id },
      ],
    });
  } catch (error) {
    if (isUnknownAttribute(error)) throw new LaunchError(`Expected namespace '${client.options.namespace}' to know the search attributes of journeys, got one that does not. ${howToRegister(client.options.namespace)}`);
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
  await startLearning(client, { campaign, version: campaign.version, taskQueue: options.taskQueue ?? 'parcours' });
  return { campaign, entered, holdout, workflowId };
}

/** A server that does not know a search attribute refuses the start as an invalid argument. */
function isUnknownAttribute(error: unknown): boolean {
  const cause = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(cause) && cause.code === INVALID_ARGUMENT && /search attribute/i.test(cause.details);
}

/** The status code of gRPC. */
const INVALID_ARGUMENT = 3;

function campaignOf({ id, scenario, audience, version, holdout = 0, seed = id, pace = 20, clock = { epoch: 0, speed: 1 }, printEvery, print }: LaunchOptions): Campaign {
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(id)) throw new LaunchError(`Expected a campaign id of lower-case letters, digits and dashes (63 at most), got '${id}'.`);
  if (RESERVED.includes(id)) throw new LaunchError(`Expected a campaign id other than ${RESERVED.join(', ')}, which name workflows of ours, got '${id}'.`);
  if (!(holdout >= 0 && holdout < 1)) throw new LaunchError(`Expected a holdout from 0 to below 1 (0.1 is 10 %), got ${holdout}.`);
  if (!(pace > 0 && pace <= 1_000)) throw new LaunchError(`Expected a pace above 0 and up to 1000 journeys per second, got ${pace}.`);
  if (!(clock.speed > 0 && Number.isFinite(clock.epoch))) throw new LaunchError(`Expected a clock with a finite epoch and a positive speed, got ${JSON.stringify(clock)}.`);
  if (printEvery !== undefined && print?.cutOff) throw new LaunchError(`Expected a cut-off at local time or one every ${printEvery}, got both. Leave one out.`);
  const { goal, entry, reentry } = scenarioOf(workflowTypeOf({ name: scenario, version }));
  if (entry !== undefined && audience !== undefined) throw new LaunchError(`Expected no audience for ${scenario}, whose people enter by the event '${entry}', got one. Leave it out.`);
  if (entry === undefined && audience === undefined) throw new LaunchError(`Expected an audience for ${scenario}, got none. Name prospects, or 'all'.`);
  return { id, scenario, version, goal, clock, holdout, seed, pace, printEvery: milliseconds(printEvery ?? '1 day'), print: printPlan(print), ...(entry === undefined ? {} : { entry: entryOf(entry, reentry) }) };
}

function entryOf(event: string, reentry: Reentry = 'never'): CampaignEntry {
  if (reentry === 'never') return { event };
  return { event, againAfter: reentry === 'always' ? 0 : milliseconds(reentry.after) };
}

function assertSame(existing: Campaign, wanted: Campaign): void {
  const differing = (['scenario', 'version', 'holdout', 'seed'] as const).filter((key) => existing[key] !== wanted[key]).map((key) => `${key} ${existing[key]} (now ${wanted[key]})`);
  // One of before there was a choice is printed as it was.
  const says = [...differing, ...(existing.print ? differencesOf(existing.print, wanted.print ?? PRINT_AT_ONCE) : [])].join(', ');
  if (says === '') return;
  throw new LaunchError(`Expected campaign '${wanted.id}' to be new or launched with the same options, got one with ${says}. Choose another id.`);
}
