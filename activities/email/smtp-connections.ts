import type { Readable } from 'node:stream';
import { rootCertificates } from 'node:tls';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { RetryableError } from '../errors.ts';
import type { SmtpServer } from './smtp-url.ts';

interface Options {
  readonly server: SmtpServer;
  /** Said in greeting. */
  readonly domain: string;
  /** Milliseconds for one mail, the wait for a connection included. */
  readonly timeoutMs: number;
  readonly most: number;
}

/** A connection for one mail at a time. */
export interface OpenConnection {
  send(envelope: { readonly from: string; readonly to: string }, message: Readable): Promise<void>;
}

/** Milliseconds for which an idle connection is kept: servers close them after some minutes, and a worker that stops waits for it. */
const IDLE = 5_000;
/** Of a mail's time, what it may wait for its turn at a connection: the rest is for the mail itself, which must not be cut off halfway. */
const WAITING = 0.5;

/**
 * Connections to one server, a few at a time; who comes when all are taken waits in line, for half of a mail's time at most. One that failed is not used again.
 *
 * @throws (by `with`) RetryableError (`SmtpNoConnection`) when none came free in time; else what the work throws.
 */
export function openConnections({ server, domain, timeoutMs, most }: Options): { with<Result>(work: (connection: OpenConnection) => Promise<Result>): Promise<Result> } {
  const idle: { readonly connection: SMTPConnection; readonly timer: NodeJS.Timeout }[] = [];
  const waiting: (() => void)[] = [];
  let taken = 0;

  async function connect(): Promise<SMTPConnection> {
    const { host, port, secure, requireTLS, auth, ca } = server;
    const patience = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs };
    const connection = new SMTPConnection({ host, port, secure, requireTLS, name: domain, ...(ca === undefined ? {} : { tls: { ca: [...rootCertificates, ca] } }), ...patience });
    await settled((done) => {
      // Later ones reach whoever sends; one of an idle connection has nobody to hear it, and would end the process.
      connection.on('error', done);
      connection.connect(done);
    });
    if (auth) await settled((done) => connection.login({ credentials: auth }, done));
    return connection;
  }

  function keep(connection: SMTPConnection): void {
    const timer = setTimeout(() => {
      idle.splice(idle.findIndex((one) => one.connection === connection), 1);
      connection.quit();
    }, IDLE).unref();
    idle.push({ connection, timer });
  }

  /** An idle one that its server has not closed meanwhile, or a new one. */
  async function take(): Promise<SMTPConnection> {
    for (let kept = idle.pop(); kept; kept = idle.pop()) {
      clearTimeout(kept.timer);
      const { connection } = kept;
      // Asked, since a server may have closed it without our knowing: the mail must not find that out.
      const alive = await settled((done) => connection.reset(done)).then(
        () => true,
        () => false,
      );
      if (alive) return connection;
      connection.close();
    }
    return connect();
  }

  /** A place among the connections, in the order of coming. */
  function place(): Promise<void> {
    if (taken < most) {
      taken += 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const come = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(come), 1);
        reject(new RetryableError('SmtpNoConnection', `Expected one of the ${most} connections to ${server.named} to come free within ${timeoutMs * WAITING} ms, got none. Nothing was handed over; trying again later.`, { nothingTaken: true }));
      }, timeoutMs * WAITING);
      waiting.push(come);
    });
  }

  /** Hands a place over to whoever has waited longest. */
  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else taken -= 1;
  }

  return {
    async with(work) {
      const began = performance.now();
      await place();
      let over = false;
      let connection: SMTPConnection | undefined;
      const all = async () => {
        const mine = (connection = await take());
        // Its time was up while it connected: what it would send now could be a second mail.
        if (over) return mine.close() as never;
        const result = await work({ send: (envelope, message) => settled((done) => mine.send(envelope, message, done)) });
        if (!over) keep(mine);
        return result;
      };
      try {
        return await within(Math.max(1, timeoutMs - (performance.now() - began)), all());
      } catch (error) {
        over = true;
        connection?.close();
        throw error;
      } finally {
        leave();
      }
    },
  };
}

function settled(begin: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => begin((error) => (error ? reject(error) : resolve())));
}

async function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error(`no answer within ${Math.round(milliseconds)} ms`), { code: 'ETIMEDOUT' })), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
