import type { PointSeen } from '../campaign-seen.ts';
import type { SegmentRule } from '../lesson.ts';
import type { Naming, Sentences } from './words.ts';
import { plain } from './plain.ts';

const number = (value: number, digits = 0): string => new Intl.NumberFormat('en-GB', { maximumFractionDigits: digits }).format(value);
const percent = (share: number): string => `${number(share * 100, share < 0.2 ? 1 : 0)} %`;
const lift = (ratio: number): string => number((ratio - 1) * 100);
const euros = (value: number): string => `${new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value)} €`;
const sure = (comparisons: number): string => (comparisons > 1 ? `95 % over ${number(comparisons)} comparisons` : '95 %');

const PIECES = { print: 'mailpieces', email: 'mails', social: 'invitations' } as const;
const ANSWERS: Readonly<Record<string, string>> = { scan: 'scans', visit: 'visits', click: 'clicks', reply: 'replies', redeem: 'redeemed vouchers', purchase: 'purchases' };
const SINCE = { print: 'delivery', email: 'sending', social: 'sending' } as const;

function rewardOf({ reward }: PointSeen): string {
  if (reward === 'goal') return 'conversions';
  return reward.length === 1 ? (ANSWERS[reward[0]!] ?? 'answers') : 'answers';
}

function whose({ fact, op, value }: SegmentRule, name: Naming): string {
  if (op === '=') return name(`${fact}=${String(value)}`, `people with ${name(fact)} “${plain(value)}”`);
  return `people with ${name(fact)} ${op === '<' ? `under ${plain(value)}` : `of ${plain(value)} or more`}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A length of time as people say it: hours under a day, days to the half under a week. */
function time(days: number, unit = true): string {
  if (days < 1) return unit ? plural(Math.max(1, Math.round(days * 24)), 'hour') : number(Math.round(days * 24));
  const value = days < 3 ? Math.round(days * 2) / 2 : Math.round(days);
  return unit ? plural(value, 'day') : number(value, 1);
}

function plural(value: number, unit: string): string {
  return `${number(value, 1)} ${unit}${value === 1 ? '' : 's'}`;
}

/** Lessons in English. */
export const english: Sentences = {
  variant({ comparison: { point, segment }, winner, won, lost, contrast }, comparisons, name) {
    const quoted = (arm: string): string => `“${name(`${point.point}/${arm}`)}”`;
    const where = `${point.medium === undefined ? 'At' : 'In'} ${name(point.point)}, ${quoted(winner)}`;
    const what = rewardOf(point);
    const among = segment ? ` for ${whose(segment, name)}` : '';
    const other = point.arms.length === 2 ? point.arms.find((arm) => arm !== winner) : undefined;
    const others = other === undefined ? 'the others' : quoted(other);
    if (contrast.value === undefined) return `${where} brings ${what} from ${number(won.count)} of ${number(won.of)}${among}, ${others} from none of ${number(lost.of)}: at least ${number(contrast.low, 1)} times as many (${sure(comparisons)}).`;
    const rates = `${percent(won.value)}, against ${percent(lost.value)} with ${others}`;
    if (contrast.value >= 2) return `${where} brings ${number(contrast.value, 1)} times as many ${what}${among} (${sure(comparisons)}: ${number(contrast.low, 1)} to ${number(contrast.high, 1)} times): ${rates}.`;
    return `${where} lifts ${what} by ${lift(contrast.value)} %${among} (${sure(comparisons)}: ${lift(contrast.low)} to ${lift(contrast.high)} %): ${rates}.`;
  },
  harm({ point, arm, mine, theirs, contrast, comparisons }, name) {
    const after = `${point.medium === undefined ? 'At' : 'In'} ${name(point.point)}, after “${name(`${point.point}/${arm}`)}”`;
    const counts = `${number(mine.count)} of ${number(mine.of)}, against ${number(theirs.count)} of ${number(theirs.of)}`;
    if (contrast.value === undefined) return `${after} people complain or withdraw, after the others nobody: ${counts}, at least ${number(contrast.low, 1)} times as often (${sure(comparisons)}).`;
    return `${after} ${number(contrast.value, 1)} times as many people complain or withdraw as after the others (${sure(comparisons)}: ${number(contrast.low, 1)} to ${number(contrast.high, 1)} times): ${counts}.`;
  },
  delay({ medium, answered, median, lowerQuartile, upperQuartile, answers }) {
    const what = `${capital(ANSWERS[answered] ?? 'answers')}${answered === 'reply' || answered === 'visit' ? ` to ${PIECES[medium]}` : ''}`;
    const unit = upperQuartile < 1 === lowerQuartile < 1 ? time(lowerQuartile, false) : time(lowerQuartile);
    return `${what} come ${time(median)} after ${SINCE[medium]} (median of ${number(answers)}; half between ${unit} and ${time(upperQuartile)}).`;
  },
  wait({ message, wait, enough, by, share, saved }, name) {
    return `Of the answers to ${name(message)}, ${number(share * 100)} in 100 have come by day ${number(Math.ceil(by))}${Math.ceil(by) < enough ? ` (${number(enough)} at most)` : ''}; without one the path waits ${plural(Math.round(wait), 'day')}. A wait of ${plural(enough, 'day')} would do: the next step would come ${plural(Math.round(saved), 'day')} sooner.`;
  },
  delivery({ medium, rate, low, high, failed, touches, cost }) {
    return `${percent(rate)} of the ${PIECES[medium]} don’t arrive (95 %: ${number(low * 100, 1)} to ${number(high * 100, 1)} %): ${number(failed)} of ${number(touches)}${cost >= 1 ? `, which cost ${euros(cost)}` : ''}. The addresses want checking.`;
  },
  segment({ medium, segment, cost, revenue, revenueHigh, everybodyCost, everybodyRevenue }, name) {
    return `${capital(PIECES[medium])} to ${whose(segment, name)} don’t pay: they cost ${euros(cost)} a person and bring ${euros(revenue)}, ${euros(revenueHigh)} at most (95 %); everybody together costs ${euros(everybodyCost)} and brings ${euros(everybodyRevenue)}.`;
  },
};
