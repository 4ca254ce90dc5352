import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { SignedIn } from '../sign-in/session.ts';

export interface LiveOptions {
  /** A word that changes when something happens, of one campaign or of all. */
  readonly pulse: (campaignId: string | undefined) => Promise<string>;
  /** Whether a session still holds. */
  readonly holds: (sessionId: string) => Promise<boolean>;
  /** Milliseconds between two looks; 1,000 unless said. */
  readonly every?: number;
  /** Milliseconds between two signs of life; 15,000 unless said. */
  readonly beat?: number;
  /** Open streams at most, in all and of one session. */
  readonly most?: { readonly inAll: number; readonly ofSession: number };
  readonly onProblem?: (error: unknown) => void;
}

/** Tells open pages that something has changed, by server-sent events. */
export interface Live {
  follow(request: FastifyRequest, reply: FastifyReply, who: { readonly signedIn: SignedIn; readonly campaignId: string | undefined }): FastifyReply;
  /** Open streams now. */
  readonly open: number;
  close(): void;
}

interface Listener {
  readonly raw: ServerResponse;
  readonly sessionId: string;
  readonly expiresAt: Date;
}

/** Bytes that may wait for a reader who does not read; then the stream ends, and the browser comes back when it can. */
const BACKLOG = 64 * 1024;
/** Of a session as many as one person has use for: by itself a browser opens six to a host over HTTP/1.1, and many more over the HTTP/2 of a proxy. */
const MOST = { inAll: 400, ofSession: 12 } as const;

/**
 * However many pages are open, Postgres is asked once a second for each campaign that somebody looks at, and not at all when nobody does.
 *
 * @example
 * const live = createLive({ pulse: (campaignId) => pulseOf(store, campaignId), holds: sessions.holds });
 * app.get('/live', (request, reply) => live.follow(request, reply, { signedIn, campaignId: undefined }));
 */
export function createLive({ pulse, holds, every = 1_000, beat = 15_000, most = MOST, onProblem = () => {} }: LiveOptions): Live {
  const topics = new Map<string | undefined, Topic>();
  const listeners = (): Listener[] => [...topics.values()].flatMap(({ listeners }) => [...listeners]);

  function topicOf(campaignId: string | undefined): Topic {
    const topic = topics.get(campaignId) ?? openTopic({ look: () => pulse(campaignId), every, onProblem, onEmpty: () => topics.delete(campaignId) });
    topics.set(campaignId, topic);
    return topic;
  }

  async function beatAll(): Promise<void> {
    for (const listener of listeners()) {
      const isOver = listener.expiresAt.getTime() <= Date.now() || !(await holds(listener.sessionId).catch(() => true));
      // The page loads itself anew, and finds the way to sign in.
      if (isOver) listener.raw.end('event: over\ndata:\n\n');
      else if (listener.raw.writableLength > BACKLOG) listener.raw.destroy();
      else listener.raw.write(': still here\n\n');
    }
  }
  const timer = setInterval(() => void beatAll(), beat);
  timer.unref();

  return {
    follow(request, reply, { signedIn: { sessionId, expiresAt }, campaignId }) {
      const all = listeners();
      if (all.length >= most.inAll || all.filter((one) => one.sessionId === sessionId).length >= most.ofSession) {
        return reply.code(503).header('retry-after', '10').type('text/plain').send('Expected fewer pages to be open at once. This one is shown as it was.\n');
      }
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-accel-buffering': 'no' });
      raw.write('retry: 2000\n\n');
      const topic = topicOf(campaignId);
      const listener: Listener = { raw, sessionId, expiresAt };
      topic.add(listener);
      request.raw.once('close', () => topic.remove(listener));
      return reply;
    },
    get open() {
      return listeners().length;
    },
    close() {
      clearInterval(timer);
      for (const { raw } of listeners()) raw.end();
      for (const topic of topics.values()) topic.close();
      topics.clear();
    },
  };
}

interface Topic {
  readonly listeners: ReadonlySet<Listener>;
  add(listener: Listener): void;
  remove(listener: Listener): void;
  close(): void;
}

/** Looks while somebody listens. */
function openTopic({ look, every, onProblem, onEmpty }: { look: () => Promise<string>; every: number; onProblem: (error: unknown) => void; onEmpty: () => void }): Topic {
  const listeners = new Set<Listener>();
  let last: string | undefined;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  async function turn(): Promise<void> {
    try {
      const now = await look();
      if (now !== last) for (const { raw } of listeners) raw.write(said(now));
      last = now;
    } catch (error) {
      onProblem(error);
    }
    if (!closed) timer = setTimeout(() => void turn(), every);
  }
  void turn();
  return {
    listeners,
    add(listener) {
      listeners.add(listener);
      if (last !== undefined) listener.raw.write(said(last));
    },
    remove(listener) {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      this.close();
      onEmpty();
    },
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}

const said = (pulse: string): string => `event: pulse\ndata: ${pulse}\n\n`;
