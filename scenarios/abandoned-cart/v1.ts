import { scenario, sequence } from '../vocabulary/index.ts';
import type { CartFacts } from './facts.ts';
import type { CartMessages } from './messages/index.ts';

/**
 * A cart was left in the shop: a mail keeps it safe and asks what holds the person back, an answer gets advice, and a cart that is worth the
 * postage gets a card with a voucher. Whoever buys meanwhile is left in peace.
 */
export const abandonedCartV1 = scenario<CartFacts, CartMessages>(
  {
    name: 'abandoned-cart',
    version: 1,
    entry: 'cart-abandoned',
    reentry: { after: '30 days' },
    goal: ['purchase', 'redeem'],
    exit: ['unsubscribe', 'returned', 'complained'],
    within: '60 days',
    windows: { email: { from: '09:00', to: '20:00' } },
    caps: { email: { most: 3, per: '14 days' }, print: { most: 1, per: '60 days' } },
  },
  async (journey) => {
    const { cartValue, category, product, items, store } = journey.facts;

    // Most who mean to come back do so the same day.
    await journey.sleep('4 hours');
    const kept = await journey.email('cart-kept', { category, product, items });

    const told = await journey.waitFor(sequence(kept.on.click, journey.on.reply), { for: '3 days' });
    if (told) {
      await journey.learn(told[1].facts, 'personal-page');
      await journey.email('helping-hand', { hesitation: journey.facts.hesitation ?? 'thinking', product, store });
      await journey.sleep('4 days');
    }

    const saving = savingOn(cartValue);
    if (saving === 0) {
      // Nothing more is sent; an order may still come.
      await journey.sleep('7 days');
      return journey.end(told ? 'advised' : 'left');
    }

    const card = await journey.print('voucher-card', { category, saving });
    try {
      const answer = await journey.waitFor([card.on.scan, card.on.visit], { for: '21 days', from: card.inHome });
      if (!answer) return journey.end(told ? 'advised' : 'silent');

      await journey.sleep('3 days');
      await journey.email('voucher-reminder', { saving, product });
      await journey.sleep('10 days');
      return journey.end('tempted');
    } finally {
      // Who buys while the card still waits for its print run needs no voucher any more.
      await card.recall();
    }
  },
);

/**
 * What the voucher takes off a cart, in euros; 0 for one that is not worth a card. A card costs 0.62 €, and some two in a hundred bring a sale
 * that would not have been: those 31 € and the voucher must stay under the margin, about a quarter of the price.
 */
export function savingOn(cartValue: number): number {
  if (cartValue < 250) return 0;
  if (cartValue < 800) return 20;
  return cartValue < 2_000 ? 60 : 120;
}
