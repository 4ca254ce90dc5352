import { scenario, type Journey } from '../vocabulary/index.ts';
import type { BoilerFacts } from './facts.ts';
import type { BoilerMessages } from './messages/index.ts';

/**
 * Households whose boiler is due: a postcard opens the personal page, the page tells us what they want, a mail answers, the mail's
 * reader is invited to the brand's page; the path leads to the store or the shop.
 */
export const boilerRenewalV1 = scenario<BoilerFacts, BoilerMessages>(
  { name: 'boiler-renewal', version: 1, goal: ['purchase', 'redeem'], exit: ['unsubscribe', 'returned', 'complained'], within: '90 days' },
  async (journey) => {
    const offer = journey.facts.boilerAge > 12 ? 'replace' : 'service';

    const postcard = await journey.print('renewal-postcard', { offer });
    const answer =
      (await journey.waitFor([postcard.on.scan, postcard.on.visit, postcard.on.reply], { for: '21 days', from: postcard.inHome })) ??
      (await remind(journey, offer));
    if (!answer) return journey.end('silent');

    // Who opens the page often fills in its form within minutes; a day lets the thank-you mail speak of what they told us.
    const reply = answer.kind === 'reply' ? answer : await journey.waitFor(journey.on.reply, { for: '1 day' });
    if (reply) await journey.learn(reply.facts, 'personal-page');

    const interest = journey.facts.interest ?? (offer === 'replace' ? 'replace' : 'service');
    const thanks = await journey.email('thank-you', { interest, store: journey.facts.store }, { choose: ['warm', 'factual'] });
    const click = await journey.waitFor(thanks.on.click, { for: '7 days' });
    if (click) await journey.inviteToFollow('follow-us', { page: 'facebook' });

    // The goal may come at any moment; this is how long we go on hoping.
    await journey.sleep('30 days');
    return journey.end(click ? 'engaged' : 'interested');
  },
);

/** One cheaper reminder by the best medium that the person agreed to. */
async function remind(journey: Journey<BoilerFacts, BoilerMessages>, offer: 'replace' | 'service') {
  if (journey.reachable.email) {
    const reminder = await journey.email('reminder-email', { offer });
    return journey.waitFor([reminder.on.click, reminder.on.reply], { for: '14 days' });
  }
  const reminder = await journey.print('reminder-card', { offer });
  return journey.waitFor([reminder.on.scan, reminder.on.visit, reminder.on.reply], { for: '14 days', from: reminder.inHome });
}
