import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { createSftp, type PrintProvider, type SftpOptions } from '../../../../activities/print/providers/index.ts';
import { until } from '../../../setup/until.ts';
import { renderedJob, type RenderedJob } from './rendered-job.ts';
import { sftpServer, sshKey, type ServerOptions, type SftpServerUnderTest } from './sftp-server.ts';

let job: RenderedJob;
let keys: string;
const servers: SftpServerUnderTest[] = [];
beforeAll(async () => {
  job = await renderedJob({ large: 1_000 });
  keys = await mkdtemp(join(tmpdir(), 'parcours-keys-'));
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
  await rm(join(job.folder, '.handed-over-sftp.json'), { force: true });
});
afterAll(() => Promise.all([job.clear(), rm(keys, { recursive: true })]));

async function serverWith(options: ServerOptions = {}): Promise<SftpServerUnderTest> {
  const server = await sftpServer(options);
  servers.push(server);
  return server;
}

const client = (server: SftpServerUnderTest, change: Partial<SftpOptions> = {}): PrintProvider =>
  createSftp({ host: '127.0.0.1', port: server.port, ...server.login, hostKeys: [server.fingerprint], folder: '.', ...change });

async function keyFile(name: string, key: string): Promise<string> {
  await writeFile(join(keys, name), key, { mode: 0o600 });
  return join(keys, name);
}

test('a password lets us in, also at a server that prompts for it', async () => {
  expect((await client(await serverWith()).handOver(job)).refused).toEqual([]);
  await rm(join(job.folder, '.handed-over-sftp.json'));
  expect((await client(await serverWith({ prompts: true })).handOver(job)).refused).toEqual([]);
});

test('a key lets us in, also one with a passphrase', async () => {
  const key = sshKey();
  const server = await serverWith({ authorizedKey: key });
  expect((await client(server, { password: undefined, keyFile: await keyFile('open', key) }).handOver(job)).refused).toEqual([]);
  const locked = { password: undefined, keyFile: await keyFile('locked', sshKey('sesame')), folder: '.' };
  for (const change of [{}, { keyPassphrase: 'wrong' }]) await expect(client(server, { ...locked, ...change }).handOver(job)).rejects.toMatchObject({ name: 'RetryableError', type: 'SftpKeyFile' });
  // It opens, and is a stranger's.
  await expect(client(server, { ...locked, keyPassphrase: 'sesame' }).handOver(job)).rejects.toMatchObject({ type: 'SftpUnauthorized' });
});

test('a server with another key gets nothing, not even the password', async () => {
  const server = await serverWith();
  const other = await serverWith();
  await expect(client(server, { hostKeys: [other.fingerprint] }).handOver(job)).rejects.toMatchObject({
    ...{ name: 'RetryableError', type: 'SftpHostKey' },
    message: `Expected sftp://127.0.0.1:${server.port} to prove itself with the key in SFTP_HOST_KEY, got ecdsa-sha2-nistp256 ${server.fingerprint}. It may be another machine that answers in its place: nothing was sent. Ask the print house for the fingerprint of its key, by telephone rather than by this line, and set SFTP_HOST_KEY when it has changed.`,
  });
  expect(server.requests).toEqual([]);
  expect(await client(server, { hostKeys: [other.fingerprint, server.fingerprint] }).report({ ...job, reference: `sftp://127.0.0.1:${server.port}/none` })).toBeUndefined();
});

test('a wrong password or key is an operator’s to mend, and stays out of the error', async () => {
  const server = await serverWith();
  const file = await keyFile('stranger', sshKey());
  for (const change of [{ password: 'not-this-one' }, { password: undefined, keyFile: file }, { user: 'nobody' }]) {
    const error: unknown = await client(server, change).handOver(job).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'RetryableError', type: 'SftpUnauthorized', message: expect.stringContaining('Check SFTP_USER and SFTP_KEY_FILE or SFTP_PASSWORD') });
    expect(String((error as Error).stack)).not.toContain('not-this-one');
  }
});

test('a key file that is none is named', async () => {
  const server = await serverWith();
  await expect(client(server, { keyFile: join(keys, 'gone') }).handOver(job)).rejects.toMatchObject({ type: 'SftpKeyFile', message: expect.stringContaining(`${join(keys, 'gone')}, got ENOENT`) });
  await writeFile(join(keys, 'text'), 'hello');
  await expect(client(server, { keyFile: join(keys, 'text') }).handOver(job)).rejects.toMatchObject({ name: 'RetryableError', type: 'SftpKeyFile' });
});

test('a server that is down, is none, says nothing or has no SFTP is tried again later', async () => {
  const server = await serverWith();
  const without = await serverWith({ withoutSftp: true });
  await expect(client(server, { port: await portOfNobody() }).handOver(job)).rejects.toMatchObject({ name: 'RetryableError', type: 'SftpUnreachable', message: expect.stringContaining('got ECONNREFUSED') });
  await expect(client(server, { host: 'no-such-host.invalid' }).handOver(job)).rejects.toMatchObject({ name: 'RetryableError', type: 'SftpUnreachable', message: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/) });
  await expect(client(without).handOver(job)).rejects.toMatchObject({ name: 'RetryableError', type: 'SftpNotOffered' });
  await withListener((socket) => socket.resume(), async (port) => {
    await expect(client(server, { port, timeoutMs: 300 }).handOver(job)).rejects.toMatchObject({ name: 'RetryableError', type: 'SftpUnreachable', message: expect.stringContaining('Timed out') });
  });
  await withListener((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), async (port) => {
    await expect(client(server, { port }).handOver(job)).rejects.toMatchObject({ name: 'RetryableError', type: 'SftpUnreachable' });
  });
});

test('no connection is left open, whether it went well or not', async () => {
  const server = await serverWith();
  await client(server).handOver(job);
  await rm(join(job.folder, '.handed-over-sftp.json'));
  server.fate(({ kind }) => (kind === 'stat' ? 'unanswered' : undefined));
  await expect(client(server, { timeoutMs: 300 }).handOver(job)).rejects.toMatchObject({ type: 'SftpUnreachable' });
  await expect(client(server, { hostKeys: [] }).handOver(job)).rejects.toMatchObject({ type: 'SftpHostKey' });
  await until('every connection to be closed', async () => server.open() === 0);
  expect(await readdir(server.root)).toHaveLength(1);
});

/** A port at which nobody listens. */
async function portOfNobody(): Promise<number> {
  return withListener(() => undefined, (port) => Promise.resolve(port));
}

async function withListener<Result>(onConnection: (socket: Socket) => void, work: (port: number) => Promise<Result>): Promise<Result> {
  const sockets = new Set<Socket>();
  const listener = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    onConnection(socket);
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  try {
    return await work((listener.address() as AddressInfo).port);
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => listener.close(resolve));
  }
}
