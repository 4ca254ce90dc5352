import { RetryableError } from '../../activities/errors.ts';
import type { TouchRequest } from '../../activities/touch-attempt.ts';

/** Milliseconds before the next try where nobody said how long; twice as many each time, as journeys do. */
const FIRST = 500;

/**
 * Has each mail sent as a worker does: so many attempts at a time, and what is to be tried again waits outside, for as long as it was asked to.
 *
 * @throws what is not retryable.
 */
export async function sendMails(send: (request: TouchRequest) => Promise<unknown>, requests: readonly TouchRequest[], concurrency: number): Promise<void> {
  const fresh = requests.map((request) => ({ request, tries: 0 }));
  // Whose turn has come goes before who has none yet.
  const due: typeof fresh = [];
  let left = fresh.length;
  let wake = (): void => {};
  async function attempt(mail: { request: TouchRequest; tries: number }): Promise<void> {
    try {
      await send(mail.request);
      left -= 1;
    } catch (error) {
      if (!(error instanceof RetryableError)) throw error;
      const wait = error.retryAfterMs ?? FIRST * 2 ** mail.tries;
      mail.tries += 1;
      setTimeout(() => {
        due.push(mail);
        wake();
      }, wait);
    }
    wake();
  }
  const underWay = new Set<Promise<void>>();
  while (left > 0) {
    while (underWay.size < concurrency) {
      const next = due.shift() ?? fresh.shift();
      if (!next) break;
      const trying = attempt(next).finally(() => underWay.delete(trying));
      underWay.add(trying);
    }
    await Promise.race([...underWay, new Promise<void>((resolve) => (wake = resolve))]);
  }
}
