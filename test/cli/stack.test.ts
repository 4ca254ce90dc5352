import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { startStack } from '../../cli/stack/index.ts';
import { testStore } from '../setup/store.ts';
import { testTemporal } from '../setup/temporal.ts';

test('the whole stack comes up, survives the death of its worker, and goes down', async () => {
  const [store, temporal, out] = [await testStore(), await testTemporal(), await mkdtemp(join(tmpdir(), 'parcours-stack-'))];
  const deaths: string[] = [];
  const stack = await startStack({
    ...{ out, temporal, database: { url: store.databaseUrl, schema: store.schemaName } },
    onDeath: (message) => deaths.push(message),
  });
  const { worker, tracker, sandbox } = stack.processes;
  expect((await fetch(`${stack.addresses.tracker}/healthz`)).status).toBe(200);
  expect((await fetch(`${stack.addresses.sandbox}/healthz`)).status).toBe(200);
  expect(stack.env['DATABASE_SCHEMA']).toBe(store.schemaName);

  await worker.kill('SIGKILL');
  await worker.start();
  expect(worker.running()).toBe(true);

  await stack.stop();
  expect([worker, tracker, sandbox].map((service) => service.running())).toEqual([false, false, false]);
  await expect(fetch(stack.addresses.tracker)).rejects.toThrow();
  expect(deaths).toEqual([]);
  await temporal.close();
  await store.destroy();
  await rm(out, { recursive: true });
}, 240_000);
