/** What is believed of a number: its density up to a factor, and where it lies. */
export interface Posterior {
  readonly mean: number;
  readonly deviation: number;
  readonly low: number;
  readonly high: number;
  /** Logarithm of the density, up to a constant. */
  readonly log: (x: number) => number;
}

/** Of a share, after so many of either outcome. */
export function beta(yes: number, no: number): Posterior {
  const sum = yes + no;
  return {
    mean: yes / sum,
    deviation: Math.sqrt((yes * no) / (sum * sum * (sum + 1))),
    low: 0,
    high: 1,
    log: (x) => (yes === 1 ? 0 : (yes - 1) * Math.log(x)) + (no === 1 ? 0 : (no - 1) * Math.log1p(-x)),
  };
}

export function normal(mean: number, deviation: number): Posterior {
  return { mean, deviation, low: -Infinity, high: Infinity, log: (x) => -0.5 * ((x - mean) / deviation) ** 2 };
}

const POINTS_EITHER_SIDE = 48;
const DEVIATIONS = 9;

/**
 * How likely each is the highest of all, by numerical integration over a grid that is fine wherever one of them lies. No draws: the same
 * posteriors give the same chances on any machine, and they are what Thompson sampling would come to (W. R. Thompson, Biometrika 25, 1933).
 */
export function chancesOfBest(posteriors: readonly Posterior[]): number[] {
  if (posteriors.length === 1) return [1];
  const grid = gridOver(posteriors);
  const all = posteriors.map((posterior) => along(grid, posterior));
  const chances = posteriors.map((_, index) => {
    let chance = 0;
    for (let i = 1; i < grid.length; i++) {
      let product = all[index]!.mass[i]!;
      if (product === 0) continue;
      for (let other = 0; other < all.length; other++) {
        if (other !== index) product *= (all[other]!.cumulative[i]! + all[other]!.cumulative[i - 1]!) / 2;
      }
      chance += product;
    }
    return chance;
  });
  const sum = chances.reduce((total, chance) => total + chance, 0);
  return chances.map((chance) => chance / sum);
}

/** The number below which the share lies. */
export function quantile(posterior: Posterior, share: number): number {
  const grid = gridOver([posterior]);
  const { cumulative } = along(grid, posterior);
  const after = cumulative.findIndex((sum) => sum >= share);
  if (after <= 0) return after === 0 ? grid[0]! : grid[grid.length - 1]!;
  const [from, to] = [cumulative[after - 1]!, cumulative[after]!];
  return grid[after - 1]! + ((share - from) / (to - from)) * (grid[after]! - grid[after - 1]!);
}

function gridOver(posteriors: readonly Posterior[]): Float64Array {
  const points = new Float64Array(posteriors.length * (2 * POINTS_EITHER_SIDE + 1));
  let count = 0;
  for (const { mean, deviation, low, high } of posteriors) {
    for (let step = -POINTS_EITHER_SIDE; step <= POINTS_EITHER_SIDE; step++) {
      // Denser near the middle than in the tails.
      const away = (step / POINTS_EITHER_SIDE) * (0.4 + 0.6 * Math.abs(step / POINTS_EITHER_SIDE)) * DEVIATIONS;
      points[count++] = Math.min(high, Math.max(low, mean + away * deviation));
    }
  }
  return points.sort();
}

/** The part of a posterior between each point and the one before, and all up to each point. */
function along(grid: Float64Array, { log }: Posterior): { mass: Float64Array; cumulative: Float64Array } {
  const density = grid.map(log);
  let peak = -Infinity;
  for (const value of density) if (value > peak) peak = value;
  const mass = new Float64Array(grid.length);
  let sum = 0;
  for (let i = 1; i < grid.length; i++) {
    mass[i] = ((Math.exp(density[i]! - peak) + Math.exp(density[i - 1]! - peak)) / 2) * (grid[i]! - grid[i - 1]!);
    sum += mass[i]!;
  }
  const cumulative = new Float64Array(grid.length);
  for (let i = 1; i < grid.length; i++) {
    mass[i]! /= sum;
    cumulative[i] = cumulative[i - 1]! + mass[i]!;
  }
  return { mass, cumulative };
}
