import { inventPerson } from './person.ts';
import { COMMUNES } from './places.ts';

/** Where store-opening's new store is, and the day on which it opens. */
const TOWN = 'Lormoisy';
const OPENING = '2027-03-12';

/** A household near the store that store-opening opens: the same for the same seed and id. */
export function inventNeighbour(seed: string, id: string) {
  const { columns, place, chance } = inventPerson({ seed, id, communes: COMMUNES.filter(({ store }) => store === TOWN) });
  return {
    ...columns,
    opening: OPENING,
    store: TOWN.toLowerCase(),
    storeDistance: (place.distance * chance.between('way to the store', 0.7, 1.4)).toFixed(1),
    customer: chance.happens('is a customer', 0.3) ? 'yes' : 'no',
  };
}
