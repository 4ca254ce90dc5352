import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import ssh2, { type Connection, type SFTPWrapper } from 'ssh2';
import { fingerprint } from '../../../../activities/print/providers/sftp/host-key.ts';

const { OPEN_MODE, STATUS_CODE } = ssh2.utils.sftp;

export interface SftpRequest {
  readonly kind: 'open' | 'read' | 'write' | 'close' | 'stat' | 'mkdir' | 'rename' | 'remove' | 'realpath' | 'list';
  /** As the client names it; of the file that is open, for reads, writes and closes. */
  readonly path: string;
}

/** What becomes of a request: refused, done later, done but never answered, or neither; a connection that is `cut` is cut for good. */
export type Fate = { readonly after: Promise<void> } | { readonly status: number; readonly message?: string } | 'cut' | 'done-then-cut' | 'unanswered' | undefined;

/**
 * A real SSH server with SFTP over a folder, in this process, which does to any request what a test tells it to. Requests are done one after another, so that
 * a test knows what came before.
 */
export interface SftpServerUnderTest {
  readonly port: number;
  /** The folder that is `/` to its users. */
  readonly root: string;
  /** Of its host key. */
  readonly fingerprint: string;
  readonly login: { readonly user: string; readonly password: string };
  /** Every request that came, as `kind path`. */
  readonly requests: string[];
  /** Connections that are open. */
  open(): number;
  /** Says of each request what becomes of it. */
  fate(decide: (request: SftpRequest) => Fate): void;
  close(): Promise<void>;
}

export interface ServerOptions {
  /** The private key whose owner is let in. */
  readonly authorizedKey?: string;
  /** Asks for the password by a prompt alone. */
  readonly prompts?: boolean;
  readonly withoutSftp?: boolean;
}

export async function sftpServer({ authorizedKey, prompts = false, withoutSftp = false }: ServerOptions = {}): Promise<SftpServerUnderTest> {
  const root = await mkdtemp(join(tmpdir(), 'parcours-printer-'));
  const hostKey = sshKey();
  const login = { user: 'bellebraise', password: randomBytes(12).toString('hex') };
  const allowed = authorizedKey === undefined ? undefined : parsed(authorizedKey);
  const connections = new Set<Connection>();
  const requests: string[] = [];
  let decide: (request: SftpRequest) => Fate = () => undefined;

  const server = new ssh2.Server({ hostKeys: [hostKey] }, (connection) => {
    connections.add(connection);
    connection.on('close', () => connections.delete(connection));
    connection.on('error', () => undefined);
    connection.on('authentication', (context) => {
      const isKey = context.method === 'publickey' && allowed !== undefined && context.key.data.equals(allowed.getPublicSSH());
      if (context.username !== login.user) context.reject();
      else if (isKey && (!context.signature || allowed.verify(context.blob!, context.signature, context.hashAlgo) === true)) context.accept();
      else if (context.method === 'password' && !prompts && context.password === login.password) context.accept();
      else if (context.method === 'keyboard-interactive' && prompts) context.prompt([{ prompt: 'Password: ', echo: false }], ([answer]) => (answer === login.password ? context.accept() : context.reject()));
      else context.reject(['publickey', prompts ? 'keyboard-interactive' : 'password']);
    });
    connection.on('session', (accept) => {
      const session = accept();
      if (!withoutSftp) session.on('sftp', (accepted) => serve(accepted(), { root, requests, fateOf: (request) => decide(request), cut: () => connection.end() }));
    });
  });
  // Without delay, as OpenSSH answers: an answer in two packets would wait 40 ms for the first to be acknowledged.
  const listener = createServer({ noDelay: true }, (socket) => server.injectSocket(socket));
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  return {
    port: (listener.address() as AddressInfo).port,
    ...{ root, login, requests, fingerprint: fingerprint(parsed(hostKey).getPublicSSH()) },
    open: () => connections.size,
    fate: (how) => (decide = how),
    close: async () => {
      for (const connection of connections) connection.end();
      await new Promise((resolve) => listener.close(resolve));
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** A private key in PEM. By Node, since ssh2 makes one now and then that it can't read. */
export function sshKey(passphrase?: string): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'sec1', format: 'pem', ...(passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase }) }).toString();
}

function parsed(key: string): ssh2.ParsedKey {
  const result = ssh2.utils.parseKey(key);
  if (result instanceof Error) throw result;
  return Array.isArray(result) ? result[0]! : result;
}

interface Serving {
  readonly root: string;
  readonly requests: string[];
  readonly fateOf: (request: SftpRequest) => Fate;
  readonly cut: () => void;
}

function serve(sftp: SFTPWrapper, { root, requests, fateOf, cut }: Serving): void {
  const files = new Map<string, { readonly file: FileHandle; readonly path: string }>();
  const local = (path: string): string => join(root, posix.resolve('/', path));
  let last: Promise<void> = Promise.resolve();
  let over = false;

  const on = (kind: SftpRequest['kind'], { id, path, work }: { id: number; path: string; work: () => Promise<() => void> }): void => {
    last = last.then(async () => {
      if (over) return;
      requests.push(`${kind} ${path}`);
      const fate = fateOf({ kind, path });
      if (typeof fate === 'object' && 'status' in fate) return sftp.status(id, fate.status, fate.message);
      if (typeof fate === 'object') await fate.after;
      if (fate === 'unanswered') return undefined;
      const answer = fate === 'cut' ? undefined : await work().catch((error: NodeJS.ErrnoException) => () => sftp.status(id, statusOf(error)));
      if (fate === undefined || typeof fate === 'object') return answer?.();
      over = true;
      return cut();
    });
  };
  const ok = (id: number) => (): void => sftp.status(id, STATUS_CODE.OK);
  const opened = (handle: Buffer): { readonly file: FileHandle; readonly path: string } => files.get(handle.toString('hex'))!;

  sftp.on('REALPATH', (id, path) => on('realpath', { id, path, work: async () => () => sftp.name(id, [{ filename: posix.resolve('/', path), longname: '', attrs: NO_ATTRIBUTES }]) }));
  const attributes = (id: number, path: string): void => on('stat', { id, path, work: async () => attributesOf(await stat(local(path)), sftp, id) });
  sftp.on('STAT', attributes);
  sftp.on('LSTAT', attributes);
  sftp.on('FSTAT', (id, handle) => attributes(id, opened(handle).path));
  const listings = new Map<string, string[]>();
  sftp.on('OPENDIR', (id, path) =>
    on('list', {
      ...{ id, path },
      work: async () => {
        const handle = randomBytes(4);
        listings.set(handle.toString('hex'), await readdir(local(path)));
        return () => sftp.handle(id, handle);
      },
    }),
  );
  sftp.on('READDIR', (id, handle) => {
    const names = listings.get(handle.toString('hex')) ?? [];
    listings.set(handle.toString('hex'), []);
    if (names.length === 0) sftp.status(id, STATUS_CODE.EOF);
    else sftp.name(id, names.map((filename) => ({ filename, longname: filename, attrs: NO_ATTRIBUTES })));
  });
  sftp.on('MKDIR', (id, path) => on('mkdir', { id, path, work: async () => (await mkdir(local(path)), ok(id)) }));
  sftp.on('REMOVE', (id, path) => on('remove', { id, path, work: async () => (await rm(local(path)), ok(id)) }));
  sftp.on('RENAME', (id, from, to) =>
    on('rename', {
      ...{ id, path: to },
      work: async () => {
        const taken = await stat(local(to)).then(() => true, () => false);
        if (taken) return () => sftp.status(id, STATUS_CODE.FAILURE);
        await rename(local(from), local(to));
        return ok(id);
      },
    }),
  );
  sftp.on('OPEN', (id, path, flags) =>
    on('open', {
      ...{ id, path },
      work: async () => {
        const writes = (flags & OPEN_MODE.WRITE) !== 0;
        const exists = await stat(local(path)).then(() => true, () => false);
        const file = await open(local(path), !writes ? 'r' : exists && (flags & OPEN_MODE.TRUNC) === 0 ? 'r+' : 'w');
        const handle = randomBytes(4);
        files.set(handle.toString('hex'), { file, path });
        return () => sftp.handle(id, handle);
      },
    }),
  );
  sftp.on('WRITE', (id, handle, offset, data) => on('write', { id, path: opened(handle).path, work: async () => (await opened(handle).file.write(data, 0, data.length, offset), ok(id)) }));
  sftp.on('READ', (id, handle, offset, length) =>
    on('read', {
      ...{ id, path: opened(handle).path },
      work: async () => {
        const { bytesRead, buffer } = await opened(handle).file.read(Buffer.alloc(length), 0, length, offset);
        return () => (bytesRead === 0 ? sftp.status(id, STATUS_CODE.EOF) : sftp.data(id, buffer.subarray(0, bytesRead)));
      },
    }),
  );
  sftp.on('CLOSE', (id, handle) => {
    if (listings.delete(handle.toString('hex'))) return sftp.status(id, STATUS_CODE.OK);
    return on('close', { id, path: opened(handle).path, work: async () => (await opened(handle).file.close(), files.delete(handle.toString('hex')), ok(id)) });
  });
  sftp.on('close', () => void Promise.all([...files.values()].map(({ file }) => file.close())));
}

const NO_ATTRIBUTES = { mode: 0, uid: 0, gid: 0, size: 0, atime: 0, mtime: 0 };

function attributesOf({ mode, uid, gid, size, atimeMs, mtimeMs }: Awaited<ReturnType<typeof stat>>, sftp: SFTPWrapper, id: number): () => void {
  const seconds = (ms: number | bigint): number => Math.floor(Number(ms) / 1000);
  return () => sftp.attrs(id, { mode: Number(mode), uid: Number(uid), gid: Number(gid), size: Number(size), atime: seconds(atimeMs), mtime: seconds(mtimeMs) });
}

function statusOf({ code }: NodeJS.ErrnoException): number {
  if (code === 'ENOENT') return STATUS_CODE.NO_SUCH_FILE;
  return code === 'EACCES' || code === 'EPERM' ? STATUS_CODE.PERMISSION_DENIED : STATUS_CODE.FAILURE;
}
