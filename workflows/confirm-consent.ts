import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';

// A mail that a provider can't take for two days is of no use: its reader has forgotten why.
const { askToConfirm } = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  scheduleToCloseTimeout: '2 days',
  retry: { initialInterval: '5 seconds', maximumInterval: '15 minutes' },
});

/** Sends the mail by which a reader proves that a mailbox is theirs. Started by the tracker, `client/start-confirmation.ts`, outside any journey. */
export function confirmConsent({ requestId }: { readonly requestId: string }): Promise<Awaited<ReturnType<Activities['askToConfirm']>>> {
  return askToConfirm({ requestId });
}
