import { scenario } from '../vocabulary/index.ts';
import type { StarterFacts } from './facts.ts';
import type { StarterMessages } from './messages/index.ts';

/**
 * Readers near a bookshop: a postcard opens the personal page, the page gives a voucher and asks what they like to read, a mail answers with a
 * book for them; the path leads to the shop.
 */
export const starterV1 = scenario<StarterFacts, StarterMessages>(
  { name: 'starter', version: 1, goal: ['purchase', 'redeem'], exit: ['unsubscribe', 'returned', 'complained'], within: '75 days' },
  async (journey) => {
    const { store } = journey.facts;
    const postcard = await journey.print('invitation-postcard', { store });
    const answer = await journey.waitFor([postcard.on.scan, postcard.on.visit, postcard.on.reply], { for: '21 days', from: postcard.inHome });
    if (!answer) return journey.end('silent');

    // Who opens the page often fills in its form within minutes; a day lets the mail speak of what they told us.
    const reply = answer.kind === 'reply' ? answer : await journey.waitFor(journey.on.reply, { for: '1 day' });
    if (reply) await journey.learn(reply.facts, 'personal-page');

    const advice = await journey.email('reading-advice', { reads: journey.facts.reads ?? 'novels', store }, { choose: ['one-book', 'three-books'] });
    const click = await journey.waitFor(advice.on.click, { for: '10 days' });

    // The goal may come at any moment; this is how long we go on hoping.
    await journey.sleep('21 days');
    return journey.end(click ? 'engaged' : 'interested');
  },
);
