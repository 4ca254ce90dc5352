import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from '@jest/globals';
import { Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { quietRuntime } from '../setup/temporal.ts';
import { bundleWorkflows } from '../../worker/create-worker.ts';

const FOLDER = new URL('./histories/', import.meta.url);

const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.json'));
let workflowBundle: WorkflowBundleWithSourceMap;
beforeAll(async () => {
  quietRuntime();
  workflowBundle = await bundleWorkflows();
});

test('every way through every released version has a history here', () => {
  expect(names.length).toBeGreaterThanOrEqual(10);
});

// A change to workflow code that breaks one of these breaks journeys that are under way: guard it by `patched`.
test.each(names)('%s replays', async (name) => {
  const history = JSON.parse(await readFile(new URL(name, FOLDER), 'utf8')) as object;
  await Worker.runReplayHistory({ workflowBundle }, history, name);
});

test('a replay is a check: one that differs fails', async () => {
  const silent = JSON.parse(await readFile(new URL('boiler-renewal.v1-silent.json', FOLDER), 'utf8')) as { events: { timerStartedEventAttributes?: { startToFireTimeout: string } }[] };
  const withoutTimers = { events: silent.events.filter((event) => !event.timerStartedEventAttributes) };
  await expect(Worker.runReplayHistory({ workflowBundle }, withoutTimers, 'changed')).rejects.toThrow();
});
