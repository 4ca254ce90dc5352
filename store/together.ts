import DataLoader from 'dataloader';
import type { Store } from './connect.ts';
import { isAway } from './database-errors.ts';

export interface TogetherOptions {
  /** Asked for by one statement at most; 100 unless said. */
  readonly most?: number;
  /** Statements under way at a time; 2 unless said. What is asked meanwhile gathers for the next. */
  readonly atOnce?: number;
  /** Milliseconds from one statement to the next, at least, for callers that are in no hurry: what is asked meanwhile gathers. None unless said. */
  readonly every?: number;
}

/** For what journeys do: they wait for days, and the many of a campaign that are at the same point share a statement. */
export const UNHURRIED: TogetherOptions = { every: 50 };

/**
 * Has one statement do what many callers ask for at the same time: what is asked while the event loop reads its sockets, or while earlier statements
 * are under way, goes together. Nobody waits for company but by `every`: alone, a caller is served at once. Where Postgres does not take what one of them gave
 * (SQLSTATE classes 22 and 23), each is served alone, and only that one fails. While Postgres is away, who waits behind others is not kept waiting: all go, and hear it at the same time.
 *
 * @param serve answers in the order asked.
 * @example
 * const find = together((tokens: readonly string[]) => findLinks(store, tokens));
 * const link = await find('7KQ9XM2PAB');
 */
export function together<Asked, Answer>(serve: (asked: readonly Asked[]) => Promise<readonly Answer[]>, { most = 100, atOnce = 2, every = 0 }: TogetherOptions = {}): (asked: Asked) => Promise<Answer> {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  let next = 0;
  const loader = new DataLoader<Asked, Answer>(
    async (asked) => {
      underWay += 1;
      try {
        return await serve(asked);
      } catch (error) {
        const away = isAway(error);
        if (away) for (const dispatch of waiting.splice(0)) dispatch();
        if (away || asked.length === 1) throw error;
        return await Promise.all(asked.map((one) => serve([one]).then(([answer]) => answer as Answer, asError)));
      } finally {
        underWay -= 1;
        waiting.shift()?.();
      }
    },
    {
      cache: false,
      maxBatchSize: most,
      batchScheduleFn: (dispatch) => {
        const now = performance.now();
        next = Math.max(now, next);
        const start = () => (underWay < atOnce ? dispatch() : waiting.push(dispatch));
        if (next > now) setTimeout(start, next - now);
        else setImmediate(start);
        next += every;
      },
    },
  );
  return (asked) => loader.load(asked);
}

/**
 * The same for each store, as a function of it. In a transaction each is served alone, since what it sees and does is its own.
 *
 * @example
 * export const settleTouch = togetherIn(settleTouches, UNHURRIED);
 * await settleTouch(store, settled);
 */
export function togetherIn<Asked, Answer>(serve: (store: Store, asked: readonly Asked[]) => Promise<readonly Answer[]>, options?: TogetherOptions): (store: Store, asked: Asked) => Promise<Answer> {
  const byStore = new WeakMap<Store, (asked: Asked) => Promise<Answer>>();
  return async (store, asked) => {
    if (store.isTransaction) return (await serve(store, [asked]))[0] as Answer;
    let ask = byStore.get(store);
    if (!ask) byStore.set(store, (ask = together((all: readonly Asked[]) => serve(store, all), options)));
    return ask(asked);
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
