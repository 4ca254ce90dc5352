import { InvalidArgumentError } from 'commander';
import { STANDARD_PARAMETERS, type AnyPopulation } from '../../scenarios/content/population.ts';

/** A parameter and the range to try. */
export interface SweepRange {
  readonly parameter: string;
  readonly from: number;
  readonly to: number;
}

/** `name=value`, as `--set` takes it, onto those before. */
export function parseSetting(text: string, before: Readonly<Record<string, number>> = {}): Record<string, number> {
  const [name = '', value = '', ...more] = text.split('=');
  if (name === '' || more.length > 0) throw new InvalidArgumentError(`Expected name=value such as response.print=0.02, got '${text}'.`);
  return { ...before, [name.trim()]: parseNumber(value) };
}

/** `name=from..to`, as `--sweep` takes it. */
export function parseSweep(text: string): SweepRange {
  const match = /^([^=]+)=(.+?)\.\.(.+)$/.exec(text);
  if (!match) throw new InvalidArgumentError(`Expected name=from..to such as response.print=0.005..0.03, got '${text}'.`);
  const [from, to] = [parseNumber(match[2]!), parseNumber(match[3]!)];
  if (from >= to) throw new InvalidArgumentError(`Expected a range from a smaller to a larger number, got ${from} to ${to}.`);
  return { parameter: match[1]!.trim(), from, to };
}

export function parseNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError(`Expected a number, got '${text}'.`);
  return value;
}

/** A whole number within limits. */
export function wholeNumber(from: number, to: number): (text: string) => number {
  return (text) => {
    const value = parseNumber(text);
    if (!Number.isInteger(value) || value < from || value > to) throw new InvalidArgumentError(`Expected a whole number from ${from} to ${to}, got '${text}'.`);
    return value;
  };
}

/**
 * Refuses what the population does not know, and values that can't be. A parameter whose own value is below 1 is a share.
 *
 * @throws Error that names the parameters there are.
 */
export function assertSettings(scenario: string, population: AnyPopulation, settings: Readonly<Record<string, number>>): void {
  const known: Readonly<Record<string, number>> = { ...STANDARD_PARAMETERS, ...population.parameters };
  for (const [name, value] of Object.entries(settings)) {
    const usual = known[name];
    if (usual === undefined) {
      const list = Object.entries(known).map(([parameter, figure]) => `  ${parameter} = ${figure}`);
      throw new Error(`Expected a parameter of ${scenario}'s population, got '${name}'. It has:\n${list.join('\n')}`);
    }
    if (value < 0) throw new Error(`Expected ${name} to be 0 or more, got ${value}.`);
    if (usual < 1 && value > 1) throw new Error(`Expected ${name} to be a share from 0 to 1 (it is ${usual} unless set), got ${value}. For ${value} % write ${value / 100}.`);
  }
}
