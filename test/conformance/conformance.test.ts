import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import type { WorkflowHandle } from '@temporalio/client';
import type { JournalEntry } from '../../engine/index.ts';
import { bundleWorkflows } from '../../worker/index.ts';
import { testTemporal, type TestTemporal } from '../setup/temporal.ts';
import { CASES, EVERY_CASE } from './cases/index.ts';
import type { Case } from './case.ts';
import { Lives, until } from './lived.ts';
import { RELEASED } from './released.ts';
import { played, type Told } from './told.ts';

let temporal: TestTemporal;
let workflowBundle: WorkflowBundleWithSourceMap;
beforeAll(async () => {
  [temporal, workflowBundle] = await Promise.all([
    testTemporal(),
    bundleWorkflows(fileURLToPath(new URL('./workflow.ts', import.meta.url))),
  ]);
}, 120_000);
afterAll(() => temporal.close());

const startWorker = (taskQueue: string, { activities }: Lives, bundle = workflowBundle) =>
  Worker.create({ connection: temporal.nativeConnection, namespace: temporal.namespace, taskQueue, workflowBundle: bundle, activities, maxCachedWorkflows: 1_000 });

/** What one case can't tell is its own failure, and no other's. */
const telling = (told: Promise<Told>) => told.catch((error: unknown): Told => ({ journal: [], end: `no end: ${error instanceof Error ? `${error.message} ${String(error.cause ?? '')}` : String(error)}` }));

async function lived(cases: readonly Case[], taskQueue: string, bundle = workflowBundle): Promise<Map<Case, Told>> {
  const lives = new Lives(temporal.client, taskQueue);
  const worker = await startWorker(taskQueue, lives, bundle);
  return worker.runUntil(async () => {
    const told = await Promise.all(
      cases.map(async (one) => {
        const handle = await lives.start(one);
        const { runId } = await handle.describe();
        const happened = lives.happen(one, handle);
        return [one, await telling(happened.then(() => lives.told(handle, runId)))] as const;
      }),
    );
    return new Map(told);
  });
}

/** What happens and what is due falls into a time in which there is no worker. */
async function livedAway(cases: readonly Case[], taskQueue: string): Promise<Map<Case, Told>> {
  const lives = new Lives(temporal.client, taskQueue);
  const started = await (await startWorker(taskQueue, lives)).runUntil(() => Promise.all(cases.map(async (one) => ({ one, handle: await waiting(lives, one) }))));
  await Promise.all(started.map(({ one, handle: { handle } }) => lives.happen(one, handle, { atOnce: true })));
  await until(Date.now() + 200);
  return (await startWorker(taskQueue, lives)).runUntil(async () => new Map(await Promise.all(started.map(async ({ one, handle: { handle, runId } }) => [one, await telling(lives.told(handle, runId))] as const))));
}

async function waiting(lives: Lives, one: Case): Promise<{ handle: WorkflowHandle; runId: string }> {
  const handle = await lives.start(one);
  await handle.query('status');
  return { handle, runId: (await handle.describe()).runId };
}

const exactly = ({ journal, end }: Told) => ({ end, journal });
/** Where an operator acts at the time it is out there, the days are compared and not the minutes. */
const byDay = ({ journal, end }: Told) => ({ end, journal: journal.map(daysOf) });
const daysOf = (entry: JournalEntry): object =>
  Object.fromEntries(Object.entries(entry).flatMap(([key, value]) => (['at', 'until'].includes(key) ? [] : key === 'receipt' ? [[key, { ...value, at: 0 }]] : [[key, value]])));

describe('the same path tells the same story in Temporal and in virtual time', () => {
  const { operators, sameInstant, ...exact } = CASES;
  const inTime = Object.values(exact).flat();
  let told: Map<Case, Told>;
  beforeAll(async () => {
    const [one, two, three] = await Promise.all([
      lived([...inTime, ...operators], 'in-time'),
      livedAway(sameInstant, 'away'),
      bundleWorkflows().then((product) => lived(RELEASED, 'released', product)),
    ]);
    told = new Map([...one, ...two, ...three]);
  }, 120_000);

  test.each([...inTime, ...sameInstant].map((one) => [one.name, one] as const))('%s', async (_, one) => {
    expect(exactly(told.get(one)!)).toEqual(exactly(await played(one)));
  });

  test.each(operators.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    expect(byDay(told.get(one)!)).toEqual(byDay(await played(one)));
  });

  test.each(RELEASED.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    expect(exactly(told.get(one)!)).toEqual(exactly(await played(one)));
  });

  test('there are as many cases as the vocabulary deserves, each once', () => {
    expect(EVERY_CASE.length).toBeGreaterThanOrEqual(80);
    expect(new Set(EVERY_CASE.map(({ scenario }) => scenario.name)).size).toBe(EVERY_CASE.length);
  });
});
