import type { FastifyInstance } from 'fastify';
import type { ServerResponse } from 'node:http';

/** Milliseconds between two signs of life, so that nothing on the way takes the connection for dead. */
const BEAT = 20_000;

/** Tells every open page what happens, by server-sent events at `/live`. */
export interface Live {
  tell(event: 'loading' | 'changed'): void;
  close(): void;
}

/** @param life tells a page whether it was made by this server or by one before it. */
export function serveLive(app: FastifyInstance, life: string): Live {
  const listeners = new Set<ServerResponse>();
  const say = (text: string): void => {
    for (const listener of listeners) listener.write(text);
  };
  app.get('/live', (request, reply) => {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    raw.write(`retry: 1000\nevent: hello\ndata: ${life}\n\n`);
    listeners.add(raw);
    request.raw.once('close', () => listeners.delete(raw));
  });
  const beat = setInterval(() => say(': still here\n\n'), BEAT);
  return {
    tell: (event) => say(`event: ${event}\ndata:\n\n`),
    close() {
      clearInterval(beat);
      for (const listener of listeners) listener.end();
    },
  };
}
