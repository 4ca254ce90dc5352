import { scenario, type Journey } from '../vocabulary/index.ts';
import type { OpeningFacts } from './facts.ts';
import type { OpeningMessages } from './messages/index.ts';

type OpeningJourney = Journey<OpeningFacts, OpeningMessages>;

/**
 * A store opens on a date: a card with the map is in the letter box some ten days before, its page takes requests for an appointment, a mail
 * two days before says the way once more. The voucher used in the new store is the goal.
 */
export const storeOpeningV1 = scenario<OpeningFacts, OpeningMessages>(
  {
    name: 'store-opening',
    version: 1,
    goal: ['redeem'],
    exit: ['unsubscribe', 'returned', 'complained'],
    within: '180 days',
    windows: { email: { from: '08:00', to: '20:00' } },
    caps: { email: { most: 3, per: '14 days' }, print: { most: 2, per: '30 days' } },
  },
  async (journey) => {
    const { opening, store } = journey.facts;

    // A day to print and three on its way. Who is imported late still gets a card that comes in time.
    await journey.until(daysBefore(opening, 14));
    if (journey.now < daysBefore(opening, 5)) await journey.print('invitation-card', { store, opening });
    else journey.note('too late for a card');

    await Promise.all([answerRequest(journey), remind(journey)]);
    return journey.end(journey.facts.slot ? 'asked-did-not-come' : 'silent');
  },
);

/** Whenever they ask for an appointment, be it on the eve, it is confirmed. */
async function answerRequest(journey: OpeningJourney) {
  const reply = await journey.waitFor(journey.on.reply, { for: '28 days' });
  if (!reply) return;
  await journey.learn(reply.facts, 'personal-page');
  const { opening, store, slot, room = 'living' } = journey.facts;
  if (slot) await journey.email('appointment-noted', { store, opening, slot, room });
}

/** Two days before, on a working day, and on the day itself for those whom somebody expects. */
async function remind(journey: OpeningJourney) {
  const { opening, store } = journey.facts;
  await journey.until(daysBefore(opening, 2));
  await journey.at('10:00', { days: 'mon-sat', holidays: 'FR' });
  await journey.email('doors-open-soon', { store, opening, slot: journey.facts.slot ?? 'none' });

  await journey.until(daysBefore(opening, 0));
  await journey.at('08:30');
  if (journey.facts.slot) await journey.email('expected-today', { store, slot: journey.facts.slot });

  // The voucher is good for two weeks.
  await journey.sleep('14 days');
}

/** Midnight UTC so many days before a date. */
function daysBefore(date: string, days: number): Date {
  return new Date(Date.parse(date) - days * 86_400_000);
}
