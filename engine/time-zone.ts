import { ScenarioError } from '../scenarios/vocabulary/index.ts';

const DAY = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();
/** By zone and UTC day; NaN on the days on which the clocks change. */
const offsets = new Map<string, Map<number, number>>();

/**
 * How far a zone's clocks are ahead of UTC at a moment, in milliseconds.
 *
 * The rules are those of the Node that runs; a replay with other rules wakes at another time, and replays all the same, since Temporal doesn't
 * compare how long a timer runs (docs/decisions/0009-a-journeys-own-time.md).
 *
 * @throws ScenarioError (`BadTimeZone`) for a zone that is not in IANA's list.
 * @example offsetOf('Europe/Paris', Date.UTC(2026, 6, 1)) // 7_200_000
 */
export function offsetOf(zone: string, moment: number): number {
  let days = offsets.get(zone);
  if (!days) offsets.set(zone, (days = new Map()));
  const day = Math.floor(moment / DAY);
  let offset = days.get(day);
  if (offset === undefined) {
    offset = measured(zone, day * DAY);
    if (offset !== measured(zone, (day + 1) * DAY - 1)) offset = NaN;
    days.set(day, offset);
  }
  return Number.isNaN(offset) ? measured(zone, moment) : offset;
}

function measured(zone: string, moment: number): number {
  const parts = Object.fromEntries(formatOf(zone).formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const shown = Date.UTC(parts['year']!, parts['month']! - 1, parts['day']!, parts['hour']!, parts['minute']!, parts['second']!);
  return shown - Math.floor(moment / 1_000) * 1_000;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const before = formats.get(zone);
  if (before) return before;
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
    formats.set(zone, format);
    return format;
  } catch {
    throw new ScenarioError('BadTimeZone', `Expected an IANA time zone such as 'Europe/Paris', got '${zone}'.`);
  }
}
