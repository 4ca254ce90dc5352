import type { CampaignSeen, ChoiceSeen, PointSeen, TouchSeen } from '../../lessons/index.ts';

export const DAY = 86_400_000;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** About 4 days in the middle, as answers to mail are. */
export function delay(draw: () => number): number {
  return Math.exp(Math.log(4) + 0.6 * Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw()));
}

export function household(draw: () => number): { boilerAge: number; customer: string; energy: string } {
  return { boilerAge: Math.floor(draw() * 25), customer: draw() < 0.4 ? 'yes' : 'no', energy: ['gas', 'oil', 'wood'][Math.floor(draw() * 3)]! };
}

export interface Invented {
  readonly seed: number;
  readonly choices: number;
  readonly arms?: readonly string[];
  /** How likely an arm succeeds with somebody. */
  success(arm: string, facts: ReturnType<typeof household>): number;
  harm?(arm: string): number;
  /** How likely the first arm is chosen, by how many choices there were. */
  first?(index: number): number;
}

/** A choice point whose truth is known. */
export function inventedPoint({ seed, choices, arms = ['warm', 'factual'], success, harm = () => 0, first = () => 1 / arms.length }: Invented): PointSeen {
  const draw = random(seed);
  const made = Array.from({ length: choices }, (_, index): ChoiceSeen => {
    const facts = household(draw);
    const chance = first(index);
    const isFirst = draw() < chance;
    const arm = isFirst ? arms[0]! : arms[1 + Math.floor(draw() * (arms.length - 1))]!;
    return { arm, facts, propensities: Object.fromEntries(arms.map((one, place) => [one, place === 0 ? chance : (1 - chance) / (arms.length - 1)])), success: draw() < success(arm, facts), harm: draw() < harm(arm) };
  });
  return { point: 'thank-you', medium: 'email', arms, reward: ['click'], within: 7, choices: made };
}

export const campaign = (given: Partial<CampaignSeen>): CampaignSeen => ({ now: 200 * DAY, touches: [], journeys: [], points: [], ...given });

/** Cards that are answered by some, whose path went on after a while. */
export function cards({ seed, count, answered = 0.15, wait = 28, message = 'reminder-card' }: { seed: number; count: number; answered?: number; wait?: number; message?: string }): TouchSeen[] {
  const draw = random(seed);
  return Array.from({ length: count }, (_, index): TouchSeen => {
    const at = Math.floor(index / 40) * DAY;
    const answer = draw() < answered ? { kind: 'scan' as const, at: at + delay(draw) * DAY } : undefined;
    return { journey: `c/p-${index}`, message, medium: 'print', at, cost: 0.62, facts: household(draw), ...(answer ? { answer } : {}), wentOn: answer?.at ?? at + wait * DAY };
  });
}
