import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { Mailbox } from '../mailbox.ts';
import { readMessage } from './message.ts';
import { serveSession, type SessionOptions } from './session.ts';

export interface SmtpServerOptions extends Pick<SessionOptions, 'login' | 'nextFault'> {
  readonly mailbox: Mailbox;
  /** 0 for any. */
  readonly port: number;
}

/**
 * An SMTP server whose mails come into the sandbox's mailbox. It has no TLS and no certificate: this machine only.
 *
 * @example const { port, close } = await openSmtpServer({ mailbox, port: 0, nextFault: faults.nextSmtp });
 */
export async function openSmtpServer({ mailbox, port, ...options }: SmtpServerOptions): Promise<{ readonly port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const take = (raw: string, recipients: readonly string[]): void => void mailbox.keep(readMessage(raw, { recipients, at: new Date().toISOString() }));
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serveSession(socket, { ...options, take });
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
