import { ANSWERED, knownAt, type AnswerTally, type Known } from './answer-tally.ts';
import type { ContextualModel } from './contextual-model.ts';
import { encoded, encodingsOf } from './encode-facts.ts';
import { chancesOfBest, normal } from './posterior.ts';
import { quadratic, Ridge } from './ridge.ts';
import { rounded } from './round.ts';

/**
 * Learns a linear model of the rate for each arm: ridge regression, which is a normal posterior whose prior says "as all arms and people
 * together, give or take as much again". Who has not answered yet weighs as much as is known of them. The policy is linear Thompson sampling
 * (S. Agrawal, N. Goyal, "Thompson Sampling for Contextual Bandits with Linear Payoffs", ICML 2013).
 */
export function contextualModel({ facts, tally, known, among, floor }: { facts: readonly string[]; tally: AnswerTally; known: ReadonlyMap<string, Known>; among: readonly string[]; floor: Readonly<Record<string, number>> }): ContextualModel {
  const people = tally.counted.map(({ facts: used }) => used ?? {});
  const encodings = encodingsOf(facts, people).map((encoding) => (encoding.as === 'number' ? { ...encoding, mean: rounded(encoding.mean), deviation: rounded(encoding.deviation) } : encoding));
  const sums = [...known.values()].reduce((sum, arm) => ({ answers: sum.answers + arm.answers, known: sum.known + arm.known }), { answers: 0, known: 0 });
  const base = (sums.answers + 1) / (sums.known + 2);
  const size = encoded(encodings, {}).length;
  const ridges = new Map(among.map((arm) => [arm, new Ridge(size, (1 - base) / base)]));
  tally.counted.forEach(({ arm }, index) => {
    const ridge = ridges.get(arm);
    if (!ridge) return;
    const { curve, trust } = known.get(arm)!;
    const cell = tally.cells[index]!;
    const weight = trust * knownAt(curve, cell);
    if (weight > 0) ridge.add(encoded(encodings, people[index]!), Number(cell === ANSWERED) - base, weight);
  });
  const arms = [...ridges].map(([arm, ridge]) => {
    const { coefficients, inverse } = ridge.solved();
    return [arm, { mean: coefficients.map(rounded), covariance: inverse.map((value) => rounded(value * base * (1 - base))) }] as const;
  });
  return { encodings, base: rounded(base), arms: Object.fromEntries(arms), floor, among };
}

/** The propensities of a person: how likely each arm is the best for them, after the floors. */
export function contextualPropensities({ encodings, base, arms, floor, among }: ContextualModel, facts: Readonly<Record<string, unknown>>): Record<string, number> {
  const x = encoded(encodings, facts);
  const posteriors = among.map((arm) => {
    const { mean, covariance } = arms[arm]!;
    return normal(mean.reduce((sum, coefficient, index) => sum + coefficient * x[index]!, base), Math.sqrt(quadratic(covariance, x)));
  });
  const left = 1 - Object.values(floor).reduce((sum, part) => sum + part, 0);
  const chances = new Map(chancesOfBest(posteriors).map((chance, index) => [among[index]!, chance]));
  return Object.fromEntries(Object.entries(floor).map(([arm, part]) => [arm, part + left * (chances.get(arm) ?? 0)]));
}
