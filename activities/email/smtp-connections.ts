import type { Readable } from 'node:stream';
import { rootCertificates } from 'node:tls';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpServer } from './smtp-url.ts';

interface Options {
  readonly server: SmtpServer;
  /** Said in greeting. */
  readonly domain: string;
  /** Milliseconds for one mail, the connection included. */
  readonly timeoutMs: number;
  readonly most: number;
}

/** A connection for one mail at a time. */
export interface OpenConnection {
  send(envelope: { readonly from: string; readonly to: string }, message: Readable): Promise<void>;
}

/** Milliseconds for which an idle connection is kept: servers close them after some minutes, and a worker that stops waits for it. */
const IDLE = 5_000;

/**
 * Connections to one server, a few at a time; who comes when all are taken waits. One that failed is not used again.
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

  return {
    async with(work) {
      while (taken >= most) await new Promise<void>((resolve) => waiting.push(resolve));
      taken += 1;
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
        return await within(timeoutMs, all());
      } catch (error) {
        over = true;
        connection?.close();
        throw error;
      } finally {
        taken -= 1;
        waiting.shift()?.();
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
    timer = setTimeout(() => reject(Object.assign(new Error(`no answer within ${milliseconds} ms`), { code: 'ETIMEDOUT' })), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
