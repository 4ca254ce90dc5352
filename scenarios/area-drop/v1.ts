import { scenario } from '../vocabulary/index.ts';
import type { AreaFacts } from './facts.ts';
import type { AreaMessages } from './messages/index.ts';

/**
 * Leaflets without an address, an area each: nobody is known until they answer. The area's page makes the prospect and begins the journey; a mail
 * thanks, a card with a voucher comes to who gave an address, and one more mail asks whether the first basket may be put aside.
 */
export const areaDropV1 = scenario<AreaFacts, AreaMessages>(
  {
    name: 'area-drop',
    version: 1,
    entry: 'area-reply',
    reentry: { after: '1 year' },
    goal: ['purchase', 'redeem'],
    exit: ['unsubscribe', 'returned', 'complained'],
    within: '90 days',
    windows: { email: { from: '08:00', to: '20:00' } },
    caps: { email: { most: 3, per: '30 days' }, print: { most: 1, per: '30 days' } },
  },
  async (journey) => {
    const { areaName, interest, household = 'one-two' } = journey.facts;
    const welcome = await journey.email('welcome', { areaName, interest });
    const card = await journey.print('taste-card', { areaName, household });
    if (!welcome.sent && !card.sent) return journey.end('unreachable');
    try {
      const answer = card.sent
        ? await journey.waitFor([card.on.scan, card.on.visit, welcome.on.click], { for: '14 days', from: card.inHome })
        : await journey.waitFor(welcome.on.click, { for: '10 days' });

      const basket = await journey.email('first-basket', { areaName, interest, household, seen: answer !== undefined });
      const more = await journey.waitFor(basket.on.click, { for: '10 days' });
      if (!answer && !more) return journey.end('silent');

      // Harvest comes weekly: three of them to think it over.
      await journey.sleep('21 days');
      return journey.end('tempted');
    } finally {
      // Who has bought in the store before the card was printed has no use for it.
      await card.recall();
    }
  },
);
