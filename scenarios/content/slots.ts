import { isHoliday } from '../../engine/holidays.ts';
import { offsetOf } from '../../engine/time-zone.ts';
import type { Language } from '../kit/language.ts';
import { ScenarioError, type ClockTime, type HolidayCalendar } from '../vocabulary/index.ts';

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** A time of a day that may be asked for: said as a time of day unless it has words, such as for half a day. */
export interface Slot {
  /** When it begins. */
  readonly at: ClockTime;
  readonly words?: Readonly<Record<Language, { readonly label: string; readonly hint?: string }>>;
}

/** When appointments may be had. */
export interface SlotOffer {
  /** The days of the week that are open, with their times in the order of the clock. */
  readonly open: Readonly<Partial<Record<Weekday, readonly Slot[]>>>;
  /** Working days (Monday to Friday, no holiday) that it takes: 1 is the next working day at the earliest, 0 is today. */
  readonly notice: number;
  /** How many days are offered. */
  readonly days: number;
  /** Where the appointment is held, IANA, such as a store's; where the reader lives unless said. */
  readonly timeZone?: string;
  /** Whose holidays are closed; those of the reader's country unless said. */
  readonly holidays?: HolidayCalendar;
}

/** Who asks, and when. */
export interface SlotReader {
  /** Milliseconds since 1970, campaign time. */
  readonly at: number;
  /** IANA. */
  readonly timeZone: string;
  /** ISO 3166-1 alpha-2. A country whose holidays are not known has none. */
  readonly country: string;
}

/** A day of an offer: its date, such as `2026-12-03`, and the times that may be asked for. */
export interface OfferedDay {
  readonly date: string;
  readonly slots: readonly Slot[];
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Days after which no more are looked for. */
const LOOK_AHEAD = 120;
const WEEKDAYS: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const CALENDARS: readonly HolidayCalendar[] = ['FR', 'BE', 'DE'];

/** Checks an offer when its scenario is loaded. @throws ScenarioError (`BadTime`) for an offer that could never be taken up. */
export function checkOffer({ open, notice, days }: SlotOffer): void {
  const times = Object.values(open).flatMap((slots) => slots.map(({ at }) => at));
  const wrong = times.find((at) => !/^([01]\d|2[0-3]):[0-5]\d$/.test(at));
  if (wrong !== undefined) throw new ScenarioError('BadTime', `Expected the times of an appointment to be such as '09:30', got '${wrong}'. Write hours and minutes with two digits each.`);
  if (times.length === 0) throw new ScenarioError('BadTime', 'Expected an appointment to have a day that is open, got none. Give `open` a day with a time.');
  if (!(Number.isInteger(notice) && notice >= 0 && notice <= 30)) throw new ScenarioError('BadTime', `Expected \`notice\` to be 0 to 30 working days, got ${notice}.`);
  if (!(Number.isInteger(days) && days >= 1 && days <= 20)) throw new ScenarioError('BadTime', `Expected \`days\` to be 1 to 20, got ${days}: a longer list is not read on a phone.`);
}

/**
 * The days and times that are on offer, the nearest first. Times that are over are not.
 *
 * @example offeredDays({ open: { thu: [{ at: '14:00' }] }, notice: 2, days: 1 }, { at: Date.UTC(2026, 11, 1), timeZone: 'Europe/Paris', country: 'FR' })
 * // [{ date: '2026-12-03', slots: [{ at: '14:00' }] }]
 */
export function offeredDays(offer: SlotOffer, reader: SlotReader): OfferedDay[] {
  const now = localNow(offer, reader);
  const today = Date.parse(now.slice(0, 10));
  const calendar = offer.holidays ?? CALENDARS.find((known) => known === reader.country);
  const isClosed = (day: number): boolean => calendar !== undefined && isHoliday(calendar, day);
  const found: OfferedDay[] = [];
  let notice = offer.notice;
  for (let day = today; day <= today + LOOK_AHEAD * DAY && found.length < offer.days; day += DAY) {
    const weekday = WEEKDAYS[new Date(day).getUTCDay()]!;
    if (day > today && weekday !== 'sat' && weekday !== 'sun' && !isClosed(day)) notice -= 1;
    if (notice > 0 || isClosed(day)) continue;
    const date = dateOf(day);
    const slots = (offer.open[weekday] ?? []).filter(({ at }) => `${date}T${at}` > now);
    if (slots.length > 0) found.push({ date, slots });
  }
  return found;
}

/** Whether an appointment, such as `2026-12-03T14:00`, is over where it is held. */
export function isOver(value: string, offer: SlotOffer, reader: SlotReader): boolean {
  return value <= localNow(offer, reader);
}

/** Whether it is on offer, or was within the hour: a reader may take their time over the page. */
export function isOffered(value: string, offer: SlotOffer, reader: SlotReader): boolean {
  if (isOver(value, offer, reader)) return false;
  return [reader, { ...reader, at: reader.at - HOUR }].some((when) => offeredDays(offer, when).some(({ date, slots }) => slots.some(({ at }) => `${date}T${at}` === value)));
}

/** What clocks show where the appointment is held, to the minute, such as `2026-12-01T09:30`. */
function localNow({ timeZone }: SlotOffer, reader: SlotReader): string {
  return new Date(reader.at + offsetOf(timeZone ?? reader.timeZone, reader.at)).toISOString().slice(0, 16);
}

function dateOf(day: number): string {
  return new Date(day).toISOString().slice(0, 10);
}
