import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { workflowTypeOf } from '../scenarios/vocabulary/index.ts';
import type { Campaign } from '../store/campaigns.ts';
import type { LearningInput } from '../workflows/learning.ts';
import { CAMPAIGN, SCENARIO } from '../workflows/search-attributes.ts';

export interface LearningToStart {
  readonly campaign: Pick<Campaign, 'id' | 'scenario' | 'clock'>;
  /** That leads journeys of the campaign: the one that was launched, or to which some are moved. */
  readonly version: number;
  readonly taskQueue: string;
}

/**
 * Starts the workflow that learns a campaign's policies, where its scenario declares any. One that runs already stays as it is.
 *
 * @returns false when there is nothing to learn.
 */
export async function startLearning(client: Client, { campaign, version, taskQueue }: LearningToStart): Promise<boolean> {
  const { id: campaignId, scenario, clock } = campaign;
  // Loaded here, so that who only signals need not load every message.
  const { contentOf } = await import('../scenarios/content/registry.ts');
  const { policies = {} } = contentOf(workflowTypeOf({ name: scenario, version }));
  const points = Object.keys(policies);
  if (points.length === 0) return false;
  const input: LearningInput = { campaignId, clock };
  try {
    await client.workflow.start('learning', {
      workflowId: `learning/${campaignId}`,
      taskQueue,
      args: [input],
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      staticSummary: `Learns the policies of ${campaignId}: ${points.join(', ')}`,
      typedSearchAttributes: [
        { key: SCENARIO, value: scenario },
        { key: CAMPAIGN, value: campaignId },
      ],
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
  return true;
}
