import { scenario, type Journey } from '../vocabulary/index.ts';
import type { BoilerFacts } from './facts.ts';
import type { BoilerMessages } from './messages/index.ts';

type Offer = 'replace' | 'service';

/**
 * What was decided by us is learned from the campaign now: which offer goes on the card, by what is known of the household; by which medium we remind;
 * how the answer is worded, and at what hour it is read. How each is learned is in `policies.ts`.
 */
export const boilerRenewalV3 = scenario<BoilerFacts, BoilerMessages>(
  {
    name: 'boiler-renewal',
    version: 3,
    goal: ['purchase', 'redeem'],
    exit: ['unsubscribe', 'returned', 'complained'],
    within: '90 days',
    windows: { email: { from: '08:00', to: '20:00', days: 'mon-sat', holidays: 'FR' } },
    caps: { email: { most: 2, per: '7 days' } },
  },
  async (journey) => {
    const due: Offer = journey.facts.boilerAge > 12 ? 'replace' : 'service';

    const postcard = await journey.print('renewal-postcard', { offer: due }, { choose: { replace: { offer: 'replace' }, service: { offer: 'service' } } });
    const offer = postcard.variant ?? due;
    const answer =
      (await journey.waitFor([postcard.on.scan, postcard.on.visit, postcard.on.reply], { for: '14 days', from: postcard.inHome })) ??
      (await remind(journey, offer));
    if (!answer) return journey.end('silent');

    const reply = answer.kind === 'reply' ? answer : await journey.waitFor(journey.on.reply, { for: '1 day' });
    if (reply) await journey.learn(reply.facts, 'personal-page');

    await journey.at(await journey.choose('send-hour', ['09:00', '18:30']), { days: 'mon-sat', holidays: 'FR' });
    const thanks = await journey.email('thank-you', { interest: journey.facts.interest ?? offer, store: journey.facts.store }, { choose: ['warm', 'factual'] });
    const click = await journey.waitFor(thanks.on.click, { for: '7 days' });
    if (click) await journey.inviteToFollow('follow-us', { page: 'facebook' });

    await journey.sleep('30 days');
    return journey.end(click ? 'engaged' : 'interested');
  },
);

/** One reminder: by the medium that the policy chooses for who can be reached by both. */
async function remind(journey: Journey<BoilerFacts, BoilerMessages>, offer: Offer) {
  const { email, print } = journey.reachable;
  const medium = email && print ? await journey.choose('reminder-medium', ['email', 'print']) : email ? 'email' : 'print';
  if (medium === 'email') {
    const reminder = await journey.email('reminder-email', { offer });
    return journey.waitFor([reminder.on.click, reminder.on.reply], { for: '14 days' });
  }
  const reminder = await journey.print('reminder-card', { offer });
  return journey.waitFor([reminder.on.scan, reminder.on.visit, reminder.on.reply], { for: '14 days', from: reminder.inHome });
}
