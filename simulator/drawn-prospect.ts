import { STANDARD_PARAMETERS, type AnyPopulation, type SyntheticProspect } from '../scenarios/content/population.ts';
import { hashOf, PersonalDraw } from './draw.ts';

/**
 * One of a population's people, as `simulate` would draw them with the same seed.
 *
 * @param number from 0.
 * @example drawnProspect(populationOf('boiler-renewal'), { seed: 1, number: 0 }).facts
 */
export function drawnProspect(population: AnyPopulation, { seed, number }: { seed: number; number: number }): SyntheticProspect<object> {
  const draw = new PersonalDraw().of(seed, number).within(hashOf('prospect'));
  return population.prospect(draw, { ...STANDARD_PARAMETERS, ...population.parameters } as never);
}
