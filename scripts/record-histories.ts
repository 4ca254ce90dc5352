import { mkdir, writeFile } from 'node:fs/promises';
import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { NativeConnection, Worker } from '@temporalio/worker';
import { startTemporal } from '../cli/stack/index.ts';
import { CASES, journeyIdOf, live, scriptedActivities } from '../test/workflows/same-story.ts';
import { bundleWorkflows } from '../worker/create-worker.ts';

/**
 * `npm run record:histories`: runs every way through the released scenario versions on a real Temporal and keeps the histories, which
 * `test/workflows/replay.test.ts` replays against the working tree. Run it when a version is released; never to make a failing replay pass.
 */
const folder = new URL('../test/workflows/histories/', import.meta.url);
const temporal = await startTemporal();
const connection = await Connection.connect({ address: temporal.address });
const client = new Client({ connection });
const native = await NativeConnection.connect({ address: temporal.address });
const worker = await Worker.create({ connection: native, taskQueue: 'parcours', workflowBundle: await bundleWorkflows(), activities: scriptedActivities() });
await worker.runUntil(async () => {
  await mkdir(folder, { recursive: true });
  await Promise.all(
    CASES.map(async (one) => {
      await live(client, one);
      const history = await client.workflow.getHandle(journeyIdOf(one)).fetchHistory();
      await writeFile(new URL(`boiler-renewal.v1-${one.name}.json`, folder), `${historyToJSON(history)}\n`);
    }),
  );
});
await native.close();
await connection.close();
await temporal.stop();
