import type { HolidayCalendar } from '../scenarios/vocabulary/index.ts';

const DAY = 86_400_000;

/** Fixed days as `month-day`, and days counted from Easter Sunday. National holidays only: a region's own are not in it. */
const CALENDARS: Readonly<Record<HolidayCalendar, { readonly fixed: readonly string[]; readonly fromEaster: readonly number[] }>> = {
  // Code du travail, article L3133-1.
  FR: { fixed: ['1-1', '5-1', '5-8', '7-14', '8-15', '11-1', '11-11', '12-25'], fromEaster: [1, 39, 50] },
  // Arrêté royal du 18 avril 1974.
  BE: { fixed: ['1-1', '5-1', '7-21', '8-15', '11-1', '11-11', '12-25'], fromEaster: [1, 39, 50] },
  // The nine days that all Länder have.
  DE: { fixed: ['1-1', '5-1', '10-3', '12-25', '12-26'], fromEaster: [-2, 1, 39, 50] },
};

const known = new Map<string, ReadonlySet<number>>();

/**
 * Whether a calendar day is a public holiday.
 *
 * @param day the day's midnight as if it were UTC, milliseconds since 1970
 * @example isHoliday('FR', Date.UTC(2027, 4, 6)) // true: Ascension Day
 */
export function isHoliday(calendar: HolidayCalendar, day: number): boolean {
  return holidays(calendar, new Date(day).getUTCFullYear()).has(day);
}

function holidays(calendar: HolidayCalendar, year: number): ReadonlySet<number> {
  const key = `${calendar} ${year}`;
  const before = known.get(key);
  if (before) return before;
  const { fixed, fromEaster } = CALENDARS[calendar];
  const easter = easterSunday(year);
  const days = new Set([
    ...fixed.map((day) => {
      const [month, date] = day.split('-').map(Number) as [number, number];
      return Date.UTC(year, month - 1, date);
    }),
    ...fromEaster.map((days) => easter + days * DAY),
  ]);
  known.set(key, days);
  return days;
}

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876 (Nature, 20 April). */
function easterSunday(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const correction = (19 * golden + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - correction - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * correction + 22 * weekday) / 451);
  const sum = correction + weekday - 7 * late + 114;
  return Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1);
}
