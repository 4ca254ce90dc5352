import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

interface Call {
  header?: string | undefined;
}

/** What became of a request: its value or its error, and the milliseconds that the server asked us to wait, if it did. */
export interface Outcome<Answer> {
  readonly result: { readonly value: Answer } | { readonly error: unknown };
  retryAfter(): number | undefined;
}

/**
 * Hears the Retry-After header of the answers to one caller's requests. Mailgun's client drops the headers of a refusal, and can't be
 * given an HTTP agent; Node's own diagnostics channel tells of every answer, and async context tells whose it is.
 */
export function listenForRetryAfter(): { asking<Answer>(request: () => Promise<Answer>): Promise<Outcome<Answer>> } {
  const calls = new AsyncLocalStorage<Call>();
  subscribe('http.client.response.finish', (message) => {
    const call = calls.getStore();
    if (call) call.header = (message as { response: IncomingMessage }).response.headers['retry-after'];
  });
  return {
    async asking(request) {
      const call: Call = {};
      const result = await calls.run(call, () =>
        request().then(
          (value) => ({ value }),
          (error: unknown) => ({ error }),
        ),
      );
      return { result, retryAfter: () => retryAfterMs(call.header) };
    },
  };
}

/**
 * A Retry-After header in milliseconds: seconds or an HTTP date (RFC 9110, 10.2.3).
 *
 * @example retryAfterMs('120') // 120_000
 */
export function retryAfterMs(header: string | undefined, now = Date.now()): number | undefined {
  if (header === undefined) return undefined;
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - now;
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}
