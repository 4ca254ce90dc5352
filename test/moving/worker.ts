import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { bundleWorkflows } from '../../worker/index.ts';
import type { TouchRequest } from '../../activities/touch-attempt.ts';

/** A worker process that can be killed. Its touches are files, made once under the key of the touch, as the product's are rows. */
const [address, namespace, folder] = process.argv.slice(2) as [string, string, string];
Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'OFF', forward: {} } } });

const touch = async ({ journeyId, order: { touch, at } }: TouchRequest) => {
  await writeFile(join(folder, `${journeyId} ${touch}`.replaceAll('/', '_')), '', { flag: 'wx' }).catch((error: { code?: string }) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return { sent: true, why: 'sent', at };
};

const worker = await Worker.create({
  connection: await NativeConnection.connect({ address }),
  namespace,
  taskQueue: 'moving',
  workflowBundle: await bundleWorkflows(fileURLToPath(new URL('./workflow.ts', import.meta.url))),
  activities: { print: touch, email: touch, inviteToFollow: touch, failTouch: touch, recordMove: async () => {}, recall: async () => 'too-late', endJourney: async () => ({ recalled: [] }) },
});
await appendFile(join(folder, 'ready'), '.');
await worker.run();
