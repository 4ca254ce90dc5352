import { population as abandonedCart } from '../abandoned-cart/population.ts';
import { population as areaDrop } from '../area-drop/population.ts';
import { population as boilerRenewal } from '../boiler-renewal/population.ts';
import { population as equipmentRenewal } from '../equipment-renewal/population.ts';
import { population as storeOpening } from '../store-opening/population.ts';
import { population as winBack } from '../win-back/population.ts';
import type { AnyPopulation } from './population.ts';

const POPULATIONS: Readonly<Record<string, AnyPopulation>> = {
  'abandoned-cart': abandonedCart,
  'area-drop': areaDrop,
  'boiler-renewal': boilerRenewal,
  'equipment-renewal': equipmentRenewal,
  'store-opening': storeOpening,
  'win-back': winBack,
};

/**
 * The synthetic population of a scenario, whichever its version.
 *
 * @throws Error when none is registered.
 * @example populationOf('boiler-renewal').parameters['response.print']
 */
export function populationOf(scenario: string): AnyPopulation {
  const population = POPULATIONS[scenario];
  if (!population) throw new Error(`Expected a scenario with a population, got '${scenario}'. Known: ${Object.keys(POPULATIONS).join(', ')}. Write its population.ts and add it to scenarios/content/populations.ts.`);
  return population;
}
