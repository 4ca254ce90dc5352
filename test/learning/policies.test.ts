import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide, EVEN_SPLIT, firstPolicy, harmOf, learnPolicy, type Observation, type PolicySpec } from '../../learning/index.ts';

const DAY = 86_400_000;
const reward = { on: ['click'], within: '14 days' } as const;
const thompson: PolicySpec = { kind: 'thompson', reward };

/** Decisions of an even split on day 0; the first of each arm are answered after a day. */
function decided(counts: Readonly<Record<string, { of: number; answered?: number; harmed?: number; facts?: Record<string, unknown> }>>, at = 0): Observation[] {
  const arms = Object.keys(counts);
  const propensities = Object.fromEntries(arms.map((arm) => [arm, 1 / arms.length]));
  return Object.entries(counts).flatMap(([arm, { of, answered = 0, harmed = 0, facts }]) =>
    Array.from({ length: of }, (_, i) => ({
      arm,
      at,
      propensities,
      ...(facts && { facts }),
      ...(i < answered && { reward: { at: at + DAY } }),
      ...(i < harmed && { harm: true }),
    })),
  );
}

const spec = fc.constantFrom<PolicySpec>(
  thompson,
  { kind: 'split', reward },
  { kind: 'test', reward },
  { kind: 'contextual', facts: ['age', 'town'], reward },
  { ...thompson, floor: 0.1, guard: { limit: 0.05 } },
  { ...thompson, floor: 0.9 },
);
const names = fc.uniqueArray(fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('__proto__', 'constructor', '10', '2', "'; DROP TABLE", '<b>')), { minLength: 2, maxLength: 5 });
const facts = fc.record(
  { age: fc.oneof(fc.integer(), fc.constant(Number.NaN), fc.constant(undefined)), town: fc.oneof(fc.string(), fc.boolean(), fc.constant({})) },
  { requiredKeys: [] },
);
const history = (arms: readonly string[]) =>
  fc.array(
    fc
      .record({
        arm: fc.nat(arms.length - 1),
        day: fc.integer({ min: -3, max: 40 }),
        after: fc.option(fc.integer({ min: -2, max: 30 }), { nil: undefined }),
        harm: fc.boolean(),
        facts,
      })
      .map(({ arm, day, after, harm, facts: known }): Observation => ({
        arm: arms[arm]!,
        at: day * DAY,
        propensities: Object.fromEntries(arms.map((each) => [each, 1 / arms.length])),
        facts: known,
        harm,
        ...(after !== undefined && { reward: { at: (day + after) * DAY } }),
      })),
    { maxLength: 60 },
  );
const situation = names.chain((arms) =>
  fc.record({ arms: fc.constant(arms), spec, observations: history(arms), facts, draw: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }) }),
);

describe('whatever the arms are called, whatever was observed', () => {
  test('propensities sum to 1, each live arm keeps its floor, and who draws gets an arm that could be drawn', () => {
    fc.assert(
      fc.property(situation, ({ arms, spec: policy, observations, facts: person, draw }) => {
        const snapshot = learnPolicy({ spec: policy, arms, observations, now: 30 * DAY });
        const { arm, propensities } = decide(snapshot, { facts: person, draw });
        const live = arms.filter((each) => !Object.hasOwn(snapshot.stopped, each));
        const least = policy.kind === 'thompson' || policy.kind === 'contextual' ? Math.min(policy.floor ?? 0.05, 1 / live.length) : 0;
        expect(Object.keys(propensities).sort()).toEqual([...arms].sort());
        expect(arms.reduce((sum, each) => sum + propensities[each]!, 0)).toBeCloseTo(1, 9);
        expect(propensities[arm]).toBeGreaterThan(0);
        for (const each of live) expect(propensities[each]).toBeGreaterThanOrEqual(least - 1e-8);
        for (const each of Object.keys(snapshot.stopped)) expect(propensities[each]).toBe(0);
      }),
      { seed: 7, numRuns: 150 },
    );
  });

  test('a snapshot survives JSON, and the same input gives the same hash, whatever the order of keys', () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, held]) => [key, turned(held)]),
            )
          : value;
    fc.assert(
      fc.property(situation, ({ arms, spec: policy, observations, facts: person, draw }) => {
        const snapshot = learnPolicy({ spec: policy, arms, observations, now: 30 * DAY });
        expect(learnPolicy({ spec: turned(policy) as PolicySpec, arms, observations: turned(observations) as Observation[], now: 30 * DAY }).hash).toBe(snapshot.hash);
        expect(decide(JSON.parse(JSON.stringify(snapshot)) as typeof snapshot, { facts: person, draw })).toEqual(decide(snapshot, { facts: person, draw }));
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  test('as many draws as one likes come out by the propensities', () => {
    const snapshot = learnPolicy({
      spec: thompson,
      arms: ['a', 'b', 'c'],
      observations: decided({ a: { of: 100, answered: 9 }, b: { of: 100, answered: 7 }, c: { of: 100, answered: 2 } }),
      now: 30 * DAY,
    });
    const counts: Record<string, number> = { a: 0, b: 0, c: 0 };
    for (let i = 0; i < 10_000; i++) counts[decide(snapshot, { facts: {}, draw: i / 10_000 }).arm]! += 1;
    for (const arm of ['a', 'b', 'c']) expect(counts[arm]! / 10_000).toBeCloseTo(snapshot.weights[arm]!, 3);
  });
});

describe('a policy', () => {
  test('without data splits evenly, or as it was told', () => {
    expect(firstPolicy(EVEN_SPLIT, ['warm', 'factual']).weights).toEqual({ warm: 0.5, factual: 0.5 });
    expect(firstPolicy({ kind: 'split', weights: { warm: 3, factual: 1 }, reward }, ['warm', 'factual', 'old']).weights).toEqual({ warm: 0.75, factual: 0.25, old: 0 });
    expect(firstPolicy(thompson, ['warm', 'factual']).weights).toEqual({ warm: 0.5, factual: 0.5 });
    expect(firstPolicy({ kind: 'contextual', facts: ['age'], reward }, ['only']).weights).toEqual({ only: 1 });
  });

  test('with an arm that nobody answered goes to the others, not to nothing', () => {
    const { weights, standing } = learnPolicy({ spec: thompson, arms: ['a', 'b'], observations: decided({ a: { of: 200 }, b: { of: 200, answered: 20 } }), now: 30 * DAY });
    expect(weights['a']).toBeCloseTo(0.05, 3);
    expect(standing['a']).toMatchObject({ answers: 0, low: expect.any(Number), high: expect.any(Number) });
    expect(standing['a']!.high).toBeLessThan(standing['b']!.low);
  });

  test('takes an answer from before its decision for one given at once, and one from the future for none yet', () => {
    const propensities = { a: 1 };
    const { learnedFrom } = learnPolicy({
      spec: thompson,
      arms: ['a'],
      observations: [
        { arm: 'a', at: DAY, propensities, reward: { at: DAY - 5_000 } },
        { arm: 'a', at: DAY, propensities, reward: { at: 3 * DAY } },
        { arm: 'gone', at: 0, propensities },
      ],
      now: 2 * DAY,
    });
    expect(learnedFrom).toMatchObject({ decisions: 2, answers: 1, pending: 1, ignored: 1 });
  });

  test('says what is wrong with it', () => {
    const wrong =
      (policy: unknown, arms: readonly string[] = ['a', 'b']) =>
      () =>
        firstPolicy(policy as PolicySpec, arms);
    expect(wrong(thompson, ['a', 'a'])).toThrow('Expected arms with names that differ, got a, a. Rename one.');
    expect(wrong(thompson, [])).toThrow('Expected 1 to 20 arms, got 0.');
    expect(wrong({ kind: 'greedy', reward })).toThrow("Expected a policy of kind 'split', 'test', 'thompson' or 'contextual', got greedy.");
    expect(wrong({ kind: 'split', weights: { c: 1 }, reward })).toThrow('Expected weights of a, b, got c. Correct its name.');
    expect(wrong({ kind: 'split', weights: { a: -1 }, reward })).toThrow("Expected a weight of 'a' that is 0 or more, got -1.");
    expect(wrong({ ...thompson, floor: 2 })).toThrow('Expected floor from 0 up to 1, got 2. It is a share: 0.05 is 5 %.');
    expect(wrong({ ...thompson, canary: { arm: 'z', share: 0.1 } })).toThrow('Expected a canary among a, b, got z.');
    expect(wrong({ kind: 'thompson', reward: { on: [], within: '3 days' } })).toThrow("Expected kinds of answers in reward.on, or 'goal', got none.");
    expect(() => decide(firstPolicy(thompson, ['a']), { facts: {}, draw: 1 })).toThrow('Expected a draw from 0 up to 1, got 1.');
    expect(() => learnPolicy({ spec: thompson, arms: ['a'], observations: [{ arm: 'a', at: Number.NaN, propensities: { a: 1 } }], now: 0 })).toThrow(
      "Expected times of a decision for 'a' in milliseconds, got NaN.",
    );
  });
});

describe('an operator', () => {
  const observations = decided({ a: { of: 300, answered: 60, harmed: 60 }, b: { of: 300, answered: 3 } });
  const guarded: PolicySpec = { ...thompson, guard: { limit: 0.02 } };

  test('goes before what was learnt', () => {
    const learnt = learnPolicy({ spec: thompson, arms: ['a', 'b'], observations, now: 30 * DAY, overrides: { weights: { a: 1, b: 4 } } });
    expect(learnt).toMatchObject({ weights: { a: 0.2, b: 0.8 }, overridden: true });
    expect(learnPolicy({ spec: thompson, arms: ['a', 'b'], observations, now: 30 * DAY, overrides: { stop: ['a'] } })).toMatchObject({
      weights: { a: 0, b: 1 },
      stopped: { a: { because: 'operator' } },
    });
    expect(() => learnPolicy({ spec: thompson, arms: ['a', 'b'], observations, now: 0, overrides: { stop: ['a', 'b'] } })).toThrow('Expected an arm to be left');
  });

  test('keeps an arm that the guard would stop; the guard goes before weights', () => {
    const stopped = learnPolicy({ spec: guarded, arms: ['a', 'b'], observations, now: 30 * DAY, overrides: { weights: { a: 1 } } });
    expect(stopped.weights).toEqual({ a: 0, b: 1 });
    expect(stopped.stopped['a']!.why).toMatchInlineSnapshot(`"60 of 300 (20 %) complained or unsubscribed; surely above the limit of 2 %"`);
    expect(learnPolicy({ spec: guarded, arms: ['a', 'b'], observations, now: 30 * DAY, previous: stopped, overrides: { keep: ['a'] } }).stopped).toEqual({});
    expect(harmOf(guarded)).toEqual(['complained', 'unsubscribe']);
    expect(harmOf(thompson)).toEqual([]);
  });

  test('finds that what was stopped stays so, and that the last arm goes on', () => {
    const stopped = learnPolicy({ spec: guarded, arms: ['a', 'b'], observations, now: 30 * DAY });
    expect(learnPolicy({ spec: guarded, arms: ['a', 'b'], observations: [], now: 30 * DAY, previous: stopped }).weights).toEqual({ a: 0, b: 1 });
    expect(learnPolicy({ spec: guarded, arms: ['a', 'b'], observations: decided({ a: { of: 300, harmed: 90 }, b: { of: 300, harmed: 60 } }), now: 30 * DAY }).weights).toEqual({
      a: 0,
      b: 1,
    });
  });
});

test('a test that is sure gives everybody the winner, and says by how much', () => {
  const observations = decided({ a: { of: 2_000, answered: 100 }, b: { of: 2_000, answered: 200 } });
  const { weights, winner, stopped, standing } = learnPolicy({ spec: { kind: 'test', reward }, arms: ['a', 'b'], observations, now: 30 * DAY });
  expect({ weights, winner, why: stopped['a']!.why, lift: standing['b']!.lift }).toMatchInlineSnapshot(`
   {
     "lift": {
       "estimate": 1,
       "high": 2.07423722,
       "low": 0.326821717,
     },
     "weights": {
       "a": 0,
       "b": 1,
     },
     "why": "answered surely less than 'b': at most 75.4 % as often",
     "winner": "b",
   }
  `);
});

test('a contextual policy gives each what people like them answer, and those nothing is known of a bit of both', () => {
  const spec: PolicySpec = { kind: 'contextual', facts: ['town'], reward };
  const observations = [
    ...decided({ a: { of: 300, answered: 60, facts: { town: 'Lyon' } }, b: { of: 300, answered: 6, facts: { town: 'Lyon' } } }),
    ...decided({ a: { of: 300, answered: 6, facts: { town: 'Lille' } }, b: { of: 300, answered: 60, facts: { town: 'Lille' } } }),
  ];
  const snapshot = learnPolicy({ spec, arms: ['a', 'b'], observations, now: 30 * DAY });
  const of = (facts: Record<string, unknown>) => decide(snapshot, { facts, draw: 0.5 });
  expect(of({ town: 'Lyon', name: 'not looked at' })).toMatchObject({ arm: 'a', factsUsed: { town: 'Lyon' } });
  expect(of({ town: 'Lyon' }).factsUsed).toEqual({ town: 'Lyon' });
  expect(of({ town: 'Lille' }).arm).toBe('b');
  expect(of({ town: 'Lyon' }).propensities['a']).toBeGreaterThan(0.9);
  for (const unknown of [{}, { town: 'Nowhere' }, { town: { toString: null } }]) expect(of(unknown).propensities['a']).toBeCloseTo(0.5, 1);
});
