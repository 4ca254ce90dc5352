import type { Chance } from '../../cli/demo/crowd/chance.ts';
import { inventPerson } from './person.ts';

/** A row of boiler-renewal's CSV, in the order of its columns. */
export type ProspectRow = ReturnType<typeof inventProspect>;

const AGES = { '1-5': 15, '6-12': 34, '13-20': 33, '21-32': 18 };

/** A household with a boiler: the same for the same seed and id. */
export function inventProspect(seed: string, id: string) {
  const { columns, place, chance } = inventPerson({ seed, id });
  const energy = chance.oneOf('energy', { gas: 57, oil: 18, wood: 13, 'heat-pump': 12 });
  return {
    ...columns,
    boilerAge: boilerAge(chance, energy),
    energy,
    storeDistance: (place.distance * chance.between('way to the store', 0.7, 1.4)).toFixed(1),
    store: place.store,
    customer: chance.happens('is a customer', 0.55) ? 'yes' : 'no',
  };
}

function boilerAge(chance: Chance, energy: string): string {
  const [from = 0, to = 0] = chance.oneOf('generation of the boiler', AGES).split('-').map(Number);
  const age = Math.floor(chance.between('age of the boiler', from, to + 1));
  // Heat pumps are a recent thing.
  return String(energy === 'heat-pump' ? 1 + (age % 14) : age);
}
