import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { RegretCurve } from '../../learning/worlds/index.ts';
import { figuresOf } from '../../scripts/learning/figures.ts';
import type { Proofs } from '../../scripts/learning/proofs.ts';
import { mailings } from './waves.ts';

const end = (curves: readonly RegretCurve[], name: string) => curves.find((curve) => curve.name === name)!;
const last = ({ mean }: RegretCurve) => mean.at(-1)!;
/** In how many of the same worlds the one lost less than the other. */
const wins = (one: RegretCurve, other: RegretCurve) => one.ends.filter((lost, seed) => lost < other.ends[seed]!).length / one.ends.length;

let proofs: Proofs;

beforeAll(async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/learning/prove.ts'], { maxBuffer: 2 ** 26 });
  proofs = JSON.parse(stdout) as Proofs;
}, 240_000);

describe('in worlds whose truth is known', () => {
  test('Thompson sampling loses less than half as much as the fixed split, in 200 worlds, nearly all of them', () => {
    const [split, learnt] = [end(proofs.regret, 'fixed split'), end(proofs.regret, 'Thompson')];
    expect(split.ends).toHaveLength(200);
    expect(last(learnt)).toBeLessThan(last(split) / 2);
    expect(wins(learnt, split)).toBeGreaterThan(0.98);
  });

  test('a test that is looked at a hundred times claims a difference that is not there in at most 5 % of the runs; the textbook one in a third', () => {
    const [textbook, ours] = proofs.looking.map(({ claimed }) => claimed.at(-1)!);
    expect(ours).toBeLessThanOrEqual(0.05);
    expect(textbook).toBeGreaterThan(0.3);
    // One look is what the textbook's promise is about.
    expect(proofs.looking[0]!.claimed[0]).toBeLessThan(0.07);
    expect(proofs.power.claimed.at(-1)).toBeGreaterThan(0.95);
  });

  test('a bandit that takes "not yet" for "no" loses to ours, and so does one that waits for windows to end', () => {
    const [naive, waiting, ours] = [end(proofs.delay, '"not yet" taken for "no"'), end(proofs.delay, 'waits for windows to end'), end(proofs.delay, 'Parcours')];
    expect(last(ours)).toBeLessThan(0.65 * last(naive));
    expect(last(ours)).toBeLessThan(0.9 * last(waiting));
    expect(wins(ours, naive)).toBeGreaterThan(0.95);
  });

  test('with facts it loses less where the best arm depends on one', () => {
    const [without, by] = [end(proofs.contextual, 'Thompson without facts'), end(proofs.contextual, 'contextual')];
    expect(last(by)).toBeLessThan(0.65 * last(without));
    expect(wins(by, without)).toBe(1);
  });

  test('intervals that say 95 % hold the truth that often', () => {
    const [textbook, always, ...once] = proofs.coverage;
    expect(textbook!.held).toBeLessThan(0.8);
    expect(always!.held).toBeGreaterThanOrEqual(0.95);
    for (const { name, held, runs } of once) {
      // Three standard errors around the promise.
      const error = 3 * Math.sqrt((0.95 * 0.05) / runs);
      expect([name, Math.abs(held - 0.95) < error]).toEqual([name, true]);
    }
  });

  test('the guard stops an arm that does harm, and seldom one that does not; a worse canary is rolled back, one as good is not', () => {
    const [harmful, limit, harmless, worse, good] = proofs.safety.map(({ stopped }) => stopped);
    expect(harmful).toBe(1);
    expect(limit).toBeLessThanOrEqual(0.05);
    expect(harmless).toBe(0);
    expect(worse).toBeGreaterThan(0.9);
    expect(good).toBeLessThanOrEqual(0.05);
  });

  test('the figures of docs/learning.md are these', async () => {
    const page = await readFile(new URL('../../docs/learning.md', import.meta.url), 'utf8');
    expect(page).toContain(figuresOf(proofs));
  });
});

test('mailings to a simulated population: learning between them brings more clicks than the even split, and the better mail to nearly all', async () => {
  const reward = { on: ['click'], within: '14 days' } as const;
  let [learnt, even] = [0, 0];
  for (const seed of [1, 2, 3]) {
    const waves = await mailings({ kind: 'thompson', reward }, seed);
    for (const weight of Object.values(waves[0]!.weights)) expect(weight).toBeCloseTo(1 / 3, 8);
    expect(waves.at(-1)!.weights['warm']).toBeGreaterThan(0.8);
    learnt += waves.reduce((sum, { clicks }) => sum + clicks, 0);
    even += (await mailings({ kind: 'split', reward }, seed)).reduce((sum, { clicks }) => sum + clicks, 0);
  }
  expect(learnt).toBeGreaterThan(even * 1.3);
});
