import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, Worker, type NativeConnection, type WorkflowBundleOption } from '@temporalio/worker';
import { createActivities } from '../activities/index.ts';
import { printProviders } from '../activities/print/providers/index.ts';
import { createMeta } from '../activities/social/meta.ts';
import { prepressOf } from '../activities/print/prepress/settings.ts';
import { contentOf } from '../scenarios/content/index.ts';
import type { Store } from '../store/connect.ts';
import { mailingOf } from './mail-provider.ts';
import type { WorkerSettings } from './settings.ts';

export interface WorkerParts {
  readonly settings: WorkerSettings;
  readonly connection: NativeConnection;
  readonly client: Client;
  readonly store: Store;
  /** Made by `bundleWorkflows`; made now when left out. */
  readonly workflowBundle?: WorkflowBundleOption;
}

/** A worker that hosts journeys, campaigns, print runs and their activities. Run it with `run()`. */
export async function createWorker({ settings, connection, client, store, workflowBundle }: WorkerParts): Promise<Worker> {
  const { PARCOURS_TASK_QUEUE: taskQueue } = settings;
  return Worker.create({
    connection,
    namespace: client.options.namespace,
    taskQueue,
    workflowBundle: workflowBundle ?? (await bundleWorkflows()),
    maxCachedWorkflows: settings.WORKER_CACHED_WORKFLOWS,
    shutdownGraceTime: '10 seconds',
    activities: createActivities({
      store,
      client,
      taskQueue,
      contentOf,
      publicUrl: settings.PARCOURS_PUBLIC_URL,
      from: settings.MAIL_FROM,
      ...mailingOf(settings),
      out: settings.PARCOURS_OUT,
      postedFrom: settings.PARCOURS_POSTED_FROM,
      prepress: prepressOf(settings),
      printers: printProviders(settings),
      ...(settings.PRINT_CONTACT === undefined ? {} : { printContact: settings.PRINT_CONTACT }),
      ...metaOf(settings),
    }),
  });
}

/** Audiences, where a network is set up. */
function metaOf({ META_URL: url, META_VERSION: version, META_ACCESS_TOKEN: accessToken, META_APP_SECRET: appSecret, META_AUDIENCES: audiences }: WorkerSettings) {
  return accessToken === undefined || appSecret === undefined ? {} : { audiences, meta: createMeta({ url, version, accessToken, appSecret }) };
}

/**
 * What all workflows in Temporal's sandbox share: evaluated once, then frozen, instead of anew for each. None of it keeps anything between
 * calls but what it has computed from nothing else (durations, holidays, offsets of zones). Scenarios are not among it: what one may keep in a variable of its module stays its journey's own.
 */
const SHARED = ['../workflows/journey-runtime.ts', '../workflows/journey-messages.ts', '../engine/index.ts', '../scenarios/vocabulary/index.ts'];

/**
 * Workflows and the scenarios they run, as one script for Temporal's sandbox.
 *
 * @param workflowsPath ours unless said; benchmarks and tests have some of their own
 */
export function bundleWorkflows(workflowsPath = pathOf('../workflows/index.ts')): ReturnType<typeof bundleWorkflowCode> {
  return bundleWorkflowCode({ workflowsPath, preloadModules: ['@temporalio/workflow', ...SHARED.map(pathOf)], logger: new DefaultLogger('WARN') });
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
