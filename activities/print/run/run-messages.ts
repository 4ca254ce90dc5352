import type { PrintMessage } from '../../../scenarios/content/index.ts';
import { workflowTypeOf } from '../../../scenarios/vocabulary/index.ts';
import { findCampaign } from '../../../store/campaigns.ts';
import { PermanentError } from '../../errors.ts';
import type { PrintRunDeps } from './print-run-deps.ts';

/** The print messages of a campaign's scenario, by name. */
export async function printMessagesOf({ store, contentOf }: Pick<PrintRunDeps, 'store' | 'contentOf'>, campaignId: string): Promise<ReadonlyMap<string, PrintMessage<object>>> {
  const campaign = await findCampaign(store, campaignId);
  if (!campaign) throw new PermanentError('UnknownCampaign', `Expected campaign '${campaignId}' to be in the store, got none. Launch it with launchCampaign.`);
  const { messages } = contentOf(workflowTypeOf({ name: campaign.scenario, version: campaign.version }));
  return new Map(Object.entries(messages).flatMap(([name, message]) => (message.medium === 'print' ? [[name, message as PrintMessage<object>]] : [])));
}
