import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { together } from '../../store/together.ts';

/** Serves by `answer`, and notes what was asked for together. */
function serving(answer: (asked: number) => Promise<number> = async (asked) => asked * 10) {
  const batches: number[][] = [];
  const serve = async (asked: readonly number[]) => {
    batches.push([...asked]);
    return Promise.all(asked.map(answer));
  };
  return { batches, serve };
}

describe('what is asked at the same time', () => {
  test('goes together, and each gets its own answer', async () => {
    const { batches, serve } = serving();
    const ask = together(serve);
    expect(await Promise.all([3, 1, 2].map(ask))).toEqual([30, 10, 20]);
    expect(batches).toEqual([[3, 1, 2]]);
  });

  test('is asked again each time: nothing is remembered', async () => {
    const { batches, serve } = serving();
    const ask = together(serve);
    await ask(1);
    await ask(1);
    expect(batches).toEqual([[1], [1]]);
  });

  test('gathers while as many statements are under way as may be, and never exceeds the most', async () => {
    const gates: (() => void)[] = [];
    const { batches, serve } = serving((asked) => new Promise((resolve) => gates.push(() => resolve(asked))));
    const ask = together(serve, { atOnce: 1, most: 2 });
    const first = ask(1);
    await turn();
    const rest = [2, 3, 4].map(ask);
    await turn();
    expect(batches).toEqual([[1]]);
    for (const expected of [2, 3]) {
      gates.splice(0).forEach((open) => open());
      await turn();
      expect(batches).toHaveLength(expected);
    }
    gates.splice(0).forEach((open) => open());
    expect(await Promise.all([first, ...rest])).toEqual([1, 2, 3, 4]);
    expect(batches).toEqual([[1], [2, 3], [4]]);
  });
});

describe('callers in no hurry', () => {
  beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance'] }));
  afterEach(() => void jest.useRealTimers());

  test('are served at once, and the next ones together when it is time', async () => {
    const { batches, serve } = serving();
    const ask = together(serve, { every: 60_000 });
    expect(await ask(1)).toBe(10);
    const rest = [ask(2)];
    for (let turns = 0; turns < 5; turns++) await new Promise(setImmediate);
    rest.push(ask(3));
    expect(batches).toEqual([[1]]);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await Promise.all(rest)).toEqual([20, 30]);
    expect(batches).toEqual([[1], [2, 3]]);
  });

  test('who are more than one statement takes make another, as much later', async () => {
    const { batches, serve } = serving();
    const ask = together(serve, { every: 60_000, most: 2 });
    await ask(1);
    const rest = [2, 3, 4].map(ask);
    for (const expected of [2, 3]) {
      await jest.advanceTimersByTimeAsync(60_000);
      expect(batches).toHaveLength(expected);
    }
    await Promise.all(rest);
    expect(batches).toEqual([[1], [2, 3], [4]]);
  });
});

describe('what fails', () => {
  test.each(['22021', '23505', '54000', '40P01', undefined])('by what Postgres, or its own code, says of one fails alone: %s', async (code) => {
    const { batches, serve } = serving(async (asked) => {
      if (asked === 2) throw Object.assign(new Error('refused'), { code });
      return asked;
    });
    const ask = together(serve);
    const answers = await Promise.allSettled([1, 2, 3].map(ask));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(batches).toEqual([[1, 2, 3], [1], [2], [3]]);
  });

  test('for want of a database fails for all, once', async () => {
    const { batches, serve } = serving(async () => {
      throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    });
    const ask = together(serve);
    const answers = await Promise.allSettled([1, 2].map(ask));
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(batches).toHaveLength(1);
  });

  test('for want of a database keeps nobody waiting in line behind it', async () => {
    const gates: (() => void)[] = [];
    const ask = together((asked: readonly number[]) => new Promise<readonly number[]>((_, refuse) => gates.push(() => refuse(Object.assign(new Error('Query read timeout'), { asked })))), { atOnce: 1, most: 1 });
    const answers = Promise.allSettled([1, 2, 3, 4].map(ask));
    await turn();
    expect(gates).toHaveLength(1);
    gates[0]!();
    await turn();
    // All that waited are asked for at once, and fail side by side.
    expect(gates).toHaveLength(4);
    gates.forEach((open) => open());
    expect((await answers).every(({ status }) => status === 'rejected')).toBe(true);
  });
});

/** Lets the event loop go round. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 0)).then(() => new Promise(setImmediate));
