import { rateRatio, Z, type Tosses } from '../index.ts';
import { chance } from './chance.ts';

/** Of how many runs a claim was made by the time of each look. */
export interface LookingCurve {
  readonly name: string;
  readonly claimed: readonly number[];
}

export const LOOKS = 100;
const PER_LOOK = 200;
const RATE = 0.05;

/** Answers of two arms of an even split, look by look. */
function* answersOf(seed: number, rates: readonly [number, number]): Generator<{ of: [number, number]; answered: [number, number] }> {
  const draw = chance(seed);
  const [of, answered]: [[number, number], [number, number]] = [
    [0, 0],
    [0, 0],
  ];
  for (let look = 0; look < LOOKS; look++) {
    for (let i = 0; i < PER_LOOK; i++) {
      const arm = draw() < 0.5 ? 0 : 1;
      of[arm] += 1;
      if (draw() < rates[arm]) answered[arm] += 1;
    }
    yield { of, answered };
  }
}

const tossesOf = ([first, second]: readonly [number, number]): Tosses[] => [{ chance: 0.5, first, both: first + second }];

/** The textbook's test of two proportions, which holds for one look that was fixed beforehand. */
export function fixedHorizonRejects({ of, answered }: { of: readonly [number, number]; answered: readonly [number, number] }): boolean {
  const pooled = (answered[0] + answered[1]) / (of[0] + of[1]);
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / of[0] + 1 / of[1]));
  return deviation > 0 && Math.abs(answered[0] / of[0] - answered[1] / of[1]) / deviation > Z;
}

/** Two arms that are alike, looked at a hundred times: who sees a difference? */
export function typeOneProof(runs = 1_000): LookingCurve[] {
  const claims = [new Array<number>(LOOKS).fill(0), new Array<number>(LOOKS).fill(0)] as const;
  for (let seed = 0; seed < runs; seed++) {
    const claimed = [false, false];
    let look = 0;
    for (const seen of answersOf(seed, [RATE, RATE])) {
      claimed[0] ||= fixedHorizonRejects(seen);
      if (!claimed[1]) {
        const { low, high } = rateRatio(tossesOf(seen.answered), 0.05);
        claimed[1] = low > 1 || high < 1;
      }
      claims.forEach((counts, which) => (counts[look]! += Number(claimed[which])));
      look += 1;
    }
  }
  return ['fixed-horizon test', 'Parcours'].map((name, which) => ({ name, claimed: claims[which]!.map((count) => count / runs) }));
}

/** Two arms of which one is answered half as often again: by when is it known? */
export function powerProof(runs = 300): LookingCurve {
  const counts = new Array<number>(LOOKS).fill(0);
  for (let seed = 0; seed < runs; seed++) {
    let [look, sure] = [0, false];
    for (const { answered } of answersOf(seed, [RATE * 1.5, RATE])) {
      sure ||= rateRatio(tossesOf(answered), 0.05).low > 1;
      counts[look]! += Number(sure);
      look += 1;
    }
  }
  return { name: 'half as many again', claimed: counts.map((count) => count / runs) };
}

/** Runs in which the interval held the true ratio at every one of the looks. */
export function alwaysValidCoverage(ratio: number, runs = 400): number {
  let held = 0;
  for (let seed = 0; seed < runs; seed++) {
    let all = true;
    for (const { answered } of answersOf(seed + 50_000, [RATE * ratio, RATE])) {
      const { low, high } = rateRatio(tossesOf(answered), 0.05);
      all &&= low <= ratio && ratio <= high;
      if (!all) break;
    }
    held += Number(all);
  }
  return held / runs;
}

/** The same of the textbook's 95 % interval of a ratio, by Katz. */
export function fixedHorizonCoverage(ratio: number, runs = 400): number {
  let held = 0;
  for (let seed = 0; seed < runs; seed++) {
    let all = true;
    for (const { of, answered } of answersOf(seed + 50_000, [RATE * ratio, RATE])) {
      const [one, other] = answered;
      if (one === 0 || other === 0) continue;
      const half = Z * Math.sqrt(1 / one - 1 / of[0] + 1 / other - 1 / of[1]);
      all &&= Math.abs(Math.log(one / of[0] / (other / of[1]) / ratio)) <= half;
      if (!all) break;
    }
    held += Number(all);
  }
  return held / runs;
}
