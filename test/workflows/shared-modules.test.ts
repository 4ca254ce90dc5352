import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Worker } from '@temporalio/worker';
import { journeyTimeline, signalJourney } from '../../client/index.ts';
import { REAL_TIME } from '../../engine/index.ts';
import { bundleWorkflows } from '../../worker/create-worker.ts';
import type { JourneyInput } from '../../workflows/journey-input.ts';
import { until } from '../setup/until.ts';
import { testTemporal, type TestTemporal } from '../setup/temporal.ts';

const SCENARIO = fileURLToPath(new URL('./mistaken-journey.ts', import.meta.url));
const JOURNEYS = ['mistaken/one', 'mistaken/two'] as const;

let temporal: TestTemporal;
let worker: Worker;
let running: Promise<void>;
beforeAll(async () => {
  temporal = await testTemporal();
  const { nativeConnection: connection, namespace, client } = temporal;
  worker = await Worker.create({ connection, namespace, taskQueue: 'mistaken', workflowBundle: await bundleWorkflows(SCENARIO), activities: {} });
  running = worker.run();
  const args: [JourneyInput] = [{ facts: {}, reachable: { print: true, email: true, social: true }, clock: REAL_TIME, stage: { name: 'entered' } }];
  for (const workflowId of JOURNEYS) await client.workflow.start('mistaken.v1', { workflowId, taskQueue: 'mistaken', args });
}, 120_000);
afterAll(async () => {
  for (const id of JOURNEYS) await temporal.client.workflow.getHandle(id).terminate();
  worker.shutdown();
  await running;
  await temporal.close();
});

/** `mistaken-journey.ts:<line of that code>` */
const place = async (code: string) => `mistaken-journey.ts:${(await readFile(SCENARIO, 'utf8')).split('\n').findIndex((line) => line.includes(code)) + 1}:`;

test('what a scenario keeps in its module is one journey’s own', async () => {
  for (const id of JOURNEYS) expect(await journeyTimeline(temporal.client, id)).toContain('day 0.0  note: run 1');
});

test('the stack trace of a journey that waits names the line of its scenario', async () => {
  expect(await temporal.client.workflow.getHandle(JOURNEYS[0]).query<string>('__stack_trace')).toContain(await place('await journey.waitFor'));
});

test('the error of a journey that throws names the line of its scenario', async () => {
  const [id] = JOURNEYS;
  await signalJourney(temporal.client, id, { eventId: 'visit-1', kind: 'visit', at: Date.now(), evidence: 'human' });
  const failure = await until('the workflow task to fail', async () => {
    const { events } = await temporal.client.workflow.getHandle(id).fetchHistory();
    return events?.find((event) => event.workflowTaskFailedEventAttributes)?.workflowTaskFailedEventAttributes?.failure;
  });
  expect(failure.message).toBe('a mistake');
  expect(failure.stackTrace).toContain(await place('throw new TypeError'));
});
