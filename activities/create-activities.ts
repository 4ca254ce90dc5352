import { Context } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import type { ChoiceReceipt, Ending, TouchReceipt } from '../engine/index.ts';
import type { ScenarioContent } from '../scenarios/content/index.ts';
import { isAudienceTouch, leaveAudiences } from '../store/audiences.ts';
import { setEntries } from '../store/campaigns.ts';
import type { Store } from '../store/connect.ts';
import type { Entries } from '../store/schema.ts';
import { markMoved } from '../store/journeys.ts';
import { asFailures } from './as-failures.ts';
import { startJourneys } from './campaign/start-journeys.ts';
import { startsMore } from './campaign/starts-more.ts';
import { campaignLookup } from './campaign-lookup.ts';
import { choose, type ChoiceRequest } from './choice/index.ts';
import { askToConfirm } from './email/ask-to-confirm.ts';
import { sendEmail } from './email/send-email.ts';
import type { MailProvider } from './email/mail-provider.ts';
import type { Pace } from './email/pace.ts';
import { endJourneyAndRecall } from './end-journey.ts';
import { failTouch } from './fail-touch.ts';
import { learnCampaign } from './learn-campaign.ts';
import type { Prepress } from './print/prepress/index.ts';
import { createFolder } from './print/providers/folder.ts';
import type { PrintProvider } from './print/providers/print-provider.ts';
import { recallMailpiece, type RecallDeps } from './print/recall.ts';
import { printRunActivities } from './print/run/print-run-activities.ts';
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
  /** How fast each receiver gets mails; as fast as can be when left out. */
  readonly pace?: Pace | undefined;
  /** The tracker's address, as people see it, without a slash at the end. */
  readonly publicUrl: string;
  /** `Name <address>` that mails come from, and the domain of their message ids. */
  readonly from: string;
  readonly domain: string;
  /** Milliseconds after which an attempt to send is surely over: more than the provider's time-out. */
  readonly lease: number;
  /** Milliseconds of it within which the provider must be given the mail; no limit when left out. */
  readonly sendWithin?: number;
  /** Folder for PDFs and manifests. */
  readonly out: string;
  /** The country in which mailpieces are posted, ISO 3166-1 alpha-2; `FR` unless said. */
  readonly postedFrom?: string;
  /** Crop marks, and what the colours are meant for. */
  readonly prepress?: Prepress;
  /** Who prints, by name; the folder alone unless said. */
  readonly printers?: Readonly<Record<string, PrintProvider>>;
  /** Whom a printer asks about a job; `from` unless said. */
  readonly printContact?: string;
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
  const heartbeat = (progress?: unknown) => Context.current().heartbeat(progress);
  const warn = (message: string, meta?: Record<string, unknown>) => Context.current().log.warn(message, meta);
  const { printers = { folder: createFolder() }, printContact: contact = deps.from } = deps;
  const all = { ...deps, printers, contact, campaigns: campaignLookup(store), startPrintRun: printRunStarter(deps.client, deps.taskQueue), startsMore: startsMore(deps.client), heartbeat, warn };
  return asFailures({
    print: (request: TouchRequest): Promise<TouchReceipt> => sendMailpiece(all, request),
    email: (request: TouchRequest): Promise<TouchReceipt> => sendEmail(all, 'email', request),
    inviteToFollow: (request: TouchRequest): Promise<TouchReceipt> => sendEmail(all, 'social', request),
    askToConfirm: ({ requestId }: { requestId: string }) => askToConfirm(all, { requestId }),
    failTouch: (request: TouchRequest & { problem: string }): Promise<TouchReceipt> => failTouch(all, request),
    addToAudience: (request: TouchRequest): Promise<TouchReceipt> => addToAudience(all, request),
    choose: (request: ChoiceRequest): Promise<ChoiceReceipt> => choose(all, request),
    learnPolicies: (campaign: { campaignId: string }) => learnCampaign(all, campaign),
    recall: ({ journeyId, touch }: { journeyId: string; touch: string }) => takeBack(all, `${journeyId}/${touch}`),
    recordMove: ({ journeyId, version }: { journeyId: string; version: number }) => markMoved(store, { id: journeyId, version }),
    endJourney: (end: { journeyId: string; ending: Ending }) => endJourneyAndRecall(all, end),
    startJourneys: (page: { campaignId: string; pace: number; limit: number }) => startJourneys(all, page),
    setEntries: ({ campaignId, entries }: { campaignId: string; entries: Entries }) => setEntries(store, campaignId, entries),
    syncAudiences: () => syncAudiences({ store, meta: deps.meta, audiences: deps.audiences ?? {}, heartbeat }),
    ...printRunActivities(all),
  });
}

/** A mailpiece is recalled, a person taken out of an audience. */
async function takeBack(deps: RecallDeps, touchId: string): Promise<'recalled' | 'too-late'> {
  if (await isAudienceTouch(deps.store, touchId)) {
    await leaveAudiences(deps.store, { touchId }, 'path');
    return 'recalled';
  }
  return recallMailpiece(deps, touchId);
}
