import { z } from 'zod';
import { PermanentError, RetryableError } from '../../../errors.ts';
import { retryAfterMs } from '../../../email/retry-after.ts';
import { fromNetwork, fromRefusal } from './lob-error.ts';
import type { Pace } from './pace.ts';
import type { Resource } from './products.ts';

/** The parts of Lob's postcard or letter that we read. */
const piece = z.object({
  id: z.string(),
  metadata: z.record(z.string(), z.string()).nullish().transform((given) => given ?? {}),
  status: z.enum(['processed', 'rendered', 'failed']).catch('processed'),
  send_date: z.string().nullish(),
  deleted: z.boolean().nullish(),
});
const list = z.object({ data: z.array(piece), next_url: z.string().nullish() });
const deletion = z.object({ deleted: z.literal(true) });
const failure = z.object({ error: z.object({ code: z.string().regex(/^[a-z_]{1,60}$/).optional().catch(undefined), message: z.string().optional().catch(undefined) }) });

export type LobPiece = z.infer<typeof piece>;

export interface LobClientOptions {
  readonly url: string;
  readonly key: string;
  /** Milliseconds until an unanswered request is given up. */
  readonly timeoutMs: number;
  readonly pace: Pace;
}

/**
 * Lob's API as far as we use it. Waits by itself when Lob is busy, some times over. @throws what `lob-error.ts` makes of refusals and of network trouble;
 * whoever makes a piece looks it up after an unclear end.
 */
export interface LobClient {
  /** Makes a piece, once per `idempotencyKey` for 24 hours. */
  create(resource: Resource, form: FormData, idempotencyKey: string): Promise<LobPiece>;
  /** The pieces that have all of these metadata, newest first. */
  list(resource: Resource, metadata: Readonly<Record<string, string>>): AsyncIterable<LobPiece>;
  /** Takes a piece back; `too-late` once its send date has passed. */
  remove(resource: Resource, id: string): Promise<'deleted' | 'too-late'>;
}

interface Request {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly resource: Resource;
  readonly path?: string;
  readonly body?: FormData;
  readonly headers?: Readonly<Record<string, string>>;
  /** In our words, for errors. */
  readonly asked: string;
}

/** Times that a request is sent in all while Lob is busy. */
const TRIES = 6;
/** Milliseconds to wait for a busy Lob that does not say how long; its window. Longer than the longest is left to the activity's retry. */
const WAIT = 5_000;
const LONGEST_WAIT = 10_000;

export function createLobClient({ url, key, timeoutMs, pace }: LobClientOptions): LobClient {
  const authorization = `Basic ${Buffer.from(`${key}:`).toString('base64')}`;

  async function ask<Answer>(request: Request, shape: z.ZodType<Answer>): Promise<Answer> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await once(request, shape);
      } catch (error) {
        if (!(error instanceof RetryableError) || error.type !== 'LobBusy') throw error;
        const wait = error.retryAfterMs ?? WAIT;
        if (tries === TRIES || wait > LONGEST_WAIT) throw error;
        pace.rest(endpointOf(request), wait);
      }
    }
  }

  async function once<Answer>(request: Request, shape: z.ZodType<Answer>): Promise<Answer> {
    const { method, resource, path = '', body = null, headers = {}, asked } = request;
    await pace.turn(endpointOf(request));
    let answer: Response;
    let text: string;
    try {
      answer = await fetch(`${url}/v1/${resource}${path}`, { method, body, headers: { ...headers, authorization, accept: 'application/json' }, signal: AbortSignal.timeout(timeoutMs), redirect: 'error' });
      text = await answer.text();
    } catch (error) {
      throw fromNetwork(error, { asked, url });
    }
    if (!answer.ok) {
      const { code, message } = failure.safeParse(parsed(text)).data?.error ?? {};
      throw fromRefusal({ asked, status: answer.status, code, field: /^[a-z_]+/.exec(message ?? '')?.[0], making: method === 'POST', retryAfterMs: waitOf(answer.headers) });
    }
    const { data } = shape.safeParse(parsed(text));
    if (data === undefined) throw new RetryableError('LobTrouble', `Expected Lob to ${asked}, got ${answer.status} with an answer of another shape. Is LOB_URL Lob's API?`);
    return data;
  }

  return {
    create: (resource, form, idempotencyKey) => ask({ method: 'POST', resource, body: form, headers: { 'idempotency-key': idempotencyKey }, asked: `take a ${nameOf(resource)}` }, piece),
    async *list(resource, metadata) {
      const query = new URLSearchParams({ limit: '100', ...Object.fromEntries(Object.entries(metadata).map(([name, value]) => [`metadata[${name}]`, value])) });
      for (;;) {
        const page = await ask({ method: 'GET', resource, path: `?${query.toString()}`, asked: `list its ${resource}` }, list);
        yield* page.data;
        // Only the place is taken from the address that it gives: our key goes nowhere but to our own.
        const after = page.next_url ? new URL(page.next_url, url).searchParams.get('after') : null;
        if (after === null) return;
        query.set('after', after);
      }
    },
    async remove(resource, id) {
      const request: Request = { method: 'DELETE', resource, path: `/${encodeURIComponent(id)}`, asked: `cancel a ${nameOf(resource)}` };
      try {
        await ask(request, deletion);
        return 'deleted';
      } catch (error) {
        if (error instanceof PermanentError && error.type === 'LobNotDeletable') return 'too-late';
        throw error;
      }
    },
  };
}

function endpointOf({ method, resource, path }: Request): string {
  return `${method} ${resource}${path?.startsWith('/') ? '/:id' : ''}`;
}

function nameOf(resource: Resource): string {
  return resource.slice(0, -1);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Retry-After, or the end of the window that Lob's own header names in seconds since 1970. */
function waitOf(headers: Headers, now = Date.now()): number | undefined {
  const after = retryAfterMs(headers.get('retry-after') ?? undefined);
  if (after !== undefined) return after;
  const [left, reset] = [headers.get('x-rate-limit-remaining'), Number(headers.get('x-rate-limit-reset'))];
  return left === '0' && reset > 0 ? Math.max(0, reset * 1_000 - now) : undefined;
}
