import { readFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import SftpClient from 'ssh2-sftp-client';
import type { SFTPWrapper } from 'ssh2';
import { RetryableError } from '../../../errors.ts';
import { fingerprint, keyKind } from './host-key.ts';
import { fromOpening, fromRequest, UNANSWERED } from './sftp-error.ts';

export interface SftpServer {
  readonly host: string;
  /** 22 unless said. */
  readonly port?: number;
  readonly user: string;
  readonly password?: string | undefined;
  /** A private key in OpenSSH, PEM or PuTTY format. Read at each connection, so that a new key needs no restart. */
  readonly keyFile?: string | undefined;
  readonly keyPassphrase?: string | undefined;
  /** Fingerprints `SHA256:…`, one of which the server has to prove: there may be two while a print house changes its key. */
  readonly hostKeys: readonly string[];
  /** Milliseconds after which an answer is no longer waited for; 20,000 unless said. */
  readonly timeoutMs?: number;
}

export interface SftpSession {
  /** `sftp://host:port`. */
  readonly server: string;
  /**
   * One request, by SFTP's own words. It fails when it is not answered in time, or when the connection ends.
   *
   * @param what such as `write /in/job/001.pdf`, for the error
   */
  ask<Answer>(what: string, request: (sftp: SFTPWrapper, done: Done<Answer>) => void): Promise<Answer>;
  /** As `ask`, with the error as it came. */
  attempt<Answer>(request: (sftp: SFTPWrapper, done: Done<Answer>) => void): Promise<Answer>;
}

export type Done<Answer> = (error: Error | null | undefined, answer?: Answer) => void;

/**
 * Works with a server in one session, which is closed whatever happens: the socket is ours, so that no server can keep it open.
 *
 * @throws RetryableError when there can be no session, and what `work` throws.
 * @example await inSession(server, ({ ask }) => ask('list /in', (sftp, done) => sftp.readdir('/in', done)))
 */
export async function inSession<Result>(server: SftpServer, work: (session: SftpSession) => Promise<Result>): Promise<Result> {
  const { host, port = 22, timeoutMs = 20_000 } = server;
  const address = `sftp://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const key = server.keyFile === undefined ? undefined : await readKey(server.keyFile);
  const socket = connect({ host, port, noDelay: true });
  // Errors come by `ended` or by the client; the third listener keeps a late one from being nobody's.
  socket.on('error', () => undefined);
  const ended = new Promise<never>((_, reject) => socket.once('close', () => reject(new Error('Connection closed'))));
  ended.catch(() => undefined);
  const client = new SftpClient('parcours', {});
  try {
    const sftp = await open(client, { server, socket, key, address });
    const attempt = <Answer>(request: (sftp: SFTPWrapper, done: Done<Answer>) => void) => answered(sftp, { request, ended, timeoutMs });
    const result = await work({
      server: address,
      attempt,
      ask: async (what, request) => {
        try {
          return await attempt(request);
        } catch (error) {
          throw fromRequest(error, { server: address, request: what });
        }
      },
    });
    // A goodbye, without waiting for the answer.
    client.end().catch(() => undefined);
    socket.destroySoon();
    return result;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

async function readKey(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new RetryableError('SftpKeyFile', `Expected SFTP_KEY_FILE to be readable at ${file}, got ${(error as NodeJS.ErrnoException).code}. Put the key there, readable by the user that runs the worker.`);
  }
}

interface Door {
  readonly server: SftpServer;
  readonly socket: Socket;
  readonly key: Buffer | undefined;
  readonly address: string;
}

async function open(client: SftpClient, { server, socket, key, address }: Door): Promise<SFTPWrapper> {
  const { user, password, keyPassphrase, hostKeys, timeoutMs = 20_000 } = server;
  let strangeKey: string | undefined;
  // Many servers ask for the password in this way only.
  client.on('keyboard-interactive', (_name: string, _text: string, _language: string, prompts: readonly unknown[], answer: (answers: string[]) => void) => answer(prompts.map(() => password ?? '')));
  try {
    return await client.connect({
      sock: socket,
      username: user,
      ...(password === undefined ? {} : { password, tryKeyboard: true }),
      ...(key === undefined ? {} : { privateKey: key, ...(keyPassphrase === undefined ? {} : { passphrase: keyPassphrase }) }),
      readyTimeout: timeoutMs,
      keepaliveInterval: Math.max(1_000, Math.floor(timeoutMs / 2)),
      hostVerifier: (shown: Buffer): boolean => {
        const found = fingerprint(shown);
        if (hostKeys.includes(found)) return true;
        strangeKey = `${keyKind(shown)} ${found}`;
        return false;
      },
    });
  } catch (error) {
    throw fromOpening(error, { server: address, strangeKey });
  }
}

interface Question<Answer> {
  readonly request: (sftp: SFTPWrapper, done: Done<Answer>) => void;
  readonly ended: Promise<never>;
  readonly timeoutMs: number;
}

async function answered<Answer>(sftp: SFTPWrapper, { request, ended, timeoutMs }: Question<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const answer = new Promise<Answer>((resolve, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('No answer in time'), { code: UNANSWERED })), timeoutMs);
    request(sftp, (error, value) => (error ? reject(error) : resolve(value as Answer)));
  });
  try {
    return await Promise.race([answer, ended]);
  } finally {
    clearTimeout(timer);
  }
}
