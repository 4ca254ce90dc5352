import type { PolicySpec } from '../index.ts';
import { DAY, runCampaign, takesNotYetForNo, waitsForWindows, type Telling, type TrueWorld } from './campaign-world.ts';

const reward = { on: ['click'], within: '14 days' } as const;
const longReward = { on: ['scan'], within: '28 days' } as const;
const LONG_WINDOW = 28 * DAY;

/** Three subject lines, mailed a hundred a day, half of the clicks within two days. */
export const THREE_ARMS: TrueWorld = {
  arms: {
    warm: { rate: () => 0.04, delay: { median: 2, shape: 1.2 } },
    factual: { rate: () => 0.06, delay: { median: 2, shape: 1.2 } },
    urgent: { rate: () => 0.09, delay: { median: 2, shape: 1.2 } },
  },
  waves: 30,
  perWave: 100,
};

/** Postcards with an offer each. The better one is thought over: half of its answers take nine days, of the other's three. */
export const SLOW_IS_BETTER: TrueWorld = {
  arms: {
    voucher: { rate: () => 0.08, delay: { median: 3, shape: 1.5 } },
    appointment: { rate: () => 0.12, delay: { median: 9, shape: 2.5 } },
  },
  waves: 40,
  perWave: 100,
};

/** Which page is better depends on the age of the boiler. */
export const DEPENDS_ON_AGE: TrueWorld = {
  arms: {
    replace: { rate: ({ boilerAge }) => (Number(boilerAge) > 12 ? 0.14 : 0.04), delay: { median: 2, shape: 1.2 } },
    service: { rate: ({ boilerAge }) => (Number(boilerAge) > 12 ? 0.05 : 0.12), delay: { median: 2, shape: 1.2 } },
  },
  waves: 25,
  perWave: 100,
  person: (draw) => {
    const [age, region, known] = [Math.floor(draw() * 25), draw() < 0.5 ? 'north' : 'south', draw() < 0.9];
    return { ...(known && { boilerAge: age }), region };
  },
};

export interface RegretCurve {
  readonly name: string;
  /** Mean over the seeds, after each wave. */
  readonly mean: readonly number[];
  /** The middle 80 % of the seeds. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Of each seed, at the end. */
  readonly ends: readonly number[];
}

interface Contender {
  readonly name: string;
  readonly spec: PolicySpec;
  readonly tell?: Telling;
}

function curves(world: TrueWorld, contenders: readonly Contender[], seeds: number): RegretCurve[] {
  return contenders.map(({ name, spec, tell }) => {
    const runs = Array.from({ length: seeds }, (_, seed) => runCampaign({ world, spec, seed, ...(tell && { tell }) }).regret);
    const at = (wave: number) => runs.map((run) => run[wave]!).sort((one, other) => one - other);
    const sorted = Array.from({ length: world.waves }, (_, wave) => at(wave));
    return {
      name,
      mean: sorted.map((values) => values.reduce((sum, value) => sum + value, 0) / seeds),
      low: sorted.map((values) => values[Math.floor(seeds * 0.1)]!),
      high: sorted.map((values) => values[Math.ceil(seeds * 0.9) - 1]!),
      ends: runs.map((run) => run[world.waves - 1]!),
    };
  });
}

/** Thompson sampling against the fixed split. */
export function regretProof(seeds = 200): RegretCurve[] {
  return curves(THREE_ARMS, [{ name: 'fixed split', spec: { kind: 'split', reward } }, { name: 'A/B/n test', spec: { kind: 'test', reward } }, { name: 'Thompson', spec: { kind: 'thompson', reward } }], seeds);
}

/** Three ways with answers that are not there yet. */
export function delayProof(seeds = 60): RegretCurve[] {
  const spec: PolicySpec = { kind: 'thompson', reward: longReward };
  return curves(
    SLOW_IS_BETTER,
    [
      { name: '"not yet" taken for "no"', spec, tell: takesNotYetForNo(LONG_WINDOW) },
      { name: 'waits for windows to end', spec, tell: waitsForWindows(LONG_WINDOW) },
      { name: 'Parcours', spec },
    ],
    seeds,
  );
}

/** With and without the facts. */
export function contextualProof(seeds = 25): RegretCurve[] {
  return curves(DEPENDS_ON_AGE, [{ name: 'Thompson without facts', spec: { kind: 'thompson', reward } }, { name: 'contextual', spec: { kind: 'contextual', facts: ['boilerAge', 'region'], reward } }], seeds);
}
