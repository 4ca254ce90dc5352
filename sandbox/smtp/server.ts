import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import type { Mailbox } from '../mailbox.ts';
import { readMessage } from './message.ts';
import { serveSession, type SessionOptions } from './session.ts';

export interface SmtpServerOptions extends Pick<SessionOptions, 'login' | 'nextFault'> {
  readonly mailbox: Mailbox;
  /** With a certificate, PEM: STARTTLS, or TLS from the first byte where it is `implicit`. */
  readonly tls?: { readonly key: string; readonly cert: string; readonly implicit?: boolean } | undefined;
  /** 0 for any. */
  readonly port: number;
}

/**
 * An SMTP server whose mails come into the sandbox's mailbox, on this machine only; without TLS unless it is given a certificate.
 *
 * @example const { port, close } = await openSmtpServer({ mailbox, port: 0, nextFault: faults.nextSmtp });
 */
export async function openSmtpServer({ mailbox, port, tls, ...options }: SmtpServerOptions): Promise<{ readonly port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const take = (raw: string, recipients: readonly string[]): void => void mailbox.keep(readMessage(raw, { recipients, at: new Date().toISOString() }));
  const secureContext = tls && createSecureContext({ key: tls.key, cert: tls.cert });
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    const upgrade = (isUpgraded: boolean) => (plain: Socket) => {
      const secured = new TLSSocket(plain, { isServer: true, secureContext });
      // A caller that does not trust us hangs up.
      secured.on('error', () => plain.destroy());
      serveSession(secured, { ...options, take, isUpgraded });
    };
    if (tls?.implicit) upgrade(false)(socket);
    else serveSession(socket, { ...options, take, ...(tls ? { secure: upgrade(true) } : {}) });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
