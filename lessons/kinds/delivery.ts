import type { CampaignSeen } from '../campaign-seen.ts';
import type { Finding } from '../lesson.ts';
import { boundsOf } from '../rates.ts';
import type { Words } from '../wording/words.ts';

const DAY = 86_400_000;
/** Touches below which a medium is not judged. */
const LEAST = 100;
/** A mailpiece that comes back takes a while. */
const SETTLED = 3 * DAY;
/** More than one in twenty that does not arrive is a matter of addresses: mailbox providers begin to refuse senders at about that share of bounces, and post is paid for in vain. */
const LIMIT = 0.05;

/** Media whose touches don't arrive. */
export function deliveryLessons({ seen, alpha, words }: { seen: CampaignSeen; alpha: number; words: Words }): { findings: Finding[]; comparisons: number } {
  const media = (['print', 'email', 'social'] as const).flatMap((medium) => {
    const touches = seen.touches.filter((touch) => touch.medium === medium && (touch.failed !== undefined || seen.now - touch.at >= SETTLED));
    return touches.length < LEAST ? [] : [{ medium, touches }];
  });
  const findings = media.flatMap(({ medium, touches }): Finding[] => {
    const rate = { of: touches.length, count: touches.filter(({ failed }) => failed !== undefined).length };
    const { low, high } = boundsOf(rate, alpha / media.length);
    if (low <= LIMIT) return [];
    const cost = touches.reduce((sum, { failed, cost }) => sum + (failed === undefined ? 0 : cost), 0);
    const numbers = { rate: rate.count / rate.of, low, high, failed: rate.count, touches: rate.of, cost };
    return [
      {
        ...{ key: `delivery/${medium}`, kind: 'delivery', sentence: words.delivery({ medium, ...numbers }), numbers, certainty: 1 - alpha },
        basis: { touches: rate.of, answers: rate.count, comparisons: media.length, method: 'share with an always-valid interval, Bonferroni' },
      },
    ];
  });
  return { findings, comparisons: media.length };
}
