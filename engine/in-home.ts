import type { DayOptions, HolidayCalendar } from '../scenarios/vocabulary/index.ts';
import { DEFAULT_TIME_ZONE, nextClockTime } from './local-time.ts';
import { postageDays } from './postage.ts';

/** A mailpiece on its way. */
export interface InHomeQuestion {
  /** When it is given to the carrier; milliseconds since 1970, as is the answer. */
  readonly handedOver: number;
  /** Such as `publicitaire J+3`, `Lettre verte` or `Dialogpost`. */
  readonly postageClass?: string | undefined;
  /** Working days, for a class that is not in the table. */
  readonly deliveryDays: number;
  /** Where it goes, ISO 3166-1 alpha-2; `FR` unless said. */
  readonly country?: string;
  /** Where the letter box hangs; Paris unless said. */
  readonly zone?: string;
  /** Where it is handed over; Paris unless said. */
  readonly postedIn?: string;
}

/** Handed over later than this, a piece is sorted the next working day. */
const ACCEPTED_UNTIL = '18:00';
/** Far to the west it is morning still. */
const REST_OF_THE_DAY = 6 * 3_600_000;
/** Rounds end about then; whoever comes home in the evening finds it. */
const IN_THE_BOX = '12:00';

/**
 * When a mailpiece is expected in the letter box: noon, at its own time, of the last of the working days that its class takes. The day of hand-over, or
 * the first working day after it, is day 0. Days without delivery (Sundays, in many countries Saturdays) and national holidays don't count.
 *
 * @example
 * // Handed over on Friday 30 April 2027 at 17:00, before the first of May, a Saturday, and a Sunday:
 * inHomeEstimate({ handedOver: Date.UTC(2027, 3, 30, 15), postageClass: 'Lettre verte', deliveryDays: 3 }) // Wednesday 5 May, 12:00 in Paris
 */
export function inHomeEstimate({ handedOver, postageClass, deliveryDays, country = 'FR', zone = DEFAULT_TIME_ZONE, postedIn = DEFAULT_TIME_ZONE }: InHomeQuestion): number {
  const on = deliveryOf(country);
  const days = postageDays(postageClass) ?? Math.ceil(deliveryDays);
  const accepted = nextClockTime({ time: ACCEPTED_UNTIL, after: handedOver, zone: postedIn, on });
  if (days === 0) return accepted;
  let at = accepted + REST_OF_THE_DAY;
  for (let day = 0; day < days; day++) at = nextClockTime({ time: IN_THE_BOX, after: at, zone, on });
  return at;
}

/**
 * Six days a week in France (Code des postes et des communications électroniques, L1), Germany (Postgesetz, § 18), Switzerland, Britain and America; five,
 * which EU directive 97/67 asks for, elsewhere.
 */
const SIX_DAYS: ReadonlySet<string> = new Set(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'MC', 'DE', 'CH', 'LI', 'GB', 'US']);
const HOLIDAYS: Readonly<Record<string, HolidayCalendar>> = { FR: 'FR', GP: 'FR', MQ: 'FR', GF: 'FR', RE: 'FR', YT: 'FR', PM: 'FR', BL: 'FR', MF: 'FR', BE: 'BE', DE: 'DE' };

function deliveryOf(country: string): DayOptions {
  const holidays = HOLIDAYS[country];
  return { days: SIX_DAYS.has(country) ? 'mon-sat' : 'mon-fri', ...(holidays === undefined ? {} : { holidays }) };
}
