import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What Mailgun posts. */
export interface Webhook {
  readonly signature: { readonly token: string; readonly timestamp: string; readonly signature: string };
  readonly 'event-data': { readonly event: string; readonly id: string; readonly severity?: string; readonly recipient: string; readonly 'user-variables': Record<string, string> } & Record<string, unknown>;
}

/** An HTTP server that receives webhooks and answers them by a list of statuses, then by 200. */
export async function receiveWebhooks(statuses: number[] = []) {
  const received: Webhook[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      received.push(JSON.parse(body) as Webhook);
      response.writeHead(statuses.shift() ?? 200).end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/mailgun`,
    received,
    events: () => received.map((webhook) => webhook['event-data'].event),
    close: () => new Promise((closed) => (server.closeAllConnections(), server.close(closed))),
  };
}

/** Waits until a condition holds; jest's own time-out ends it when it never does. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}
