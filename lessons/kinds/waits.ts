import type { CampaignSeen, PointSeen, TouchSeen } from '../campaign-seen.ts';
import { quantileInterval, quantileOf } from '../confidence.ts';
import type { Finding, Proposal } from '../lesson.ts';
import type { Words } from '../wording/words.ts';
import { delaysOf } from './delays.ts';

const DAY = 86_400_000;
/** Answers, and people who did not answer, below which a wait is not judged. */
const LEAST = 40;
/** This share of answers is waited for. */
const SHARE = 0.95;
/** A wait is longer than need be when so much of it would do. */
const ENOUGH = 0.75;

/** Waits that end long after nearly all answers have come: how long the path stood still after a message for those who did not answer it, against how long answers take. */
export function waitLessons({ seen, words }: { seen: CampaignSeen; words: Words }): Finding[] {
  const { touches, now, points } = seen;
  return [...new Set(touches.map(({ message }) => message))].sort().flatMap((message): Finding[] => {
    const silent = touches.filter((touch) => touch.message === message && !touch.answer && touch.failed === undefined && touch.wentOn !== undefined && touch.wentOn > touch.at);
    if (silent.length < LEAST) return [];
    const wait = quantileOf(silent.map(({ wentOn, at }) => (wentOn! - at) / DAY).sort((a, b) => a - b), 0.5);
    // Whose wait is over: of the others only the quick have answered.
    const settled: TouchSeen[] = touches.filter((touch) => touch.message === message && touch.failed === undefined && now - touch.at >= wait * DAY);
    const days = delaysOf(settled);
    if (days.length < LEAST) return [];
    const by = quantileOf(days, SHARE);
    const { high } = quantileInterval(days, SHARE);
    const enough = Math.ceil(high);
    if (enough >= wait * ENOUGH) return [];
    const numbers = { wait, enough, by, byHigh: high, share: SHARE, answers: days.length, saved: wait - enough };
    return [
      {
        key: `wait/${message}`,
        kind: 'wait',
        sentence: words.wait({ message, ...numbers }),
        numbers,
        certainty: 0.95,
        basis: { touches: settled.length, answers: days.length, comparisons: 1, method: `${SHARE * 100} % quantile of the delays, upper end of its interval by order statistics` },
        proposal: proposalOf(message, enough, points),
      },
    ];
  });
}

/** By the choice point of that wait, where the scenario has one: a branch whose name has the message in it, and whose arms are lengths of time. */
function proposalOf(message: string, days: number, points: readonly PointSeen[]): Proposal {
  const point = points.find(({ point, medium, arms }) => medium === undefined && point.includes(message) && arms.every((arm) => daysIn(arm) !== undefined));
  const arm = point?.arms.filter((one) => daysIn(one)! >= days).sort((a, b) => daysIn(a)! - daysIn(b)!)[0];
  if (!point || arm === undefined) return { do: 'edit', message, what: 'wait', days };
  return { do: 'weights', point: point.point, weights: Object.fromEntries(point.arms.map((one) => [one, one === arm ? 1 : 0])) };
}

function daysIn(arm: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?) (day|week)s?$/.exec(arm);
  return match ? Number(match[1]) * (match[2] === 'week' ? 7 : 1) : undefined;
}
