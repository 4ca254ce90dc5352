import { milliseconds, type HolidayCalendar, type ScenarioOptions, type SendWindow, type TouchMedium } from '../scenarios/vocabulary/index.ts';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;

/** A touch that went out, as whoever checks sees it. */
export interface Made {
  readonly touch: string;
  readonly medium: TouchMedium;
  /** Campaign milliseconds since 1970. */
  readonly at: number;
  /** The window that the path set for it, instead of the scenario's. */
  readonly window: SendWindow | undefined;
}

/**
 * What is wrong with a person's latest touch, in words; nothing when all is well. It shares no code with the engine, which is to keep these very
 * rules: the local time is what `Intl` says, Easter is Gauss's.
 *
 * @param made the person's touches so far, in order, the one in question last
 */
export function brokenRule({ windows, caps }: Pick<ScenarioOptions, 'windows' | 'caps'>, made: readonly Made[], zone: string): { rule: 'window' | 'cap'; detail: string } | undefined {
  const touch = made[made.length - 1]!;
  const window = touch.window ?? windows?.[touch.medium];
  if (window && !isOpen(window, localTime(touch.at, zone))) {
    const { weekday, minute } = localTime(touch.at, zone);
    return { rule: 'window', detail: `${DAYS[weekday]} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')} in ${zone}, open ${window.from} to ${window.to}${window.days ? ` ${window.days}` : ''}${window.holidays ? `, no holidays of ${window.holidays}` : ''}` };
  }
  const cap = caps?.[touch.medium];
  if (cap) {
    const since = touch.at - milliseconds(cap.per);
    let count = 0;
    for (const { medium, at } of made) if (medium === touch.medium && at > since) count += 1;
    if (count > cap.most) return { rule: 'cap', detail: `${count} by ${touch.medium} within ${cap.per}, at most ${cap.most}` };
  }
  return undefined;
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

interface Local {
  /** The calendar day, counted from 1 January 1970. */
  readonly day: number;
  readonly minute: number;
  readonly weekday: number;
}

function isOpen(window: SendWindow, { day, minute, weekday }: Local): boolean {
  const [from, to] = [minutes(window.from), minutes(window.to)];
  if (from < to) return minute >= from && minute < to && counts(window, day, weekday);
  // Over midnight: it belongs to the day on which it opens.
  return minute >= from ? counts(window, day, weekday) : minute < to && counts(window, day - 1, (weekday + 6) % 7);
}

function counts({ days = 'all', holidays }: SendWindow, day: number, weekday: number): boolean {
  if (days !== 'all' && (weekday === 0 || (weekday === 6 && days === 'mon-fri'))) return false;
  return holidays === undefined || !holidaysOf(holidays, new Date(day * 86_400_000).getUTCFullYear()).has(day);
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/** No zone's clocks change but on a quarter of an hour, so its offset is asked once for each. */
function localTime(at: number, zone: string): Local {
  let known = offsets.get(zone);
  if (!known) offsets.set(zone, (known = new Map()));
  const quarter = Math.floor(at / QUARTER);
  let offset = known.get(quarter);
  if (offset === undefined) known.set(quarter, (offset = offsetAt(quarter * QUARTER, zone)));
  const minute = Math.floor(at / MINUTE) + offset;
  const day = Math.floor(minute / 1_440);
  return { day, minute: minute - day * 1_440, weekday: (((day + 4) % 7) + 7) % 7 };
}

/** Minutes ahead of UTC, such as 120 for `GMT+2`. */
function offsetAt(at: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) formats.set(zone, (format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })));
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')!.value;
  const match = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name);
  if (!match?.[1]) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

/** Month and day; a number counts from Easter Sunday. */
const HOLIDAYS: Readonly<Record<HolidayCalendar, readonly (string | number)[]>> = {
  FR: ['01-01', 1, '05-01', '05-08', 39, 50, '07-14', '08-15', '11-01', '11-11', '12-25'],
  BE: ['01-01', 1, '05-01', 39, 50, '07-21', '08-15', '11-01', '11-11', '12-25'],
  DE: ['01-01', -2, 1, '05-01', 39, 50, '10-03', '12-25', '12-26'],
};

const years = new Map<string, ReadonlySet<number>>();

function holidaysOf(calendar: HolidayCalendar, year: number): ReadonlySet<number> {
  const key = `${calendar}${year}`;
  let days = years.get(key);
  if (!days) {
    const easter = easterOf(year);
    days = new Set(HOLIDAYS[calendar].map((day) => (typeof day === 'number' ? easter + day : Date.parse(`${year}-${day}T00:00:00Z`) / 86_400_000)));
    years.set(key, days);
  }
  return days;
}

/** Gauss's rule with his correction of 1816, for 1900 to 2099: days since 1970. */
function easterOf(year: number): number {
  const [a, b, c] = [year % 19, year % 4, year % 7];
  const d = (19 * a + 24) % 30;
  const e = (2 * b + 4 * c + 6 * d + 5) % 7;
  const march = 22 + d + e;
  const corrected = d === 29 && e === 6 ? march - 7 : d === 28 && e === 6 && a > 10 ? march - 7 : march;
  return Date.UTC(year, 2, corrected) / 86_400_000;
}
