import { scenario, type Expected, type Journey, type Response } from '../vocabulary/index.ts';
import type { EquipmentFacts } from './facts.ts';
import type { EquipmentMessages } from './messages/index.ts';

/** What one season hands to the next. */
export interface Season {
  /** The calendar year of its service. */
  readonly year: number;
  /** Seasons without an answer, in a row. */
  readonly silent: number;
  /** The year in which a replacement was last offered. */
  readonly offered?: number;
}

type Equipment = EquipmentFacts['equipment'];
type SeasonJourney = Journey<EquipmentFacts, EquipmentMessages, Season>;

/** Years from one service to the next: each year for what burns, every second for a heat pump (French decrees 2009-649 and 2020-912). */
const INTERVAL: Readonly<Record<Equipment, number>> = { 'gas-boiler': 1, 'oil-boiler': 1, 'wood-stove': 1, 'heat-pump': 2 };
/** Years after which a replacement is worth a word. */
const LIFETIME: Readonly<Record<Equipment, number>> = { 'gas-boiler': 15, 'oil-boiler': 15, 'wood-stove': 20, 'heat-pump': 16 };
/** Years between two offers to the same household; seasons of silence after which we stop writing. */
const OFFER_EVERY = 3;
const SILENCE = 3;

/**
 * An installation over its years: each season a reminder of its service by mail, by card where there is no mail, and once it is old an offer to replace
 * it. A cycle is a season; what is carried over is the year, how long nobody has answered and when we last made an offer. The purchase of a new installation
 * is the goal; a service done is not.
 */
export const equipmentRenewalV1 = scenario<EquipmentFacts, EquipmentMessages, Season>(
  {
    name: 'equipment-renewal',
    version: 1,
    goal: ['purchase'],
    exit: ['unsubscribe', 'returned', 'complained'],
    // A heat pump's season begins up to two years ahead; then half a year is left for it.
    within: '930 days',
    windows: { email: { from: '08:30', to: '19:00', days: 'mon-sat', holidays: 'FR' } },
    caps: { email: { most: 5, per: '90 days' }, print: { most: 2, per: '300 days' } },
  },
  async (journey) => {
    const { equipment, serviceMonth, installedYear } = journey.facts;
    const season = journey.state ?? firstSeason(journey);
    const { year } = season;
    // A month ahead, while there are appointments left.
    await journey.until(new Date(Date.UTC(year, serviceMonth - 2, 3)));
    await journey.at('09:30', { days: 'mon-fri', holidays: 'FR' });

    const age = year - installedYear;
    const isOffered = age >= LIFETIME[equipment] && year - (season.offered ?? 0) >= OFFER_EVERY;
    const answered = (isOffered && (await offer(journey, age))) || (await remind(journey, age));

    const silent = answered ? 0 : season.silent + 1;
    if (silent >= SILENCE) return journey.end('lost');
    const offered = isOffered ? year : season.offered;
    return journey.again({ year: year + INTERVAL[equipment], silent, ...(offered === undefined ? {} : { offered }) });
  },
);

/** The first that can still be announced a month ahead; a heat pump's years are counted from its installation. */
function firstSeason({ now, facts: { equipment, installedYear, serviceMonth } }: SeasonJourney): Season {
  const interval = INTERVAL[equipment];
  let year = Math.max(now.getUTCFullYear(), installedYear + 1);
  while (Date.UTC(year, serviceMonth - 2, 3) < now.getTime() || (year - installedYear) % interval !== 0) year += 1;
  return { year, silent: 0 };
}

/** Reminds of the service: by mail, and by card who has not told us by mail what they want. True when they told us. */
async function remind(journey: SeasonJourney, age: number): Promise<boolean> {
  const { equipment, agency } = journey.facts;
  const mail = await journey.email('service-email', { equipment, age, agency });
  const early = await journey.waitFor([mail.on.click, mail.on.reply], { for: '14 days' });
  if (early && (await arrange(journey, early, [mail.on.reply, mail.on.redeem]))) return true;

  const card = await journey.print('service-card', { equipment, age, agency });
  try {
    const late = await journey.waitFor([card.on.scan, card.on.visit, card.on.reply, mail.on.click, mail.on.reply], { for: '30 days', from: card.inHome });
    return late !== undefined && (await arrange(journey, late, [card.on.reply, mail.on.reply, card.on.redeem, mail.on.redeem]));
  } finally {
    await card.recall();
  }
}

/** Offers to replace what is old, or to service it as usual. True when they told us what they want; the service is still due otherwise. */
async function offer(journey: SeasonJourney, age: number): Promise<boolean> {
  const { equipment, agency } = journey.facts;
  const letter = await journey.print('replacement-letter', { equipment, age, agency });
  const answer = await journey.waitFor([letter.on.scan, letter.on.visit, letter.on.reply], { for: '30 days', from: letter.inHome });
  return answer !== undefined && (await arrange(journey, answer, [letter.on.reply, letter.on.redeem]));
}

/**
 * Somebody has opened the page: what do they want? False when they did not say. The fitter takes the visit's number when the work is done (`redeem`).
 *
 * @param mine reports about this season's touches: last season's are no answer to this one
 */
async function arrange(journey: SeasonJourney, answer: Response, mine: readonly (Expected<'reply'> | Expected<'redeem'>)[]): Promise<boolean> {
  const replies = mine.filter((one): one is Expected<'reply'> => one.kind === 'reply');
  const reply = answer.kind === 'reply' ? (answer as Response<'reply', EquipmentFacts>) : await journey.waitFor(replies, { for: '3 days' });
  if (!reply) return false;
  await journey.learn(reply.facts, 'personal-page');
  const { wish = 'visit', slot = 'morning' } = reply.facts;
  if (wish === 'later') {
    journey.note('put off to next season');
    return true;
  }

  const { equipment, agency } = journey.facts;
  if (wish === 'replace') {
    await journey.email('quote-visit', { equipment, agency, slot });
    // A quote takes its time; the order, which is the goal, may come at any moment.
    await journey.sleep('90 days');
    journey.note('a quote was asked for, and no order came');
    return true;
  }
  const confirmed = await journey.email('visit-confirmed', { equipment, agency, slot });
  const visits = mine.filter((one): one is Expected<'redeem'> => one.kind === 'redeem');
  const done = await journey.waitFor([...visits, confirmed.on.redeem], { for: '75 days' });
  journey.note(done ? 'the service was done' : 'a visit was asked for, and none was reported');
  return true;
}
