import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { withFileLock } from '../../cli/stack/file-lock.ts';
import { freePort } from '../../cli/stack/free-port.ts';
import { elapsed } from '../../cli/stack/progress-line.ts';
import { temporalBinary } from '../../cli/stack/temporal-binary.ts';
import { startTemporal } from '../../cli/stack/temporal-server.ts';
import { SEARCH_ATTRIBUTES } from '../../workflows/search-attributes.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parcours-temporal-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a server that is stopped and started again on its port and its file still has its journeys', async () => {
  const settings = { port: await freePort(), database: join(folder, 'journeys.sqlite'), log: join(folder, 'temporal.log') };
  const server = await startTemporal(settings);
  await withClient(server.address, (client) => client.workflow.start('boiler-renewal.v1', { workflowId: 'spring/p-001', taskQueue: 'nobody', args: [] }));
  await server.stop();

  const again = await startTemporal(settings);
  expect(again.address).toBe(server.address);
  await withClient(again.address, async (client) => {
    expect((await client.workflow.getHandle('spring/p-001').describe()).status.name).toBe('RUNNING');
    const { customAttributes } = await client.connection.operatorService.listSearchAttributes({ namespace: 'default' });
    expect(Object.keys(customAttributes ?? {})).toEqual(expect.arrayContaining(SEARCH_ATTRIBUTES.map(({ name }) => name)));
  });
  await again.stop();
});

async function withClient(address: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const connection = await Connection.connect({ address });
  try {
    await work(new Client({ connection }));
  } finally {
    await connection.close();
  }
}

test('the server program on PATH comes before the one in the cache', async () => {
  const program = async (...path: string[]): Promise<string> => {
    const file = join(folder, ...path);
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, '#!/bin/sh\n');
    await chmod(file, 0o755);
    return file;
  };
  const cached = await program('cache', 'parcours', 'temporal-v1.5.1');
  const env = { XDG_CACHE_HOME: join(folder, 'cache'), PATH: `${join(folder, 'empty')}:${join(folder, 'bin')}` };
  expect(await temporalBinary({ env })).toBe(cached);
  const onPath = await program('bin', 'temporal');
  expect(await temporalBinary({ env })).toBe(onPath);
});

test('two that want the same lock take turns', async () => {
  const lock = join(folder, 'turns.lock');
  const happened: string[] = [];
  const turn = (name: string): Promise<void> =>
    withFileLock(lock, async () => {
      happened.push(`${name} in`);
      await new Promise((resolve) => setImmediate(resolve));
      happened.push(`${name} out`);
    });
  await Promise.all([turn('one'), turn('other')]);
  expect(happened.map((what) => what.split(' ')[1])).toEqual(['in', 'out', 'in', 'out']);
});

test('a lock whose owner has died is taken over', async () => {
  const lock = join(folder, 'dead.lock');
  // Above the highest process id that Linux or macOS give.
  await writeFile(lock, '4194305');
  expect(await withFileLock(lock, async () => 'mine')).toBe('mine');
});

test('elapsed time is told as people tell it', () => {
  expect([0, 45_900, 185_000].map(elapsed)).toEqual(['0 s', '45 s', '3 min 05 s']);
});
