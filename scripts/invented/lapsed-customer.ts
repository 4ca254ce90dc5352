import { inventPerson } from './person.ts';

/** A customer of win-back's roaster who has not ordered for a while: the same for the same seed and id. */
export function inventLapsedCustomer(seed: string, id: string) {
  const { columns, chance } = inventPerson({ seed, id });
  const lapse = chance.roll('months away');
  const habit = chance.roll('orders');
  return {
    ...columns,
    // Most left lately, and most had ordered a few times only.
    monthsAway: String(6 + Math.floor(lapse * lapse * 30)),
    orders: String(1 + Math.floor(habit * habit * 24)),
    favourite: chance.oneOf('favourite', { espresso: 45, filter: 22, decaf: 12, beans: 21 }),
  };
}
