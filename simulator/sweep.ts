import { resultOf, type SimulationResult } from './results.ts';
import { simulate, type SimulationOptions } from './simulate.ts';

/** A parameter and the values that it takes. */
export interface SweepOptions extends SimulationOptions {
  readonly parameter: string;
  readonly values: readonly number[];
}

export interface SweepPoint {
  readonly value: number;
  readonly result: SimulationResult;
}

/**
 * Runs a scenario once for each value of a parameter, on the same people and random numbers: the curve is smooth, for only the parameter differs.
 *
 * @example const points = await sweep({ ...options, parameter: 'response.print', values: steps(0.005, 0.03, 6) });
 */
export async function sweep({ parameter, values, ...shared }: SweepOptions): Promise<SweepPoint[]> {
  const points: SweepPoint[] = [];
  for (const [index, value] of values.entries()) {
    const options: SimulationOptions = { ...shared, settings: { ...shared.settings, [parameter]: value }, progress: (done) => shared.progress?.(index * shared.prospects + done) };
    points.push({ value, result: resultOf(await simulate(options), options) });
  }
  return points;
}

/**
 * Values from one end to the other, both included.
 *
 * @example steps(0.01, 0.03, 3) // [0.01, 0.02, 0.03]
 */
export function steps(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => Number((from + ((to - from) * index) / (count - 1)).toPrecision(12)));
}
