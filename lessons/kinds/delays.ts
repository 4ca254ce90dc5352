import type { Kind, TouchMedium } from '../../scenarios/vocabulary/index.ts';
import type { CampaignSeen, TouchSeen } from '../campaign-seen.ts';
import { quantileInterval, quantileOf } from '../confidence.ts';
import type { Finding } from '../lesson.ts';
import type { Words } from '../wording/words.ts';

const DAY = 86_400_000;
/** Answers below which nothing is said of their delay. */
export const LEAST_ANSWERS = 20;
/** Days after which a touch has had what answers it will get: younger ones would make people look quicker than they are. */
export const PATIENCE: Readonly<Record<TouchMedium, number>> = { print: 21, email: 7, social: 7 };

/** Touches that have had their time, and arrived. */
export function mature({ touches, now }: Pick<CampaignSeen, 'touches' | 'now'>): TouchSeen[] {
  return touches.filter(({ at, medium, failed }) => failed === undefined && now - at >= PATIENCE[medium] * DAY);
}

/** Days from when a touch was there to its answer; what comes before the estimate says that it was there. */
export function delaysOf(touches: readonly TouchSeen[]): number[] {
  return touches.flatMap(({ answer, at }) => (answer ? [Math.max(0, answer.at - at) / DAY] : [])).sort((a, b) => a - b);
}

/** How long answers take, by medium and kind: for whoever plans the next wait. */
export function delayLessons({ seen, words }: { seen: CampaignSeen; words: Words }): Finding[] {
  const settled = mature(seen);
  const pairs = new Map<string, { medium: TouchMedium; kind: Kind; touches: TouchSeen[] }>();
  for (const touch of settled) {
    if (!touch.answer) continue;
    const { medium, answer: { kind } } = touch;
    const pair = pairs.get(`${medium} ${kind}`) ?? { medium, kind, touches: [] };
    pair.touches.push(touch);
    pairs.set(`${medium} ${kind}`, pair);
  }
  return [...pairs.values()].flatMap(({ medium, kind, touches }): Finding[] => {
    const days = delaysOf(touches);
    if (days.length < LEAST_ANSWERS) return [];
    const [median, lower, upper] = [0.5, 0.25, 0.75].map((share) => quantileOf(days, share)) as [number, number, number];
    const { low, high } = quantileInterval(days, 0.5);
    const numbers = { median, low, high, lowerQuartile: lower, upperQuartile: upper, answers: days.length };
    return [
      {
        key: `delay/${medium}/${kind}`,
        kind: 'delay',
        sentence: words.delay({ medium, answered: kind, ...numbers }),
        numbers,
        certainty: 0.95,
        basis: { touches: settled.filter((touch) => touch.medium === medium).length, answers: days.length, comparisons: 1, method: `median with its interval by order statistics; touches of at least ${PATIENCE[medium]} days` },
      },
    ];
  });
}
