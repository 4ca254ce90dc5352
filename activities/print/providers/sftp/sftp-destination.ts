import { posix } from 'node:path';
import type { FileEntry, Stats } from 'ssh2';
import { RetryableError } from '../../../errors.ts';
import type { Destination } from '../destination.ts';
import { STATUS } from './sftp-error.ts';
import { sftpRead, sftpWrite } from './sftp-file.ts';
import type { SftpSession } from './sftp-session.ts';

/** A job's folder on a server. Its parent has to be there. */
export function sftpDestination(session: SftpSession, folder: string): Destination {
  const { ask, attempt, server } = session;
  const path = (name: string): string => posix.join(folder, name);

  async function size(file: string): Promise<number | undefined> {
    const { stats, code } = await attempt<Stats>((sftp, done) => sftp.stat(file, done)).then(
      (found) => ({ stats: found, code: undefined }),
      (error: { code?: unknown }) => ({ stats: undefined, code: error.code }),
    );
    if (stats) return stats.size;
    if (code === STATUS.noSuchFile) return undefined;
    // Servers on Windows have no better word than failure for a file that is not there: the list of its folder tells.
    if (code === STATUS.failure && !(await names(posix.dirname(file))).includes(posix.basename(file))) return undefined;
    return (await ask<Stats>(`look at ${file}`, (sftp, done) => sftp.stat(file, done))).size;
  }

  async function names(inFolder: string): Promise<string[]> {
    const entries = await ask<FileEntry[]>(`list ${inFolder}`, (sftp, done) => sftp.readdir(inFolder, done));
    return entries.map(({ filename }) => filename);
  }

  return {
    reference: server + folder.split('/').map(encodeURIComponent).join('/'),
    async prepare() {
      if ((await size(folder)) !== undefined) return;
      try {
        await ask(`make the folder ${folder}`, (sftp, done) => sftp.mkdir(folder, done));
      } catch (error) {
        // An earlier attempt that is still under way may have been faster.
        if ((await size(folder).catch(() => undefined)) === undefined) throw error;
      }
    },
    size: (name) => size(path(name)),
    names: () => names(folder),
    read: (name) => sftpRead(session, path(name)),
    write: (name, content, from) => sftpWrite(session, { path: path(name), content, from }),
    // SFTP's own rename refuses to replace a file (draft 02, section 6.5), where OpenSSH's extension would.
    rename: (from, to) => ask(`rename ${path(from)} to ${to}`, (sftp, done) => sftp.rename(path(from), path(to), done)),
    remove: (name) => ask(`remove ${path(name)}`, (sftp, done) => sftp.unlink(path(name), done)),
  };
}

/** The folder that a reference names. */
export function folderIn(reference: string): string {
  return decodeURIComponent(new URL(reference).pathname);
}

/** The absolute path of the folder that holds the jobs. */
export async function rootFolder({ ask, server }: SftpSession, folder: string): Promise<string> {
  const root = await ask<string>(`find the folder ${folder}`, (sftp, done) => sftp.realpath(folder, done));
  const found = await ask<Stats>(`look at the folder ${root}`, (sftp, done) => sftp.stat(root, done));
  if (found.isDirectory()) return root;
  throw new RetryableError('PrinterFolderMissing', `Expected SFTP_FOLDER to be a folder on ${server}, got a file at ${root}. Ask the print house for its folder.`);
}
