import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freePort } from '../../cli/stack/free-port.ts';
import { nodeChild } from '../../cli/stack/node-child.ts';
import { createService, type Service } from '../../cli/stack/processes.ts';
import { until } from '../setup/until.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parcours-processes-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Door {
  readonly service: Service;
  readonly url: string;
  readonly deaths: string[];
}

async function door(env: Record<string, string> = {}): Promise<Door> {
  const port = await freePort();
  const deaths: string[] = [];
  const service = createService({
    ...{ name: 'door', file: 'test/cli/processes/door.ts', log: join(folder, `door-${port}.log`) },
    env: { ...process.env, DOOR_PORT: String(port), ...env },
    ready: { url: `http://127.0.0.1:${port}/healthz` },
    onDeath: (message) => deaths.push(message),
  });
  return { service, url: `http://127.0.0.1:${port}`, deaths };
}

test('a process is started, killed without warning and started again; none of it counts as a death', async () => {
  const { service, url, deaths } = await door();
  await service.start();
  const first = service.pid();
  await service.kill('SIGKILL');
  expect(service.running()).toBe(false);
  await expect(fetch(url)).rejects.toThrow();

  await service.start();
  expect(service.pid()).not.toBe(first);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  await service.stop();
  expect(deaths).toEqual([]);
  expect(await readFile(service.log, 'utf8')).toBe('door open\ndoor open\n');
});

test('a process that dies before it is ready says why', async () => {
  const { service } = await door({ DOOR_JAMS: 'the hinge is rusty' });
  await expect(service.start()).rejects.toThrow(/Expected door to become ready, got its end \(code 3\):\n {2}The door jams: the hinge is rusty/);
});

test('a process that dies later is reported, with its last lines', async () => {
  const { service, url, deaths } = await door();
  await service.start();
  await fetch(`${url}/fall`).catch(() => {});
  await until('a death to be told', async () => deaths.length > 0);
  expect(deaths[0]).toMatch(/door ended by itself \(code 4\)/);
  expect(deaths[0]).toMatch(/door open/);
});

test('nothing outlives the process that started it, even when that one is killed by SIGKILL', async () => {
  const own = await mkdtemp(join(folder, 'starter-'));
  const { command, args } = nodeChild('test/cli/processes/starter.ts');
  const starter = spawn(command, [...args, own], { stdio: ['ignore', 'pipe', 'inherit'] });
  const line = await new Promise<string>((resolve) => createInterface({ input: starter.stdout }).once('line', resolve));
  const sleeper = Number(line.split(' ')[1]);
  expect(process.kill(sleeper, 0)).toBe(true);

  starter.kill('SIGKILL');
  await until('the folder to be removed', async () => !existsSync(own));
  await until('the child to end', async () => !isRunning(sleeper));
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
