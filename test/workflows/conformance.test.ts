import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Worker } from '@temporalio/worker';
import { testTemporal, type TestTemporal } from '../setup/temporal.ts';
import { workflowWorker } from '../setup/workflow-worker.ts';
import { CASES, live, played, scriptedActivities } from './same-story.ts';

let temporal: TestTemporal;
let worker: Worker;
let running: Promise<void>;
beforeAll(async () => {
  temporal = await testTemporal();
  worker = await workflowWorker(temporal, scriptedActivities());
  running = worker.run();
}, 120_000);
afterAll(async () => {
  worker.shutdown();
  await running;
  await temporal.close();
});

/** A journey in Temporal is late by milliseconds, which are minutes of the campaign: what happened is compared, in order, not the minute. */
const story = (timeline: readonly string[]) => timeline.map((line) => line.replace(/day -?\d+\.\d/g, 'day'));

test('the same happenings give the same story in Temporal and in virtual time', async () => {
  const stories = await Promise.all(CASES.map(async (one) => ({ name: one.name, live: story(await live(temporal.client, one)), played: story(await played(one)) })));
  for (const { name, live, played } of stories) expect({ name, story: live }).toEqual({ name, story: played });
}, 120_000);
