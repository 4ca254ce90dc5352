import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createSftp, type PrintProvider } from '../../../../activities/print/providers/index.ts';
import { jobName } from '../../../../activities/print/providers/job-name.ts';
import { renderedJob, sha256 } from './rendered-job.ts';
import { sftpServer, type Fate, type SftpServerUnderTest } from './sftp-server.ts';

let server: SftpServerUnderTest;
let sftp: PrintProvider;
beforeAll(async () => {
  server = await sftpServer();
  sftp = createSftp({ host: '127.0.0.1', port: server.port, ...server.login, hostKeys: [server.fingerprint], folder: '.' });
});
afterAll(() => server.close());

let jobs = 0;

/** One job of its own, whose `nth` request meets its fate; then it is handed over again. */
async function interrupted(nth: number, fate: Fate): Promise<{ requests: number }> {
  const runId = `spring-2027/a6-postcard/2027-03-01T17:00:00.000Z/${++jobs}`;
  const job = await renderedJob({ runId, large: 40_000, only: ['001.pdf', 'ticket.json'] });
  let count = 0;
  const named: string[] = [];
  server.fate(({ kind, path }) => {
    const met = ++count === nth ? fate : undefined;
    if (kind === 'rename' && met !== 'cut') named.push(path.split('/').at(-1)!);
    return met;
  });
  const failed = await sftp.handOver(job).then(() => undefined, (error: { type?: string }) => error.type);
  const requests = count;
  count = Number.NEGATIVE_INFINITY;
  await sftp.handOver(job);

  if (failed !== undefined) expect(failed).toBe('SftpUnreachable');
  expect(named).toEqual(['001.pdf', 'ticket.json']);
  const folder = join(server.root, jobName(runId));
  const found = await Promise.all((await readdir(folder)).map(async (name) => [name, sha256(await readFile(join(folder, name)))] as const));
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(job.files.map((file) => [file.name, file.sha256])));
  await job.clear();
  return { requests };
}

test.each(['cut', 'done-then-cut'] as const)('a job whose connection is %s at any of its requests arrives once and whole', async (fate) => {
  const { requests } = await interrupted(0, undefined);
  expect(requests).toBeGreaterThan(20);
  for (let nth = 1; nth <= requests; nth++) await interrupted(nth, fate);
});
