import { scenario, type Journey } from '../vocabulary/index.ts';
import type { WinBackAudiences } from './messages/audiences.ts';
import type { LapsedFacts } from './facts.ts';
import type { WinBackMessages } from './messages/index.ts';

type WinBackTouches = WinBackMessages & WinBackAudiences;
type WinBackJourney = Journey<LapsedFacts, WinBackTouches>;

/**
 * As version 1, and after the last word no silence but an advert: who has not answered and agreed to social media sees the new roasts there for two
 * months. An order takes them out of that audience, and so does a withdrawal.
 */
export const winBackV2 = scenario<LapsedFacts, WinBackTouches>(
  {
    name: 'win-back',
    version: 2,
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
    if (orders < 5) return answer ? journey.end('curious') : staysAway(journey);

    const last = await journey.print('last-card', { offer, favourite });
    const late = await journey.waitFor([last.on.scan, last.on.visit], { for: '28 days', from: last.inHome });
    if (late || answer) return journey.end(late ? 'woken' : 'curious');
    return staysAway(journey);
  },
);

/** They stay in the audience while the journey waits for their order, which takes them out. */
async function staysAway(journey: WinBackJourney): Promise<void> {
  const shown = await journey.addToAudience('montcanel-away');
  if (shown.sent) await journey.sleep('60 days');
  journey.end('silent');
}

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
