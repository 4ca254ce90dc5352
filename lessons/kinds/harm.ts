import type { PointSeen } from '../campaign-seen.ts';
import type { Finding } from '../lesson.ts';
import { contrastOf, rateOf } from '../rates.ts';
import type { Words } from '../wording/words.ts';

/** Complaints and withdrawals after an arm below which it is not judged. */
const LEAST = 8;

/** Arms after which more people complain or withdraw than after the others; an arm of a point is a comparison. */
export function harmLessons({ points, alpha, words }: { points: readonly PointSeen[]; alpha: number; words: Words }): { findings: Finding[]; comparisons: number } {
  const arms = points.flatMap((point) => point.arms.map((arm) => ({ point, arm }))).filter(({ point: { choices } }) => choices.some(({ harm }) => harm));
  const findings = arms.flatMap(({ point, arm }): Finding[] => {
    const trial = ({ harm, propensity }: { harm: boolean; propensity: number }) => ({ success: harm, propensity });
    const mine = rateOf(point.choices.filter((choice) => choice.arm === arm).map(trial));
    const theirs = rateOf(point.choices.filter((choice) => choice.arm !== arm).map(trial));
    if (mine.count < LEAST || theirs.of === 0) return [];
    const contrast = contrastOf(mine, theirs, alpha / arms.length);
    if (!contrast.isMore) return [];
    return [
      {
        key: `harm/${point.point}/${arm}`,
        kind: 'harm',
        sentence: words.harm({ point, arm, mine, theirs, contrast, comparisons: arms.length }),
        numbers: { [contrast.scale === 'ratio' ? 'times' : 'difference']: contrast.value, low: contrast.low, high: contrast.high, rate: mine.value, otherRate: theirs.value, harmed: mine.count, otherHarmed: theirs.count, choices: mine.of, otherChoices: theirs.of },
        certainty: 1 - alpha,
        basis: { touches: mine.of + theirs.of, answers: mine.count + theirs.count, comparisons: arms.length, method: `${contrast.scale} of rates weighted by 1/propensity, always-valid interval, Bonferroni` },
        proposal: { do: 'stop', point: point.point, arm },
      },
    ];
  });
  return { findings, comparisons: arms.length };
}
