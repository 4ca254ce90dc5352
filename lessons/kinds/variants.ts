import type { ChoiceSeen, PointSeen } from '../campaign-seen.ts';
import type { Finding, Proposal, SegmentRule } from '../lesson.ts';
import { contrastOf, METHOD, offered, rateOf, type Contrast, type Rate } from '../rates.ts';
import { isIn, keyOf, segmentsOf } from '../segments.ts';
import type { Words } from '../wording/words.ts';

/** Successes in both groups together, and choices in each, below which nothing is compared. */
const LEAST_SUCCESSES = 20;
const LEAST_CHOICES = 50;
/** The winner's weight; what is left keeps the others under observation. */
const WINNER = 0.9;

/** An arm against the others, among some of the people. */
export interface Comparison {
  readonly point: PointSeen;
  readonly arm: string;
  /** Everybody when there is none. */
  readonly segment?: SegmentRule;
  readonly choices: readonly ChoiceSeen[];
}

/** Every arm against the others of its point, where it was offered; of two arms the first alone, for the second is the same comparison. */
export function overallComparisons(points: readonly PointSeen[]): Comparison[] {
  return points.flatMap((point) => (point.arms.length === 2 ? point.arms.slice(0, 1) : point.arms).map((arm) => ({ point, arm, choices: offered(point, arm) }))).filter(isLarge);
}

/** The same, in each segment. */
export function segmentComparisons(points: readonly PointSeen[]): Comparison[] {
  return points.flatMap((point) =>
    segmentsOf(point.choices.map(({ facts }) => facts)).flatMap((segment) => {
      const choices = point.choices.filter(({ facts }) => isIn(segment, facts));
      return overallComparisons([{ ...point, choices }]).map((comparison) => ({ ...comparison, segment }));
    }),
  );
}

function isLarge({ arm, choices }: Comparison): boolean {
  const mine = choices.filter((choice) => choice.arm === arm).length;
  return mine >= LEAST_CHOICES && choices.length - mine >= LEAST_CHOICES && choices.filter(({ success }) => success).length >= LEAST_SUCCESSES;
}

/** What a comparison comes to; the winner is the arm itself, or the other of two. */
export interface Compared {
  readonly comparison: Comparison;
  readonly winner: string;
  readonly won: Rate;
  readonly lost: Rate;
  readonly contrast: Contrast;
}

/** Compares, and turns it so that the better side comes first. Undefined where an arm of several does worse: another then does better. */
export function compare({ point, arm, choices, ...segment }: Comparison, alpha: number): Compared | undefined {
  const others = point.arms.filter((other) => other !== arm);
  const isBetter = rateOf(choices, [arm], 'success').value >= rateOf(choices, others, 'success').value;
  if (!isBetter && others.length > 1) return undefined;
  const [first, second] = isBetter ? [[arm], others] : [others, [arm]];
  const contrast = contrastOf(choices, { first, second }, { outcome: 'success', alpha });
  return { comparison: { point, arm, choices, ...segment }, winner: first[0]!, won: rateOf(choices, first, 'success'), lost: rateOf(choices, second, 'success'), contrast };
}

export interface VariantLessons {
  readonly points: readonly PointSeen[];
  /** That any of the comparisons is wrong; one half for everybody together, one half for segments. */
  readonly alpha: number;
  readonly words: Words;
}

/**
 * Variants that do better than the others, for everybody, and for segments where that differs. The chance that any of these lessons is wrong is at most `alpha`, however
 * many comparisons there are (C. E. Bonferroni), and however often one looks.
 */
export function variantLessons({ points, alpha, words }: VariantLessons): { findings: Finding[]; comparisons: number } {
  const [overall, bySegment] = [overallComparisons(points), segmentComparisons(points)];
  const comparisons = overall.length + bySegment.length;
  const sure = (of: readonly Comparison[]): Compared[] => of.flatMap((one) => compare(one, alpha / 2 / of.length) ?? []).filter(({ contrast }) => contrast.low > 1);
  const forAll = sure(overall);
  const forSome = sure(bySegment).filter((one) => !saysNoMore(one, forAll));
  const finding = (compared: Compared): Finding => {
    const { comparison: { point, segment }, winner, won, lost, contrast } = compared;
    return {
      key: `variant/${point.point}/${winner}${segment ? `/${keyOf(segment)}` : ''}`,
      kind: 'variant',
      sentence: words.variant(compared, comparisons),
      numbers: { ...numbersOf(contrast), rate: won.value, otherRate: lost.value, choices: won.of, otherChoices: lost.of, successes: won.count, otherSuccesses: lost.count },
      certainty: 1 - alpha,
      basis: { touches: won.of + lost.of, answers: won.count + lost.count, comparisons, method: METHOD },
      proposal: proposalOf(compared),
    };
  };
  return { findings: [...forAll, ...forSome].map(finding), comparisons };
}

/** A lift of 0.18 is 18 % more. */
function numbersOf({ value, low, high }: Contrast): Finding['numbers'] {
  return { ...(value === undefined ? {} : { lift: value - 1, high: high - 1 }), low: low - 1 };
}

/** The same arm wins for everybody, and by about as much here. */
function saysNoMore({ comparison: { point }, winner, contrast }: Compared, forAll: readonly Compared[]): boolean {
  return forAll.some((all) => all.comparison.point.point === point.point && all.winner === winner && (all.contrast.value ?? all.contrast.low) >= contrast.low && (all.contrast.value ?? all.contrast.low) <= contrast.high);
}

function proposalOf({ comparison: { point, segment }, winner }: Compared): Proposal {
  if (segment) return { do: 'edit', message: point.point, what: 'choose', arm: winner, segment };
  const rest = (1 - WINNER) / (point.arms.length - 1);
  return { do: 'weights', point: point.point, weights: Object.fromEntries(point.arms.map((arm) => [arm, arm === winner ? WINNER : Math.round(rest * 1_000) / 1_000])) };
}
