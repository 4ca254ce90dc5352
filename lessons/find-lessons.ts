import type { CampaignSeen } from './campaign-seen.ts';
import { delayLessons, LEAST_ANSWERS } from './kinds/delays.ts';
import { deliveryLessons } from './kinds/delivery.ts';
import { harmLessons } from './kinds/harm.ts';
import { payingLessons } from './kinds/paying.ts';
import { variantLessons } from './kinds/variants.ts';
import { waitLessons } from './kinds/waits.ts';
import type { Look, LookedAt } from './lesson.ts';
import { wordsOf, type Names } from './wording/words.ts';

/** The chance that any lesson of a family (variants, harm, segments, delivery) is wrong, however many comparisons it makes and however often it looks. */
const ALPHA = 0.05;

/**
 * What a campaign teaches: a pure function of what was seen, so that the same data teach the same. Sentences call things by the scenario's names.
 *
 * Variants, harm, segments and delivery are tests, at 95 % over all comparisons of their family; delays and waits describe, each with its own 95 % interval.
 *
 * @example findLessons(seen).findings.map(({ sentence }) => sentence.en) // ['Scans come 4 days after delivery (median of 312; half between 3 and 6 days).', …]
 */
export function findLessons(seen: CampaignSeen, names: Names = {}): Look {
  const words = wordsOf(names);
  const { points } = seen;
  const tested = [
    harmLessons({ points, alpha: ALPHA, words }),
    deliveryLessons({ seen, alpha: ALPHA, words }),
    variantLessons({ points, alpha: ALPHA, words }),
    payingLessons({ seen, alpha: ALPHA, words }),
  ];
  const findings = [...tested.flatMap((one) => one.findings), ...waitLessons({ seen, words }), ...delayLessons({ seen, words })];
  return { findings, seen: lookedAt(seen, tested.reduce((sum, one) => sum + one.comparisons, 0)) };
}

function lookedAt({ touches }: CampaignSeen, comparisons: number): LookedAt {
  const answers = touches.filter(({ answer }) => answer !== undefined).length;
  const because = touches.length === 0 ? 'nothing-sent' : answers === 0 ? 'no-answers' : comparisons === 0 && answers < LEAST_ANSWERS ? 'too-few' : undefined;
  return { touches: touches.length, answers, comparisons, ...(because === undefined ? {} : { because }) };
}
