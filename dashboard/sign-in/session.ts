import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { beginSession, endSession, findSession } from '../../store/operator-sessions.ts';
import type { Store } from '../../store/connect.ts';

/** Who is signed in, as routes know it. */
export interface SignedIn {
  readonly operator: string;
  /** The hash of what the cookie holds. */
  readonly sessionId: string;
  /** What forms of this session carry, so that no other site's form is taken for one. */
  readonly formToken: string;
  readonly expiresAt: Date;
}

export interface SessionOptions {
  readonly store: Store;
  /** The dashboard is reached over https: cookies go over nothing else. */
  readonly secure: boolean;
  readonly hours: number;
}

/** Sessions of operators: a random word in a cookie, its hash in Postgres. */
export interface Sessions {
  begin(reply: FastifyReply, operator: string): Promise<void>;
  find(request: FastifyRequest): Promise<SignedIn | undefined>;
  /** Whether a session still holds; streams ask now and then. */
  holds(sessionId: string): Promise<boolean>;
  end(reply: FastifyReply, sessionId: string): Promise<void>;
}

const WORD = /^[\w-]{43}$/;

export function createSessions({ store, secure, hours }: SessionOptions): Sessions {
  // The prefix makes browsers refuse one that was set by another host or over http.
  const name = secure ? '__Host-parcours' : 'parcours';
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
  return {
    async begin(reply, operator) {
      const word = randomBytes(32).toString('base64url');
      await beginSession(store, { id: hashOf(word), operator, hours });
      reply.setCookie(name, word, { ...options, maxAge: hours * 3_600 });
    },
    async find(request) {
      const word = request.cookies[name];
      if (word === undefined || !WORD.test(word)) return undefined;
      const sessionId = hashOf(word);
      const session = await findSession(store, sessionId);
      return session && { ...session, sessionId, formToken: createHmac('sha256', word).update('forms').digest('base64url') };
    },
    holds: async (sessionId) => (await findSession(store, sessionId)) !== undefined,
    async end(reply, sessionId) {
      await endSession(store, sessionId);
      reply.clearCookie(name, options);
    },
  };
}

/** Whether a form's token is that of its session. */
export function isFormOf({ formToken }: SignedIn, given: unknown): boolean {
  const [expected, said] = [Buffer.from(formToken), Buffer.from(typeof given === 'string' ? given : '')];
  return expected.length === said.length && timingSafeEqual(expected, said);
}

function hashOf(word: string): string {
  return createHash('sha256').update(word).digest('hex');
}
