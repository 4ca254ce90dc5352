import { describe, expect, test } from '@jest/globals';
import { liftOf } from '../../store/lift.ts';

describe('the lift of the treated over the holdout', () => {
  test('has the interval of Newcombe\'s own example: 56 of 70 against 48 of 80 is 0.2, from 0.0524 to 0.3339', () => {
    const lift = liftOf({ of: 70, converted: 56 }, { of: 80, converted: 48 });
    expect(lift?.absolute).toBeCloseTo(0.2, 10);
    expect(lift?.interval.low).toBeCloseTo(0.0524, 4);
    expect(lift?.interval.high).toBeCloseTo(0.3339, 4);
    expect(lift?.verdict).toBe('positive');
  });

  test('is unclear when the groups are too small to tell', () => {
    expect(liftOf({ of: 180, converted: 20 }, { of: 20, converted: 1 })?.verdict).toBe('unclear');
  });

  test('is negative when people kept out bought more', () => {
    expect(liftOf({ of: 1_000, converted: 20 }, { of: 1_000, converted: 80 })?.verdict).toBe('negative');
  });

  test('has no relative figure when nobody held out bought, since it would be infinite', () => {
    const lift = liftOf({ of: 180, converted: 20 }, { of: 20, converted: 0 });
    expect(lift).not.toHaveProperty('relative');
    expect(lift?.holdout.rate).toBe(0);
  });

  test('can\'t be told without a holdout', () => {
    expect(liftOf({ of: 180, converted: 20 }, { of: 0, converted: 0 })).toBeUndefined();
  });
});
