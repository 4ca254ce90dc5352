import { expect, test } from '@jest/globals';
import { createPace } from '../../../../activities/print/providers/lob/pace.ts';

/** A clock that goes on when somebody sleeps. */
function clock() {
  let time = 1_000;
  const waiting: { until: number; wake: () => void }[] = [];
  return {
    now: () => time,
    sleep: (ms: number) => new Promise<void>((wake) => waiting.push({ until: time + ms, wake })),
    async goOn(to: number) {
      await new Promise(setImmediate);
      for (waiting.sort((a, b) => a.until - b.until); waiting[0] && waiting[0].until <= to; ) {
        time = Math.max(time, waiting[0].until);
        waiting.shift()!.wake();
        await new Promise(setImmediate);
        waiting.sort((a, b) => a.until - b.until);
      }
      time = to;
    },
  };
}

test('no stretch of time holds more requests to an endpoint than allowed; endpoints don’t wait for each other', async () => {
  const world = clock();
  const pace = createPace({ requests: 3, perMs: 5_000, ...world });
  const went: number[] = [];
  for (let count = 0; count < 8; count += 1) void pace.turn('POST postcards').then(() => went.push(world.now()));
  let other = 0;
  void pace.turn('GET postcards').then(() => (other = world.now()));
  await world.goOn(30_000);
  expect(went).toEqual([1_000, 1_000, 1_000, 6_000, 6_000, 6_000, 11_000, 11_000]);
  expect(other).toBe(1_000);
});

test('a rest that is asked for holds for those who wait already, and for those who come', async () => {
  const world = clock();
  const pace = createPace({ requests: 1, perMs: 1_000, ...world });
  const went: number[] = [];
  for (let count = 0; count < 3; count += 1) void pace.turn('POST letters').then(() => went.push(world.now()));
  await world.goOn(1_500);
  pace.rest('POST letters', 4_000);
  void pace.turn('POST letters').then(() => went.push(world.now()));
  await world.goOn(20_000);
  expect(went[0]).toBe(1_000);
  expect(went.slice(1).every((time) => time >= 5_500)).toBe(true);
  expect(went).toHaveLength(4);
});
