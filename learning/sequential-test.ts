import { compared, pairsOf } from './compare-arms.ts';
import type { Observation } from './observation.ts';
import type { RateRatio } from './rate-ratio.ts';
import { percent } from './words.ts';

/** What an A/B/n test says by now. */
export interface TestResult {
  /** Arms that are surely worse than another. */
  readonly worse: readonly { readonly arm: string; readonly why: string }[];
  /** Each arm's rate over the control's. */
  readonly against: ReadonlyMap<string, RateRatio>;
}

/**
 * Compares all pairs of arms by an interval that holds at every look; Bonferroni over the pairs, so that all that the test ever says of any
 * two is true together with the confidence. An arm that is surely worse than another is out; the last one wins.
 */
export function sequentialTest(answers: readonly Observation[], { arms, control, confidence }: { arms: readonly string[]; control: string; confidence: number }): TestResult {
  const pairs = pairsOf(arms);
  const alpha = (1 - confidence) / Math.max(1, pairs.length);
  const worse = new Map<string, string>();
  const against = new Map<string, RateRatio>();
  for (const [one, other] of pairs) {
    const ratio = compared(answers, { first: [one], second: [other] }, alpha);
    if (ratio.high < 1) worse.set(one, `answered surely less than '${other}': at most ${percent(ratio.high)} as often`);
    if (ratio.low > 1) worse.set(other, `answered surely less than '${one}': at most ${percent(1 / ratio.low)} as often`);
    if (other === control) against.set(one, ratio);
    if (one === control) against.set(other, turned(ratio));
  }
  return { worse: arms.filter((arm) => worse.has(arm)).map((arm) => ({ arm, why: worse.get(arm)! })), against };
}

function turned({ estimate, low, high }: RateRatio): RateRatio {
  return { ...(estimate !== undefined && { estimate: 1 / estimate }), low: high === Infinity ? 0 : 1 / high, high: low === 0 ? Infinity : 1 / low };
}
