import { relativeLift, valuesOf, type PolicySpec } from '../index.ts';
import { DAY, runCampaign, type TrueWorld } from './campaign-world.ts';
import { alwaysValidCoverage, fixedHorizonCoverage } from './looking.ts';

/** How often an interval that says 95 % held the truth. */
export interface Coverage {
  readonly name: string;
  /** Looked at every day, and right only if it held every time. */
  readonly everyLook: boolean;
  readonly held: number;
  readonly runs: number;
}

const reward = { on: ['click'], within: '14 days' } as const;
const WINDOW = 14 * DAY;

/** Two arms whose answers all come within the window. */
const world: TrueWorld = {
  arms: { plain: { rate: () => 0.06, delay: { median: 2, shape: 3 } }, rich: { rate: () => 0.09, delay: { median: 2, shape: 3 } } },
  waves: 30,
  perWave: 100,
};

/** By the truth of this world, of what is answered within the window. */
function truth(arm: 'plain' | 'rich'): number {
  const { rate, delay } = world.arms[arm]!;
  return rate({}) / (1 + (delay.median / (WINDOW / DAY)) ** delay.shape);
}

export function coverageProof(runs = 150): Coverage[] {
  const held = { pending: 0, value: 0, lift: 0 };
  const thompson: PolicySpec = { kind: 'thompson', reward, floor: 0.1 };
  for (let seed = 0; seed < runs; seed++) {
    const { snapshots } = runCampaign({ world, spec: { kind: 'test', reward, confidence: 0.999999 }, seed });
    const { low, high } = snapshots.at(-1)!.standing['rich']!;
    held.pending += Number(low <= truth('rich') && truth('rich') <= high);
    const { observations } = runCampaign({ world, spec: thompson, seed: seed + runs });
    const values = valuesOf({ observations, arms: ['plain', 'rich'], within: '14 days', now: world.waves * DAY });
    const value = values.get('plain')!;
    held.value += Number(value.low <= truth('plain') && truth('plain') <= value.high);
    const lift = relativeLift(values.get('rich'), values.get('plain'))!;
    held.lift += Number(lift.low <= truth('rich') / truth('plain') - 1 && truth('rich') / truth('plain') - 1 <= lift.high);
  }
  const once = (name: string, count: number): Coverage => ({ name, everyLook: false, held: count / runs, runs });
  return [
    { name: 'textbook interval of a ratio', everyLook: true, held: fixedHorizonCoverage(1.3), runs: 400 },
    { name: 'always-valid interval of a ratio', everyLook: true, held: alwaysValidCoverage(1.3), runs: 400 },
    once('rate of an arm, answers still on their way', held.pending),
    once("an arm's value by propensities, chosen by Thompson", held.value),
    once('lift of two arms, chosen by Thompson', held.lift),
  ];
}
