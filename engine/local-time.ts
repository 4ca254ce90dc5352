import { ScenarioError, type ClockTime, type DayOptions, type SendWindow } from '../scenarios/vocabulary/index.ts';
import { isHoliday } from './holidays.ts';
import { offsetOf } from './time-zone.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** The longest stretch of days that don't count: holidays next to a weekend. Past it a calendar is wrong. */
const LOOK_AHEAD = 40;

/** Where a prospect lives unless their facts or address say otherwise. */
export const DEFAULT_TIME_ZONE = 'Europe/Paris';

/**
 * The first moment after `after` at which clocks in the zone show that time, on a day that counts. A time that the spring change leaves out is
 * taken an hour later; one that comes twice in autumn, the first time.
 *
 * @param after milliseconds since 1970; so is what comes back
 * @throws ScenarioError (`BadTime`) unless the time is one of day.
 * @example nextClockTime({ time: '10:00', after: Date.UTC(2026, 10, 2, 9), zone: 'Europe/Paris', on: { days: 'mon-fri' } }) // 3 November, 10:00 in Paris
 */
export function nextClockTime({ time, after, zone, on = {} }: { time: ClockTime; after: number; zone: string; on?: DayOptions }): number {
  const minutes = minutesOf(time);
  const today = localDay(after, zone);
  for (let day = today; day <= today + LOOK_AHEAD * DAY; day += DAY) {
    if (!dayCounts(day, on)) continue;
    const moment = momentOf(day + minutes * MINUTE, zone);
    if (moment > after) return moment;
  }
  throw new ScenarioError('BadTime', `Expected a day within ${LOOK_AHEAD} days on which ${time} counts, got none.`);
}

/**
 * When a window is next open: the time given where it is open then.
 *
 * @example nextOpening({ window: { from: '08:00', to: '20:00' }, at: Date.UTC(2026, 10, 2, 22), zone: 'Europe/Paris' }) // 3 November, 08:00 in Paris
 */
export function nextOpening({ window, at, zone }: { window: SendWindow; at: number; zone: string }): number {
  const [opens, closes] = [minutesOf(window.from) * MINUTE, minutesOf(window.to) * MINUTE];
  const today = localDay(at, zone);
  // Yesterday's window may run over midnight into today.
  for (let day = today - DAY; day <= today + LOOK_AHEAD * DAY; day += DAY) {
    if (!dayCounts(day, window)) continue;
    const end = momentOf(day + closes + (closes < opens ? DAY : 0), zone);
    if (end > at) return Math.max(at, momentOf(day + opens, zone));
  }
  throw new ScenarioError('BadWindow', `Expected the window ${window.from} to ${window.to} to open within ${LOOK_AHEAD} days, got none.`);
}

function dayCounts(day: number, { days = 'all', holidays }: DayOptions): boolean {
  const weekday = new Date(day).getUTCDay();
  if (days !== 'all' && (weekday === 0 || (weekday === 6 && days === 'mon-fri'))) return false;
  return holidays === undefined || !isHoliday(holidays, day);
}

/** The calendar day that it is in a zone: its midnight as if it were UTC. */
function localDay(moment: number, zone: string): number {
  return Math.floor((moment + offsetOf(zone, moment)) / DAY) * DAY;
}

/** The moment at which clocks in the zone show a local time, given as if it were UTC. */
function momentOf(local: number, zone: string): number {
  // The offsets in force a day before and after: where they differ, the clocks change in between.
  const [before, after] = [offsetOf(zone, local - DAY), offsetOf(zone, local + DAY)];
  const early = local - Math.max(before, after);
  if (before === after || offsetOf(zone, early) === Math.max(before, after)) return early;
  // In spring neither fits a time that is left out: by the offset before, it comes out an hour later.
  const late = local - Math.min(before, after);
  return offsetOf(zone, late) === Math.min(before, after) ? late : local - before;
}

function minutesOf(time: ClockTime): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!match) throw new ScenarioError('BadTime', `Expected a time of day such as '10:00', got '${String(time)}'. Write hours and minutes with two digits each, 00:00 to 23:59.`);
  return Number(match[1]) * 60 + Number(match[2]);
}
