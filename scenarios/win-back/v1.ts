import { scenario, type Journey } from '../vocabulary/index.ts';
import type { LapsedFacts } from './facts.ts';
import type { WinBackMessages } from './messages/index.ts';

type WinBackJourney = Journey<LapsedFacts, WinBackMessages>;

/**
 * Customers who have not ordered for a while: one invitation with an offer that the policy chooses between two, an answer to what they tell us,
 * a last card, and then silence. Launched with a holdout, so that the campaign is only thanked for orders that would not have come anyway.
 */
export const winBackV1 = scenario<LapsedFacts, WinBackMessages>(
  {
    name: 'win-back',
    version: 1,
    goal: ['purchase', 'redeem'],
    exit: ['unsubscribe', 'returned', 'complained'],
    within: '150 days',
    windows: { email: { from: '08:30', to: '19:30', days: 'mon-sat', holidays: 'FR' } },
    caps: { email: { most: 2, per: '30 days' }, print: { most: 2, per: '120 days' } },
  },
  async (journey) => {
    const { favourite, orders } = journey.facts;
    const { offer, answer } = await invite(journey);

    const told = answer && (await journey.waitFor(journey.on.reply, { for: '1 day' }));
    if (told) {
      await journey.learn(told.facts, 'personal-page');
      const { reason = 'forgot' } = journey.facts;
      if (reason === 'stopped') return journey.end('stopped');
      await journey.email('your-way', { reason, favourite });
    }

    await journey.sleep('20 days');
    // A last card costs more than it brings from those who had but a try; it is for those who were at home here.
    if (orders < 5) return journey.end(answer ? 'curious' : 'silent');

    const last = await journey.print('last-card', { offer, favourite });
    const late = await journey.waitFor([last.on.scan, last.on.visit], { for: '28 days', from: last.inHome });
    return journey.end(late ? 'woken' : answer ? 'curious' : 'silent');
  },
);

/** By mail where they agreed to it, else by a card; the policy chooses the offer, and whatever comes later keeps it. */
async function invite(journey: WinBackJourney) {
  const { favourite, monthsAway } = journey.facts;
  if (journey.reachable.email) {
    const mail = await journey.email('come-back-mail', { favourite, monthsAway }, { choose: ['gift', 'discount'] });
    return { offer: offerOf(mail), answer: await journey.waitFor(mail.on.click, { for: '12 days' }) };
  }
  const card = await journey.print('come-back-card', { favourite, monthsAway }, { choose: ['gift', 'discount'] });
  return { offer: offerOf(card), answer: await journey.waitFor([card.on.scan, card.on.visit], { for: '28 days', from: card.inHome }) };
}

function offerOf({ variant }: { variant?: string }): 'gift' | 'discount' {
  return variant === 'discount' ? 'discount' : 'gift';
}
