import type { BoilerFacts } from '../scenarios/boiler-renewal/facts.ts';
import type { BoilerMessages } from '../scenarios/boiler-renewal/messages/index.ts';
import { scenario } from '../scenarios/vocabulary/index.ts';

/** The same journey as `plainJourney`, as a scenario: print, visit, email, click, invitation. */
export const measuredPath = scenario<BoilerFacts, BoilerMessages>(
  { name: 'measured-path', version: 1, goal: ['purchase'], exit: ['unsubscribe'], within: '90 days' },
  async (journey) => {
    const postcard = await journey.print('renewal-postcard', { offer: 'replace' });
    if (!(await journey.waitFor(postcard.on.visit, { for: '21 days', from: postcard.inHome }))) return journey.end('silent');
    const thanks = await journey.email('thank-you', { interest: 'replace', store: journey.facts.store }, { choose: ['warm', 'factual'] });
    if (!(await journey.waitFor(thanks.on.click, { for: '7 days' }))) return journey.end('interested');
    await journey.inviteToFollow('follow-us', { page: 'facebook' });
    return journey.end('engaged');
  },
);
