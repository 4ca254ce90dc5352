import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { temporalBinary } from '../../cli/stack/temporal-binary.ts';
import { ensureSearchAttributes } from '../../client/index.ts';
import { ledQuery } from '../../workflows/journey-messages.ts';
import { bundleWorkflows } from '../../worker/index.ts';
import { quietRuntime } from '../setup/temporal.ts';
import { branches } from './cases/branches.ts';
import { Lives } from './lived.ts';
import { played } from './told.ts';

/** A server that finds a history long from 30 events on; the usual is 4,096. */
let server: TestWorkflowEnvironment;
beforeAll(async () => {
  quietRuntime();
  const extraArgs = ['--dynamic-config-value', 'limit.historyCount.suggestContinueAsNew=30'];
  server = await TestWorkflowEnvironment.createLocal({ server: { executable: { type: 'existing-path', path: await temporalBinary() }, extraArgs } });
  await ensureSearchAttributes(server.connection, 'default');
}, 120_000);
afterAll(() => server.teardown());

test('a journey whose history has grown long goes on in a new run, as if nothing had been', async () => {
  const long = branches.find(({ name }) => name === 'a long path')!;
  const lives = new Lives(server.client, 'long');
  const workflowBundle = await bundleWorkflows(fileURLToPath(new URL('./workflow.ts', import.meta.url)));
  const worker = await Worker.create({ connection: server.nativeConnection, taskQueue: 'long', workflowBundle, activities: lives.activities });
  await worker.runUntil(async () => {
    const handle = await lives.start(long);
    const { runId } = await handle.describe();
    await lives.happen(long, handle);
    await handle.result();
    const runs = await lives.runs(handle, runId);
    expect(runs.length).toBeGreaterThan(2);
    for (const { history } of runs) expect(history.events!.length).toBeLessThan(60);
    const { start } = await runs.at(-1)!.run.query(ledQuery);
    expect(start.past.journal).toEqual((await played(long)).journal);
  });
}, 60_000);
