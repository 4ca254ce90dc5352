import { Context } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import type { Ending, TouchReceipt } from '../engine/index.ts';
import type { ScenarioContent } from '../scenarios/content/index.ts';
import { isAudienceTouch, leaveAudiences } from '../store/audiences.ts';
import { setEntries } from '../store/campaigns.ts';
import type { Store } from '../store/connect.ts';
import type { Entries } from '../store/schema.ts';
import { markMoved } from '../store/journeys.ts';
import { startJourneys } from './campaign/start-journeys.ts';
import { campaignLookup } from './campaign-lookup.ts';
import { askToConfirm } from './email/ask-to-confirm.ts';
import { sendEmail } from './email/send-email.ts';
import type { MailProvider } from './email/mail-provider.ts';
import { endJourney } from './end-journey.ts';
import { toApplicationFailure } from './errors.ts';
import { failTouch } from './fail-touch.ts';
import { closeRun, handOver, renderRun } from './print/print-run.ts';
import { recallMailpiece } from './print/recall.ts';
import { addToAudience } from './social/join-audience.ts';
import type { Meta } from './social/meta.ts';
import { syncAudiences } from './social/sync-audiences.ts';
import { sendMailpiece } from './print/send-mailpiece.ts';
import { printRunStarter } from './print/start-print-run.ts';
import type { TouchRequest } from './touch-attempt.ts';

/** What the activities need of the process that hosts them. */
export interface ActivityDeps {
  readonly store: Store;
  readonly client: Client;
  readonly taskQueue: string;
  /** The content of a scenario version by its workflow type. */
  readonly contentOf: (workflowType: string) => ScenarioContent;
  readonly mail: MailProvider;
  /** The tracker's address, as people see it, without a slash at the end. */
  readonly publicUrl: string;
  /** `Name <address>` that mails come from, and the domain of their message ids. */
  readonly from: string;
  readonly domain: string;
  /** Milliseconds after which an attempt to send is surely over: more than the provider's time-out. */
  readonly lease: number;
  /** Folder for PDFs and manifests. */
  readonly out: string;
  /** None where no social network is set up. */
  readonly meta?: Meta;
  /** Meta's id of each audience, by our name. */
  readonly audiences?: Readonly<Record<string, string>>;
}

/** What workflows call, by the names that show in Temporal UI. */
export type Activities = ReturnType<typeof createActivities>;

/**
 * Makes the activities for a worker.
 *
 * @example
 * Worker.create({ activities: createActivities(deps), ... });
 */
export function createActivities(deps: ActivityDeps) {
  const { store } = deps;
  const heartbeat = () => Context.current().heartbeat();
  const all = { ...deps, campaigns: campaignLookup(store), startPrintRun: printRunStarter(deps.client, deps.taskQueue), heartbeat };
  return failing({
    print: (request: TouchRequest): Promise<TouchReceipt> => sendMailpiece(all, request),
    email: (request: TouchRequest): Promise<TouchReceipt> => sendEmail(all, 'email', request),
    inviteToFollow: (request: TouchRequest): Promise<TouchReceipt> => sendEmail(all, 'social', request),
    askToConfirm: ({ requestId }: { requestId: string }) => askToConfirm(all, { requestId, isRetry: Context.current().info.attempt > 1 }),
    failTouch: (request: TouchRequest & { problem: string }): Promise<TouchReceipt> => failTouch(all, request),
    addToAudience: (request: TouchRequest): Promise<TouchReceipt> => addToAudience(all, request),
    recall: ({ journeyId, touch }: { journeyId: string; touch: string }) => takeBack(store, `${journeyId}/${touch}`),
    recordMove: ({ journeyId, version }: { journeyId: string; version: number }) => markMoved(store, { id: journeyId, version }),
    endJourney: (end: { journeyId: string; ending: Ending }) => endJourney(store, end),
    startJourneys: (page: { campaignId: string; pace: number; limit: number }) => startJourneys(all, page),
    setEntries: ({ campaignId, entries }: { campaignId: string; entries: Entries }) => setEntries(store, campaignId, entries),
    syncAudiences: () => syncAudiences({ store, meta: deps.meta, audiences: deps.audiences ?? {}, heartbeat }),
    closeRun: (run: { runId: string }) => closeRun(all, run),
    renderRun: (run: { runId: string }) => renderRun(all, run),
    handOver: (run: { runId: string; at: number }) => handOver(all, run),
  });
}

/** A mailpiece is recalled, a person taken out of an audience. */
async function takeBack(store: Store, touchId: string): Promise<'recalled' | 'too-late'> {
  if (await isAudienceTouch(store, touchId)) {
    await leaveAudiences(store, { touchId }, 'path');
    return 'recalled';
  }
  return recallMailpiece(store, touchId);
}

/** Turns our errors into Temporal's: permanent ones are not retried, retryable ones say when. */
function failing<Functions extends Record<string, (input: never) => Promise<unknown>>>(functions: Functions): Functions {
  const wrap = (work: (input: never) => Promise<unknown>) => async (input: never) => {
    try {
      return await work(input);
    } catch (error) {
      throw toApplicationFailure(error);
    }
  };
  return Object.fromEntries(Object.entries(functions).map(([name, work]) => [name, wrap(work)])) as Functions;
}
