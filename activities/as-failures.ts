import { toApplicationFailure } from './application-failure.ts';

/** Turns our errors into Temporal's: permanent ones are not retried, retryable ones say when. */
export function asFailures<Functions extends Record<string, (input: never) => Promise<unknown>>>(functions: Functions): Functions {
  const wrap = (work: (input: never) => Promise<unknown>) => async (input: never) => {
    try {
      return await work(input);
    } catch (error) {
      throw toApplicationFailure(error);
    }
  };
  return Object.fromEntries(Object.entries(functions).map(([name, work]) => [name, wrap(work)])) as Functions;
}
