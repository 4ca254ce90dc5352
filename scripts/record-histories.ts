import { access, mkdir, writeFile } from 'node:fs/promises';
import { Client, Connection } from '@temporalio/client';
import { historyToJSON, type History } from '@temporalio/common/lib/proto-utils.js';
import { NativeConnection, Worker } from '@temporalio/worker';
import { startTemporal } from '../cli/stack/index.ts';
import { ensureSearchAttributes } from '../client/index.ts';
import { Lives } from '../test/conformance/lived.ts';
import { RELEASED } from '../test/conformance/released.ts';
import { CASES, journeyIdOf, live, scriptedActivities } from '../test/workflows/same-story.ts';
import { bundleWorkflows } from '../worker/index.ts';

/**
 * `npm run record:histories`: runs every way through the released scenario versions on a real Temporal and keeps the histories that are not kept
 * yet, which `test/workflows/replay.test.ts` replays against the working tree. Run it when a version is released. One that is kept is never
 * written again: it is what journeys under way have lived through.
 */
const folder = new URL('../test/workflows/histories/', import.meta.url);
const temporal = await startTemporal();
const connection = await Connection.connect({ address: temporal.address });
const client = new Client({ connection });
await ensureSearchAttributes(connection, 'default');
const native = await NativeConnection.connect({ address: temporal.address });
const workflowBundle = await bundleWorkflows();
const lives = new Lives(client, 'released');
const [scripted, released] = await Promise.all([
  Worker.create({ connection: native, taskQueue: 'parcours', workflowBundle, activities: scriptedActivities() }),
  Worker.create({ connection: native, taskQueue: 'released', workflowBundle, activities: lives.activities }),
]);

async function keep(name: string, history: History): Promise<void> {
  const file = new URL(`${name}.json`, folder);
  const isKept = await access(file).then(() => true, () => false);
  if (isKept) return;
  await writeFile(file, `${historyToJSON(history)}\n`);
  console.log(`recorded ${name}`);
}

await mkdir(folder, { recursive: true });
await scripted.runUntil(() =>
  Promise.all(
    CASES.map(async (one) => {
      await live(client, one);
      await keep(`boiler-renewal.v1-${one.name}`, await client.workflow.getHandle(journeyIdOf(one)).fetchHistory());
    }),
  ),
);
await released.runUntil(() =>
  Promise.all(
    RELEASED.map(async (one) => {
      const handle = await lives.start(one);
      const { runId } = await handle.describe();
      await lives.happen(one, handle);
      await handle.result();
      const runs = await lives.runs(handle, runId);
      for (const [index, { history }] of runs.entries()) await keep(`${one.name}${index === 0 ? '' : `-run-${index + 1}`}`, history);
    }),
  ),
);
await native.close();
await connection.close();
await temporal.stop();
