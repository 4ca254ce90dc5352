import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { WorkflowHandle } from '@temporalio/client';
import { journeyLed, moveJourney, signalJourney } from '../../client/index.ts';
import { timeline, type Clock } from '../../engine/index.ts';
import { play, type Happening } from '../../simulator/index.ts';
import type { JourneyInput } from '../../workflows/journey-input.ts';
import { testTemporal, type TestTemporal } from '../setup/temporal.ts';
import { until } from '../setup/until.ts';
import { VERSIONS, type Facts } from './versions.ts';

const DAY = 86_400_000;
const START = Date.parse('2026-11-02T09:00:00Z');
const EVERYTHING = { print: true, email: true, social: true };
const facts = { age: 7 };
const SPEED = 40;

let temporal: TestTemporal;
let folder: string;
let worker: ChildProcess;
let generations = 0;

async function startWorker(): Promise<void> {
  const file = fileURLToPath(new URL('./worker.ts', import.meta.url));
  worker = spawn(process.execPath, ['--import', 'tsx', file, temporal.address, temporal.namespace, folder], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } });
  generations += 1;
  await until('a worker', async () => (await readFile(join(folder, 'ready'), 'utf8').catch(() => '')).length >= generations, 60_000);
}

/** At once, as a machine dies. */
async function kill(): Promise<void> {
  const gone = new Promise((resolve) => worker.once('exit', resolve));
  worker.kill('SIGKILL');
  await gone;
}

beforeAll(async () => {
  [temporal, folder] = await Promise.all([testTemporal(), mkdtemp(join(tmpdir(), 'parcours-moving-'))]);
  await startWorker();
}, 120_000);

afterAll(async () => {
  await kill();
  await temporal.close();
  await rm(folder, { recursive: true });
});

/** It is the sixth day already, and stays so: what is told of earlier days counts from them, and no wait runs out meanwhile. */
async function start(id: string): Promise<WorkflowHandle> {
  const clock: Clock = { epoch: (Date.now() * SPEED - (START + 6 * DAY)) / (SPEED - 1), speed: SPEED };
  const input: JourneyInput = { facts, reachable: EVERYTHING, clock, began: START, stage: { name: 'entered' } };
  return temporal.client.workflow.start('renewal.v1', { workflowId: id, taskQueue: 'moving', args: [input] });
}

const standsAt = (handle: WorkflowHandle, wait: string) => until(`${handle.workflowId} to stand at ${wait}`, async () => (await handle.query<string[]>('timeline')).at(-1)?.includes(wait) ?? false, 60_000);
const tell = (handle: WorkflowHandle, response: 'scan' | 'click', touch: string, day: number) =>
  signalJourney(temporal.client, handle.workflowId, { eventId: `${response}-1`, kind: response, touch, at: START + day * DAY, evidence: 'human', ...(response === 'click' ? { data: { link: 'shop' } } : {}) });
const madeFor = async (id: string) => (await readdir(folder)).filter((name) => name.startsWith(`${id} `)).map((name) => name.slice(id.length + 1).replace('_', '/')).sort();

/** What version 2 tells of somebody who scans on day 2 and clicks on day 4, had it led the journey from the first day. */
const ON: Happening<Facts>[] = [
  { after: '2 days', response: 'scan', of: 'card', id: 'scan-1' },
  { after: '4 days', response: 'click', of: 'mail', link: 'shop', id: 'click-1' },
];

/** Each place where a journey waits, and what is told before and after it is moved there. */
const PLACES = [
  { at: 'wait 1', before: 0 },
  { at: 'wait 2', before: 1 },
  { at: 'sleep', before: 2 },
] as const;

describe('a journey under way moves to another version', () => {
  test.each(PLACES.flatMap((place) => [false, true].map((killed) => ({ ...place, killed }))))(
    'while it stands at $at (worker killed: $killed), as if it had been led by it from the start',
    async ({ at, before, killed }) => {
      const id = `moved-at-${at.replace(' ', '-')}${killed ? '-killed' : ''}`;
      const handle = await start(id);
      const tellings = [() => tell(handle, 'scan', 'card/1', 2), () => tell(handle, 'click', 'mail/1', 4)];
      await standsAt(handle, 'wait 1');
      for (const [index, telling] of tellings.slice(0, before).entries()) {
        await telling();
        await standsAt(handle, index === 0 ? 'wait 2' : 'sleep');
      }
      const moving = moveJourney(temporal.client, id, 2);
      if (killed) {
        await new Promise((resolve) => setTimeout(resolve, 15));
        await kill();
        await startWorker();
      }
      const verdict = await moving;
      expect({ accepted: verdict.accepted, wouldSend: verdict.wouldSend, leftOver: verdict.leftOver }).toEqual({ accepted: true, wouldSend: [], leftOver: [] });
      await until('version 2', async () => (await handle.describe()).type === 'renewal.v2', 30_000);

      for (const [index, telling] of tellings.entries()) {
        if (index >= before) await telling();
        if (index >= before) await standsAt(handle, index === 0 ? 'wait 2' : 'sleep');
      }
      await temporal.client.workflow.getHandle(id).executeUpdate('skip', { args: [] });
      expect(await handle.result()).toMatchObject({ outcome: 'hoped longer' });

      const { journal } = (await journeyLed(temporal.client, id)).start.past;
      const asIfLed = await play(VERSIONS[1]!, { facts, on: [...ON, { after: '6 days', operator: 'skip' }] });
      const story = (lines: readonly string[]) => lines.filter((line) => !/moved|skipped/.test(line)).map((line) => line.replace(/day [\d.]+/g, 'day'));
      expect(story(timeline(journal))).toEqual(story(asIfLed.timeline));
      expect(await madeFor(id)).toEqual(['card/1', 'follow/1', 'mail/1', 'more/1']);
    },
    120_000,
  );

  test('a version that can’t have led it so far does not get it: it stays where it is, with the reason', async () => {
    const handle = await start('stays');
    await standsAt(handle, 'wait 1');
    await tell(handle, 'scan', 'card/1', 2);
    await standsAt(handle, 'wait 2');
    const { accepted, why } = await moveJourney(temporal.client, 'stays', 3);
    expect({ accepted, why }).toEqual({ accepted: false, why: 'it would have sent more/1 on 2026-11-03, and had not asked for mail/1 by then, which was made on 2026-11-04' });
    expect((await handle.describe()).type).toBe('renewal.v1');
    await handle.executeUpdate('end', { args: [{ outcome: 'stopped' }] });
    expect(await handle.result()).toMatchObject({ outcome: 'stopped', by: 'operator' });
  }, 60_000);

  test('a version that nobody knows is refused before anything is written', async () => {
    const handle = await start('unknown');
    await standsAt(handle, 'wait 1');
    await expect(moveJourney(temporal.client, 'unknown', 9)).rejects.toThrow('Expected a version that its worker knows');
    await expect(moveJourney(temporal.client, 'unknown', 1)).rejects.toThrow('Expected another version than renewal.v1');
    await handle.executeUpdate('end', { args: [{}] });
    expect(await handle.result()).toMatchObject({ outcome: 'stopped' });
  }, 60_000);
});
