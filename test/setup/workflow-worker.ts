import { Worker } from '@temporalio/worker';
import { bundleWorkflows } from '../../worker/create-worker.ts';
import type { TestTemporal } from './temporal.ts';

/** A worker with the product's workflows and activities of a test's own. */
export async function workflowWorker({ nativeConnection, namespace }: TestTemporal, activities: object, maxCachedWorkflows = 100): Promise<Worker> {
  return Worker.create({ connection: nativeConnection, namespace, taskQueue: 'parcours', workflowBundle: await bundleWorkflows(), activities, maxCachedWorkflows });
}
