import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What Lob posts. */
export interface LobWebhook {
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  readonly event: { readonly id: string; readonly event_type: { readonly id: string; readonly resource: string }; readonly reference_id: string; readonly body: Record<string, unknown> };
}

/** An HTTP server that receives Lob's webhooks and answers them by a list of statuses, then by 200. */
export async function receiveLob(statuses: number[] = []) {
  const received: LobWebhook[] = [];
  const server = createServer((request, response) => {
    let raw = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (raw += chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, raw, event: JSON.parse(raw) as LobWebhook['event'] });
      response.writeHead(statuses.shift() ?? 200).end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/lob`,
    received,
    kinds: () => received.map(({ event }) => event.event_type.id),
    close: () => new Promise((closed) => (server.closeAllConnections(), server.close(closed))),
  };
}
