import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import ssh2 from 'ssh2';
import { createSftp, type PrintProvider, type SftpOptions } from '../../../../activities/print/providers/index.ts';
import { JOB, LARGE, renderedJob, sha256, type RenderedJob } from './rendered-job.ts';
import { sftpServer, type SftpRequest, type SftpServerUnderTest } from './sftp-server.ts';

const { STATUS_CODE } = ssh2.utils.sftp;
let server: SftpServerUnderTest;
let job: RenderedJob;
beforeEach(async () => {
  [server, job] = await Promise.all([sftpServer(), renderedJob()]);
  await mkdir(join(server.root, 'in'));
});
afterEach(() => Promise.all([server.close(), job.clear()]));

const client = (change: Partial<SftpOptions> = {}): PrintProvider =>
  createSftp({ host: '127.0.0.1', port: server.port, ...server.login, hostKeys: [server.fingerprint], folder: 'in', ...change });
const at = (name = ''): string => join(server.root, 'in', JOB, name);
const partOf = (name: string): string => `${name}.${job.files.find((file) => file.name === name)!.sha256.slice(0, 8)}.part`;
const ofKind = (kind: string, name = ''): string[] => server.requests.filter((request) => request.startsWith(`${kind} `) && request.includes(name));

/** Holds the first request that `is` the one, and all that come after it in its connection, until it may go on. */
function waitingAt(is: (request: SftpRequest) => boolean): { readonly reached: Promise<void>; goOn(): void } {
  let goOn = (): void => undefined;
  const gate = new Promise<void>((resolve) => (goOn = resolve));
  let used = false;
  const reached = new Promise<void>((resolve) =>
    server.fate((request) => {
      if (used || !is(request)) return undefined;
      used = true;
      resolve();
      return { after: gate };
    }),
  );
  return { reached, goOn: () => goOn() };
}

async function expectWhole(): Promise<void> {
  const found = await Promise.all((await readdir(at())).map(async (name) => [name, sha256(await readFile(at(name)))] as const));
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(job.files.map((file) => [file.name, file.sha256])));
}

describe('a job', () => {
  test('arrives whole, the ticket last, and tells how far it is', async () => {
    const progress: unknown[] = [];
    expect(await client().handOver(job, { heartbeat: (said) => progress.push(said) })).toEqual({ reference: `sftp://127.0.0.1:${server.port}/in/${JOB}`, refused: [] });
    await expectWhole();
    expect(ofKind('rename').map((request) => request.split('/').at(-1))).toEqual(['001.pdf', '001-fronts.pdf', 'manifest.csv', 'ticket.json']);
    expect(progress).toContainEqual({ file: '001.pdf', sent: LARGE, of: LARGE });
    expect(JSON.stringify(progress).length / progress.length).toBeLessThan(80);
  });

  test('is the same job when it is handed over again', async () => {
    const receipt = await client().handOver(job);
    server.requests.length = 0;
    expect(await client().handOver(job)).toEqual(receipt);
    expect([...ofKind('write'), ...ofKind('rename'), ...ofKind('mkdir')]).toEqual([]);
  });

  test('goes on where the connection broke', async () => {
    let writes = 0;
    server.fate(({ kind }) => (kind === 'write' && ++writes === 60 ? 'cut' : undefined));
    await expect(client().handOver(job)).rejects.toMatchObject({ name: 'RetryableError', type: 'SftpUnreachable', message: expect.stringContaining('got the end of the connection') });
    expect(await readdir(at())).toEqual([partOf('001.pdf')]);

    server.fate(() => undefined);
    server.requests.length = 0;
    await client().handOver(job);
    await expectWhole();
    expect(ofKind('write', '001.pdf').length).toBeLessThan(80);
    // What was begun earlier is read back, however large: the disk may have lost some of it.
    expect(ofKind('read', '001.pdf').length).toBeGreaterThan(90);
  });

  test('is begun anew where what lies there is not its beginning', async () => {
    await mkdir(at());
    await writeFile(at(partOf('001.pdf')), Buffer.alloc(LARGE - 1_000));
    await expect(client().handOver(job)).rejects.toMatchObject({ name: 'RetryableError', type: 'PrinterGotLess' });
    await client().handOver(job);
    await expectWhole();
  });

  test('is begun anew where more lies there than it has', async () => {
    await mkdir(at());
    await writeFile(at(partOf('manifest.csv')), Buffer.alloc(500));
    await client().handOver(job);
    await expectWhole();
  });

  test('whose answer to the last rename is lost is not sent again, also when the printer has taken it away by then', async () => {
    server.fate(({ kind, path }) => (kind === 'rename' && path.endsWith('ticket.json') ? 'done-then-cut' : undefined));
    await expect(client().handOver(job)).rejects.toMatchObject({ type: 'SftpUnreachable' });
    await expectWhole();
    await rm(at(), { recursive: true });

    server.fate(() => undefined);
    expect(await client().handOver(job)).toEqual({ reference: `sftp://127.0.0.1:${server.port}/in/${JOB}`, refused: [] });
    expect(await readdir(join(server.root, 'in'))).toEqual([]);
  });

  test('whose last rename never came is finished', async () => {
    server.fate(({ kind, path }) => (kind === 'rename' && path.endsWith('ticket.json') ? 'cut' : undefined));
    await expect(client().handOver(job)).rejects.toMatchObject({ type: 'SftpUnreachable' });
    server.fate(() => undefined);
    await client().handOver(job);
    await expectWhole();
  });

  test('does not replace what has its name', async () => {
    await mkdir(at());
    await writeFile(at('001-fronts.pdf'), 'another');
    await expect(client().handOver(job)).rejects.toMatchObject({
      ...{ name: 'PermanentError', type: 'OtherFileThere' },
      message: expect.stringMatching(new RegExp(`^Expected no other file at sftp://127.0.0.1:\\d+/in/${JOB}/001-fronts.pdf than ${job.folder}/001-fronts.pdf of print run .* got one of 7 bytes with other content`)),
    });
    expect(await readFile(at('001-fronts.pdf'), 'utf8')).toBe('another');
    expect(await readdir(at())).not.toContain('ticket.json');
  });

  test('is sent once when two attempts are under way', async () => {
    await Promise.allSettled([client().handOver(job), client().handOver(job)]);
    await client().handOver(job);
    await expectWhole();
    expect(ofKind('rename', 'ticket.json')).toHaveLength(1);
  });

  test('that one attempt set free is not set free again by a slower one, when the printer has taken it by then', async () => {
    const slow = waitingAt(({ kind, path }) => kind === 'open' && path.includes('ticket.json'));
    const slower = client().handOver(job);
    await slow.reached;
    await client().handOver(job);
    for (const name of await readdir(at())) await rm(at(name));
    slow.goOn();
    await expect(slower).resolves.toMatchObject({ refused: [] });
    expect(ofKind('rename', 'ticket.json')).toHaveLength(1);
    expect(await readdir(at())).toEqual([]);
  });
});

describe('a server', () => {
  test('that lets us write but not read is trusted by size', async () => {
    server.fate(({ kind, path }) => (kind === 'open' && server.requests.at(-2) === `stat ${path}` && path.endsWith('.part') && ofKind('write', path).length > 0 ? { status: STATUS_CODE.PERMISSION_DENIED } : undefined));
    await client().handOver(job);
    expect(ofKind('read')).toEqual([]);
    await expectWhole();
  });

  test('that calls a missing file a failure, as on Windows, is asked for the list', async () => {
    server.fate(({ kind, path }) => (kind === 'stat' && !existsSync(join(server.root, path)) ? { status: STATUS_CODE.FAILURE } : undefined));
    await client().handOver(job);
    await expectWhole();
    server.fate(({ kind }) => (kind === 'stat' ? { status: STATUS_CODE.FAILURE } : undefined));
    await expect(client().handOver(job)).rejects.toMatchObject({ name: 'RetryableError', type: 'PrinterTrouble' });
  });

  test('whose disk is full keeps what it has until there is room', async () => {
    let writes = 0;
    server.fate(({ kind }) => (kind === 'write' && ++writes > 50 ? { status: STATUS_CODE.FAILURE } : undefined));
    await expect(client().handOver(job)).rejects.toMatchObject({ name: 'RetryableError', type: 'PrinterDiskFull', message: expect.stringMatching(/to write \/in\/.*\.part, got 'Failure', as servers say when a disk or a quota is full/) });
    expect(await readdir(at())).toEqual([partOf('001.pdf')]);
    server.fate(() => undefined);
    await client().handOver(job);
    await expectWhole();
  });

  test('that tells of its full disk only on closing is believed', async () => {
    server.fate(({ kind, path }) => (kind === 'close' && path.endsWith('.part') ? { status: STATUS_CODE.FAILURE, message: 'Disk quota exceeded' } : undefined));
    await expect(client().handOver(job)).rejects.toMatchObject({ type: 'PrinterDiskFull', message: expect.stringContaining("'Disk quota exceeded'") });
  });

  test.each([
    ['mkdir', 'PrinterForbids', 'make the folder'],
    ['open', 'PrinterForbids', 'to write'],
    ['rename', 'PrinterForbids', 'to rename'],
  ] as const)('that forbids %s is an operator’s to mend', async (kind, type, words) => {
    server.fate((request) => (request.kind === kind ? { status: STATUS_CODE.PERMISSION_DENIED } : undefined));
    await expect(client().handOver(job)).rejects.toMatchObject({ name: 'RetryableError', type, message: expect.stringContaining(words) });
  });

  test('that does not answer is given up', async () => {
    server.fate(({ kind }) => (kind === 'mkdir' ? 'unanswered' : undefined));
    await expect(client({ timeoutMs: 1_500 }).handOver(job)).rejects.toMatchObject({ type: 'SftpUnreachable', message: expect.stringContaining('got no answer in time') });
  });

  test('without our folder is not given another', async () => {
    await rm(join(server.root, 'in'), { recursive: true });
    await expect(client().handOver(job)).rejects.toMatchObject({ name: 'RetryableError', type: 'PrinterFolderMissing', message: expect.stringContaining('Check SFTP_FOLDER') });
    await writeFile(join(server.root, 'in'), '');
    await expect(client().handOver(job)).rejects.toMatchObject({ type: 'PrinterFolderMissing', message: expect.stringContaining('got a file at /in') });
  });
});

describe('a run', () => {
  test('that changed after it was rendered is not printed', async () => {
    await writeFile(join(job.folder, '001-fronts.pdf'), Buffer.alloc(70_000));
    await expect(client().handOver(job)).rejects.toMatchObject({ name: 'PermanentError', type: 'PrintFileChanged', message: expect.stringContaining(join(job.folder, '001-fronts.pdf')) });
    expect(await readdir(at())).toEqual(['001.pdf']);
  });

  test('is looked at before anything is sent', async () => {
    await rm(join(job.folder, 'manifest.csv'));
    await expect(client().handOver(job)).rejects.toMatchObject({ type: 'PrintFileChanged' });
    expect(await readdir(join(server.root, 'in'))).toEqual([]);
  });
});

describe('what was printed', () => {
  const where = (): Parameters<PrintProvider['report']>[0] => ({ ...job, reference: `sftp://127.0.0.1:${server.port}/in/${JOB}` });

  test('is unknown until the printer’s report is whole', async () => {
    expect(await client().report(where())).toBeUndefined();
    await mkdir(at());
    await writeFile(at('printed.csv'), 'piece_id,status\nspring-2027/p-1/renewal-postcard/1,pri');
    expect(await client().report(where())).toBeUndefined();
    await writeFile(at('printed.csv'), 'piece_id,status\nspring-2027/p-1/renewal-postcard/1,printed\n');
    expect(await client().report(where())).toEqual({ pieces: [{ pieceId: 'spring-2027/p-1/renewal-postcard/1', status: 'printed' }] });
  });

  test('is unknown while the report grows under our eyes', async () => {
    await mkdir(at());
    await writeFile(at('printed.csv'), 'piece_id,status\np-1,printed\n');
    let grown: Promise<void> | undefined;
    server.fate(({ kind }) => {
      if (kind === 'read') grown ??= writeFile(at('printed.csv'), 'p-2,printed\n', { flag: 'a' });
      return undefined;
    });
    expect(await client().report(where())).toBeUndefined();
    await grown;
    expect((await client().report(where()))?.pieces).toHaveLength(2);
  });
});
