import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createFolder, type PrintJob } from '../../../../activities/print/providers/index.ts';
import { JOB, LARGE, renderedJob, RUN, sha256, type RenderedJob } from './rendered-job.ts';

let hotFolder: string;
let job: RenderedJob;
beforeEach(async () => {
  [hotFolder, job] = await Promise.all([mkdtemp(join(tmpdir(), 'parcours-hot-')), renderedJob()]);
});
afterEach(() => Promise.all([rm(hotFolder, { recursive: true }), job.clear()]));

const at = (name = ''): string => join(hotFolder, JOB, name);
const partOf = (name: string): string => `${name}.${job.files.find((file) => file.name === name)!.sha256.slice(0, 8)}.part`;

async function expectWhole(): Promise<void> {
  const found = await Promise.all((await readdir(at())).map(async (name) => [name, sha256(await readFile(at(name)))] as const));
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(job.files.map((file) => [file.name, file.sha256])));
}

describe('without a hot folder', () => {
  test('a job stays where it was rendered', async () => {
    const before = await readdir(job.folder);
    expect(await createFolder().handOver(job)).toEqual({ reference: job.folder, refused: [] });
    expect(await readdir(job.folder)).toEqual(before);
  });

  test('a file that is no longer the one that was rendered is named', async () => {
    await writeFile(join(job.folder, '001.pdf'), Buffer.alloc(LARGE));
    await expect(createFolder().handOver(job)).rejects.toMatchObject({ name: 'PermanentError', type: 'PrintFileChanged', message: expect.stringContaining(`${job.folder}/001.pdf to be as it was rendered (SHA-256 `) });
  });
});

describe('a hot folder', () => {
  test('gets the job whole, in a folder of its own', async () => {
    const progress: unknown[] = [];
    expect(await createFolder({ hotFolder }).handOver(job, { heartbeat: (said) => progress.push(said) })).toEqual({ reference: join(hotFolder, JOB), refused: [] });
    await expectWhole();
    expect(progress).toContainEqual({ file: '001.pdf', sent: LARGE, of: LARGE });
  });

  test('gets it once', async () => {
    const folder = createFolder({ hotFolder });
    const receipt = await folder.handOver(job);
    expect(await folder.handOver(job)).toEqual(receipt);
    await expectWhole();
    await rm(at(), { recursive: true });
    expect(await folder.handOver(job)).toEqual(receipt);
    expect(await readdir(hotFolder)).toEqual([]);
  });

  test('keeps what an earlier attempt brought', async () => {
    await mkdir(at());
    await writeFile(at('001-fronts.pdf'), await readFile(join(job.folder, '001-fronts.pdf')));
    await writeFile(at(partOf('001.pdf')), (await readFile(join(job.folder, '001.pdf'))).subarray(0, 2_500_000));
    await createFolder({ hotFolder }).handOver(job);
    await expectWhole();
  });

  test('that has another file of that name keeps it, and both are named', async () => {
    await mkdir(at());
    await writeFile(at('manifest.csv'), 'another');
    await expect(createFolder({ hotFolder }).handOver(job)).rejects.toMatchObject({
      ...{ name: 'PermanentError', type: 'OtherFileThere' },
      message: expect.stringContaining(`Expected no other file at ${at('manifest.csv')} than ${join(job.folder, 'manifest.csv')} of print run ${RUN}`),
    });
    expect(await readFile(at('manifest.csv'), 'utf8')).toBe('another');
  });

  test('that is full keeps what it has until there is room', async () => {
    await mkdir(at());
    // A disk that is full, on every Linux.
    await symlink('/dev/full', at(partOf('manifest.csv')));
    await expect(createFolder({ hotFolder }).handOver(job)).rejects.toMatchObject({ name: 'RetryableError', type: 'PrinterDiskFull', message: expect.stringContaining(`${partOf('manifest.csv')}, got ENOSPC. Make room there`) });
    await rm(at(partOf('manifest.csv')));
    await createFolder({ hotFolder }).handOver(job);
    await expectWhole();
  });

  test('that is not there is not made: it may be a disk that is not mounted', async () => {
    await expect(createFolder({ hotFolder: join(hotFolder, 'mnt/in') }).handOver(job)).rejects.toMatchObject({ name: 'RetryableError', type: 'PrinterFolderMissing', message: expect.stringContaining('Check PRINT_FOLDER, and that its disk is mounted') });
    expect(await readdir(hotFolder)).toEqual([]);
  });

  test('that can’t be written to is an operator’s to mend', async () => {
    // The kernel's own folder, in which nobody makes one, not even root.
    await expect(createFolder({ hotFolder: '/sys' }).handOver(job)).rejects.toMatchObject({ name: 'RetryableError', type: 'PrinterForbids' });
    await writeFile(join(hotFolder, 'file'), '');
    await expect(createFolder({ hotFolder: join(hotFolder, 'file') }).handOver(job)).rejects.toMatchObject({ name: 'RetryableError', type: 'PrinterFolderMissing' });
  });

  test('gets nothing of a file that changes while it is sent', async () => {
    await writeFile(join(job.folder, '001-fronts.pdf'), Buffer.alloc(70_000));
    await expect(createFolder({ hotFolder }).handOver(job)).rejects.toMatchObject({ name: 'PermanentError', type: 'PrintFileChanged' });
    expect(await readdir(at())).toEqual(['001.pdf']);
  });
});

describe('a job that is none', () => {
  const refused = (change: Partial<PrintJob>): Promise<unknown> => createFolder({ hotFolder }).handOver({ ...job, ...change }).catch((error: unknown) => error);

  test('is refused before anything of it is sent', async () => {
    expect(await refused({ files: job.files.slice(0, -1) })).toMatchObject({ name: 'PermanentError', type: 'NoTicket', message: expect.stringContaining("got 'manifest.csv'") });
    expect(await refused({ files: [] })).toMatchObject({ name: 'PermanentError', type: 'NoTicket' });
    expect(await refused({ files: [job.files[0]!, ...job.files] })).toMatchObject({ type: 'BadFileName', message: expect.stringContaining("got '001.pdf' twice") });
    for (const name of ['../001.pdf', '/etc/passwd', 'a/b.pdf', '..', '.hidden', '001.pdf\n', '001.part', 'a\\b.pdf', '']) {
      expect(await refused({ files: [{ ...job.files[0]!, name }, ...job.files.slice(1)] })).toMatchObject({ name: 'PermanentError', type: 'BadFileName' });
    }
    for (const runId of ['../../etc', 'spring/a6-postcard', 'spring/../2027-03-01T17:00:00Z', `${RUN}/2/3`, `${RUN}/..`, `spring_x/a6/2027-03-01T17:00:00Z`]) {
      expect(await refused({ runId })).toMatchObject({ name: 'PermanentError', type: 'BadPrintRun' });
    }
    expect(await readdir(hotFolder)).toEqual([]);
  });

  test('whose folder this worker does not see is another worker’s', async () => {
    expect(await refused({ folder: join(hotFolder, 'not-mounted') })).toMatchObject({ name: 'RetryableError', type: 'RunFolderMissing', message: expect.stringContaining('PARCOURS_OUT has to be the same folder for every worker') });
  });

  test('rendered anew after it was handed over is not printed twice', async () => {
    await createFolder({ hotFolder }).handOver(job);
    const ticket = Buffer.from('{"run":"another"}\n');
    await writeFile(join(job.folder, 'ticket.json'), ticket);
    const anew = { files: [...job.files.slice(0, -1), { name: 'ticket.json', bytes: ticket.length, sha256: sha256(ticket) }] };
    expect(await refused(anew)).toMatchObject({ name: 'PermanentError', type: 'HandedOverBefore', message: expect.stringContaining(join(hotFolder, JOB)) });
  });

  test('that may lie whole in another place is asked about', async () => {
    await createFolder({ hotFolder }).handOver(job);
    const elsewhere = await mkdtemp(join(tmpdir(), 'parcours-hot-'));
    await expect(createFolder({ hotFolder: elsewhere }).handOver(job)).rejects.toMatchObject({ name: 'RetryableError', type: 'HandedOverElsewhere' });
    await rm(elsewhere, { recursive: true });
  });
});

test('what was printed is read beside the ticket', async () => {
  const folder = createFolder({ hotFolder });
  const where = { ...job, reference: (await folder.handOver(job)).reference };
  expect(await folder.report(where)).toBeUndefined();
  await writeFile(at('printed.csv'), 'piece_id,status\n');
  expect(await folder.report(where)).toBeUndefined();
  await writeFile(at('printed.csv'), 'piece_id,status\np-1,prin');
  expect(await folder.report(where)).toBeUndefined();
  await writeFile(at('printed.csv'), 'piece_id,status\np-1,printed\n');
  expect(await folder.report(where)).toEqual({ pieces: [{ pieceId: 'p-1', status: 'printed' }] });
  await writeFile(at('printed.csv'), 'piece_id,status\np-1,print\n');
  await expect(folder.report(where)).rejects.toMatchObject({ name: 'PermanentError', type: 'BadPrinterReport', message: expect.stringContaining(`Expected ${at('printed.csv')} to tell of a piece in each line, got a line that does not:\nline 2: `) });
});
