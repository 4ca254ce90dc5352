import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createSftp, type PrintProvider } from '../../../../activities/print/providers/index.ts';
import { JOB, renderedJob, sha256, type RenderedJob } from './rendered-job.ts';
import { openSshServer, type OpenSshServer } from './open-ssh-server.ts';

/** The server that most print houses run. What goes wrong is tested with a server in this process; here is what goes right. */
let server: OpenSshServer;
let sftp: PrintProvider;
let job: RenderedJob;
beforeAll(async () => {
  [server, job] = await Promise.all([openSshServer(), renderedJob()]);
  sftp = createSftp({ host: '127.0.0.1', port: server.port, user: server.user, keyFile: server.keyFile, hostKeys: [server.fingerprint], folder: server.folder });
});
afterAll(() => Promise.all([server.close(), job.clear()]));

const at = (name = ''): string => join(server.folder, JOB, name);

test('a job arrives whole at OpenSSH, goes on where it broke off, and is sent once', async () => {
  await mkdir(at());
  const half = (await readFile(join(job.folder, '001.pdf'))).subarray(0, 1_700_000);
  await writeFile(at(`001.pdf.${job.files[0]!.sha256.slice(0, 8)}.part`), half);

  const receipt = await sftp.handOver(job);
  expect(receipt).toEqual({ reference: `sftp://127.0.0.1:${server.port}${at().replace(/\/$/, '')}`, refused: [] });
  const found = await Promise.all((await readdir(at())).map(async (name) => [name, sha256(await readFile(at(name)))] as const));
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(job.files.map((file) => [file.name, file.sha256])));
  expect(await sftp.handOver(job)).toEqual(receipt);
});

test('another file of a name is not replaced', async () => {
  const other = await renderedJob({ runId: 'spring-2027/a6-postcard/2027-03-02T17:00:00.000Z' });
  const folder = join(server.folder, 'spring-2027_a6-postcard_2027-03-02T17-00-00Z');
  await mkdir(folder);
  await writeFile(join(folder, '001.pdf'), 'another');
  await expect(sftp.handOver(other)).rejects.toMatchObject({ name: 'PermanentError', type: 'OtherFileThere' });
  await other.clear();
});

test('what was printed is fetched', async () => {
  const where = { ...job, reference: (await sftp.handOver(job)).reference };
  expect(await sftp.report(where)).toBeUndefined();
  await writeFile(at('printed.csv'), 'piece_id,status\nspring-2027/p-1/renewal-postcard/1,printed\n');
  expect(await sftp.report(where)).toEqual({ pieces: [{ pieceId: 'spring-2027/p-1/renewal-postcard/1', status: 'printed' }] });
});

test('a server that shows another key is refused', async () => {
  const pinned = createSftp({ host: '127.0.0.1', port: server.port, user: server.user, keyFile: server.keyFile, hostKeys: [`SHA256:${'A'.repeat(43)}`], folder: server.folder });
  await expect(pinned.handOver(job)).rejects.toMatchObject({ type: 'SftpHostKey', message: expect.stringContaining(`got ssh-ed25519 ${server.fingerprint}`) });
});
