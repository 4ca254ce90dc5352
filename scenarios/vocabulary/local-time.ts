/** A time of day where the prospect lives, 24 hours: `'09:30'`. */
export type ClockTime = `${number}:${number}`;

/** Days of the week on which something may happen. */
export type Days = 'mon-fri' | 'mon-sat' | 'all';

/** A calendar of public holidays, by country (ISO 3166-1 alpha-2); see `engine/holidays.ts` for the days in it. */
export type HolidayCalendar = 'FR' | 'BE' | 'DE';

/** Which days count. */
export interface DayOptions {
  /** Every day unless said. */
  readonly days?: Days;
  /** Its holidays don't count. */
  readonly holidays?: HolidayCalendar;
}

/**
 * When a medium may be used, at the prospect's local time, such as `{ from: '08:00', to: '20:00', days: 'mon-sat', holidays: 'FR' }`. What lies
 * outside are quiet hours. A window over midnight (`from: '18:00', to: '02:00'`) belongs to the day on which it opens.
 */
export interface SendWindow extends DayOptions {
  readonly from: ClockTime;
  readonly to: ClockTime;
}
