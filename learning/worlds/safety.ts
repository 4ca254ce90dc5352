import type { PolicySpec } from '../index.ts';
import { runCampaign, type TrueWorld } from './campaign-world.ts';

const reward = { on: ['click'], within: '14 days' } as const;
const delay = { median: 2, shape: 1.5 };

/** Shares of runs in which something was stopped. */
export interface Safety {
  readonly name: string;
  readonly stopped: number;
  /** Waves until it was, the middle of those in which it was. */
  readonly after?: number;
  readonly runs: number;
}

function safety(name: string, { world, spec, arm, runs }: { world: TrueWorld; spec: PolicySpec; arm: string; runs: number }): Safety {
  const waves: number[] = [];
  for (let seed = 0; seed < runs; seed++) {
    const wave = runCampaign({ world, spec, seed }).snapshots.findIndex(({ stopped }) => Object.hasOwn(stopped, arm));
    if (wave >= 0) waves.push(wave);
  }
  waves.sort((one, other) => one - other);
  return { name, stopped: waves.length / runs, ...(waves.length > 0 && { after: waves[Math.floor(waves.length / 2)]! }), runs };
}

/** The guard against unsubscribes above 2 %. */
export function guardProof(runs = 60): Safety[] {
  const world = (harm: number): TrueWorld => ({ arms: { calm: { rate: () => 0.05, delay, harm: 0.003 }, loud: { rate: () => 0.09, delay, harm } }, waves: 30, perWave: 100 });
  const spec: PolicySpec = { kind: 'thompson', reward, guard: { limit: 0.02 } };
  return [
    safety('an arm that 6 % unsubscribe from', { world: world(0.06), spec, arm: 'loud', runs }),
    safety('one exactly at the limit of 2 %', { world: world(0.02), spec, arm: 'loud', runs }),
    safety('one that 0.5 % unsubscribe from', { world: world(0.005), spec, arm: 'loud', runs }),
  ];
}

/** A new arm that begins with 5 %. */
export function canaryProof(runs = 40): Safety[] {
  const world = (rate: number): TrueWorld => ({ arms: { known: { rate: () => 0.08, delay }, fresh: { rate: () => rate, delay } }, waves: 40, perWave: 200 });
  const spec: PolicySpec = { kind: 'split', reward, canary: { arm: 'fresh', share: 0.05 } };
  const learning: PolicySpec = { ...spec, kind: 'thompson' };
  return [safety('a new variant answered a third as often', { world: world(0.027), spec: learning, arm: 'fresh', runs }), safety('a new variant that is as good', { world: world(0.08), spec: learning, arm: 'fresh', runs })];
}
