import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { campaignTime } from '../engine/index.ts';
import { scenarioOf } from '../scenarios/index.ts';
import { workflowTypeOf, type Reachable } from '../scenarios/vocabulary/index.ts';
import { firstStage } from '../simulator/index.ts';
import type { Campaign } from '../store/campaigns.ts';
import type { Startable } from '../store/journeys.ts';
import type { JourneyInput } from '../workflows/journey-input.ts';
import { CAMPAIGN, SCENARIO, STAGE, WAITING_ON } from '../workflows/search-attributes.ts';
import { timeZoneOf } from './time-zone.ts';

export interface JourneyToStart {
  readonly campaign: Campaign;
  readonly journey: Startable;
  readonly reachable: Reachable;
  readonly taskQueue: string;
}

/**
 * Starts the workflow of a journey that is on record: of an audience by the campaign's workflow, of an entry event by the tracker. Safe to repeat: a
 * journey that was started before stays as it is.
 *
 * @throws when Temporal can't be reached: try again later.
 * @example await startJourney(client, { campaign, journey, reachable, taskQueue: 'parcours' });
 */
export async function startJourney(client: Client, { campaign, journey, reachable, taskQueue }: JourneyToStart): Promise<void> {
  const { id: campaignId, scenario, version, clock } = campaign;
  const { id, facts } = journey;
  const workflowType = workflowTypeOf({ name: scenario, version });
  const begin = { facts, reachable, timeZone: timeZoneOf(journey) };
  const stage = await firstStage(scenarioOf(workflowType), begin, Math.round(campaignTime(clock, Date.now())));
  const input: JourneyInput = { ...begin, clock, stage };
  try {
    await client.workflow.start(workflowType, {
      workflowId: id,
      taskQueue,
      args: [input],
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      staticSummary: `${scenario} v${version} for a prospect of campaign ${campaignId}`,
      typedSearchAttributes: [
        { key: SCENARIO, value: scenario },
        { key: CAMPAIGN, value: campaignId },
        { key: STAGE, value: stage.name },
        ...(stage.waitingOn === undefined ? [] : [{ key: WAITING_ON, value: stage.waitingOn }]),
      ],
      priority: { fairnessKey: campaignId },
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
