import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PLACES = ['/usr/sbin/sshd', '/usr/bin/sshd', '/usr/local/sbin/sshd'];

/** OpenSSH's own server, on the loopback, with keys and a folder of its own; the user who runs the tests is let in by `keyFile`. */
export interface OpenSshServer {
  readonly port: number;
  readonly user: string;
  readonly keyFile: string;
  /** As `ssh-keygen -l` shows it. */
  readonly fingerprint: string;
  /** A folder for jobs. */
  readonly folder: string;
  close(): Promise<void>;
}

/**
 * Starts one `sshd -i` a connection, so that no port has to be free beforehand and nothing is left running.
 *
 * @throws when there is no sshd: it is what proves that we work with a server we did not write, so its test is never left out.
 */
export async function openSshServer(): Promise<OpenSshServer> {
  const sshd = PLACES.find((place) => existsSync(place));
  if (!sshd) throw new Error(`Expected OpenSSH's server at one of ${PLACES.join(', ')}, got none. Install it: apt-get install openssh-server (it need not be started).`);
  const home = await mkdtemp(join(tmpdir(), 'parcours-sshd-'));
  const path = (name: string): string => join(home, name);
  for (const name of ['host', 'user']) await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', path(name)]);
  await writeFile(path('authorized'), await readFile(path('user.pub')), { mode: 0o600 });
  await mkdir(path('in'));
  await writeFile(path('config'), CONFIG.concat([`HostKey ${path('host')}`, `AuthorizedKeysFile ${path('authorized')}`]).join('\n'));
  // Debian's package leaves this to the start of its service. Only root needs it.
  if (process.getuid?.() === 0) await mkdir('/run/sshd', { recursive: true, mode: 0o755 });

  const running = new Set<ChildProcess>();
  const listener = createServer({ pauseOnConnect: true }, (socket) => {
    const child = spawn(sshd, ['-i', '-e', '-f', path('config')], { stdio: [socket, socket, 'inherit'] });
    running.add(child);
    child.on('exit', () => running.delete(child));
    socket.destroy();
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { stdout } = await run('ssh-keygen', ['-l', '-f', path('host.pub')]);
  return {
    port: (listener.address() as AddressInfo).port,
    ...{ user: userInfo().username, keyFile: path('user'), folder: path('in'), fingerprint: stdout.split(' ')[1]! },
    close: async () => {
      await new Promise((resolve) => listener.close(resolve));
      await Promise.all([...running].map((child) => new Promise((resolve) => child.once('exit', resolve).kill())));
      await rm(home, { recursive: true });
    },
  };
}

const CONFIG = [
  // Without PAM, sshd refuses accounts that have no password, as those of CI are; with it, root's log-in would start a session of the machine's.
  ...[`UsePAM ${process.getuid?.() === 0 ? 'no' : 'yes'}`, 'StrictModes no', 'PasswordAuthentication no', 'KbdInteractiveAuthentication no', 'PermitRootLogin prohibit-password'],
  ...['PidFile none', 'LogLevel FATAL', 'Subsystem sftp internal-sftp'],
];
