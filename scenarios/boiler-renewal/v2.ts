import { scenario, type Journey } from '../vocabulary/index.ts';
import type { BoilerFacts } from './facts.ts';
import type { BoilerMessages } from './messages/index.ts';

/**
 * What the first campaign taught: who uses the card does so within two weeks, so the reminder comes a week sooner; and of those who had looked into
 * it and not come, the ones who live near a store get one more card. Mails keep to the hours at which people read them.
 */
export const boilerRenewalV2 = scenario<BoilerFacts, BoilerMessages>(
  {
    name: 'boiler-renewal',
    version: 2,
    goal: ['purchase', 'redeem'],
    exit: ['unsubscribe', 'returned', 'complained'],
    within: '90 days',
    windows: { email: { from: '08:00', to: '20:00', days: 'mon-sat', holidays: 'FR' } },
    caps: { email: { most: 2, per: '7 days' } },
  },
  async (journey) => {
    const offer = journey.facts.boilerAge > 12 ? 'replace' : 'service';

    const postcard = await journey.print('renewal-postcard', { offer });
    const answer =
      (await journey.waitFor([postcard.on.scan, postcard.on.visit, postcard.on.reply], { for: '14 days', from: postcard.inHome })) ??
      (await remind(journey, offer));
    if (!answer) return journey.end('silent');

    const reply = answer.kind === 'reply' ? answer : await journey.waitFor(journey.on.reply, { for: '1 day' });
    if (reply) await journey.learn(reply.facts, 'personal-page');

    const interest = journey.facts.interest ?? (offer === 'replace' ? 'replace' : 'service');
    const thanks = await journey.email('thank-you', { interest, store: journey.facts.store }, { choose: ['warm', 'factual'] });
    const click = await journey.waitFor(thanks.on.click, { for: '7 days' });
    if (click) await journey.inviteToFollow('follow-us', { page: 'facebook' });

    await journey.sleep('14 days');
    // Kilometres: from so near, people call in at the store, and a card in their hand brings them there.
    if (journey.facts.storeDistance <= 5 && journey.reachable.print) {
      const card = await journey.print('reminder-card', { offer });
      await journey.waitFor([card.on.scan, card.on.visit], { for: '14 days', from: card.inHome });
    }
    await journey.sleep('16 days');
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
