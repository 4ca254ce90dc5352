import type { PointSeen } from '../campaign-seen.ts';
import type { Finding } from '../lesson.ts';
import { contrastOf, METHOD, offered, rateOf } from '../rates.ts';
import type { Words } from '../wording/words.ts';

/** Complaints and withdrawals after an arm below which it is not judged. */
const LEAST = 8;

/** Arms after which more people complain or withdraw than after the others; an arm of a point is a comparison. */
export function harmLessons({ points, alpha, words }: { points: readonly PointSeen[]; alpha: number; words: Words }): { findings: Finding[]; comparisons: number } {
  const arms = points.flatMap((point) => point.arms.map((arm) => ({ point, arm }))).filter(({ point: { choices } }) => choices.some(({ harm }) => harm));
  const comparisons = arms.length;
  const findings = arms.flatMap(({ point, arm }): Finding[] => {
    const others = point.arms.filter((other) => other !== arm);
    const choices = offered(point, arm);
    const [mine, theirs] = [rateOf(choices, [arm], 'harm'), rateOf(choices, others, 'harm')];
    if (mine.count < LEAST || theirs.of === 0) return [];
    const contrast = contrastOf(choices, { first: [arm], second: others }, { outcome: 'harm', alpha: alpha / comparisons });
    if (contrast.low <= 1) return [];
    const { value, low, high } = contrast;
    return [
      {
        key: `harm/${point.point}/${arm}`,
        kind: 'harm',
        sentence: words.harm({ point, arm, mine, theirs, contrast, comparisons }),
        numbers: { ...(value === undefined ? {} : { times: value, high }), low, rate: mine.value, otherRate: theirs.value, harmed: mine.count, otherHarmed: theirs.count, choices: mine.of, otherChoices: theirs.of },
        certainty: 1 - alpha,
        basis: { touches: mine.of + theirs.of, answers: mine.count + theirs.count, comparisons, method: METHOD },
        proposal: { do: 'stop', point: point.point, arm },
      },
    ];
  });
  return { findings, comparisons };
}
