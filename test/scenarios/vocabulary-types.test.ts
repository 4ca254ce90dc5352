import { expect, test } from '@jest/globals';
import type { BoilerFacts } from '../../scenarios/boiler-renewal/facts.ts';
import type { BoilerMessages } from '../../scenarios/boiler-renewal/messages/index.ts';
import { scenario, type Journey } from '../../scenarios/vocabulary/index.ts';

/**
 * A test of types: it passes by compiling. Each line under `@ts-expect-error` must be refused by the compiler, or the type-check of
 * `npm test` fails; the body is never run.
 */
export async function mustNotCompile(journey: Journey<BoilerFacts, BoilerMessages>): Promise<void> {
  const postcard = await journey.print('renewal-postcard', { offer: 'replace' });
  const thanks = await journey.email('thank-you', { interest: 'service', store: 'Les Forges' });
  const invitation = await journey.inviteToFollow('follow-us', { page: 'facebook' });

  // @ts-expect-error paper is never opened
  void postcard.on.open;
  // @ts-expect-error a mail is not scanned
  void thanks.on.scan;
  // @ts-expect-error no network reports who replies to an invitation
  void invitation.on.reply;
  // @ts-expect-error a wait needs an end
  await journey.waitFor(thanks.on.click, {});
  // @ts-expect-error not a duration
  await journey.waitFor(thanks.on.click, { for: 'soon' });
  // @ts-expect-error a moment is not a date
  await journey.waitFor(thanks.on.click, { for: '1 day', from: new Date() });
  // @ts-expect-error a mail has no in-home date
  void thanks.inHome;
  // @ts-expect-error no such message
  await journey.email('thanks', {});
  // @ts-expect-error a mail is not a mailpiece
  await journey.print('thank-you', { interest: 'service', store: 'x' });
  // @ts-expect-error a prop is missing
  await journey.print('renewal-postcard', {});
  // @ts-expect-error a prop of the wrong kind
  await journey.print('renewal-postcard', { offer: 'repair' });
  // @ts-expect-error variants are at least one
  await journey.email('thank-you', { interest: 'service', store: 'x' }, { choose: [] });
  // @ts-expect-error variants are at least one
  await journey.email('thank-you', { interest: 'service', store: 'x' }, { choose: [] as const });
  // @ts-expect-error an offer of a prop that the message has not
  await journey.print('renewal-postcard', { offer: 'replace' }, { choose: { plain: {}, cheap: { price: 1 } } });
  // @ts-expect-error an offer of the wrong kind
  await journey.print('renewal-postcard', { offer: 'replace' }, { choose: { plain: {}, cheap: { offer: 'repair' } } });
  // @ts-expect-error there is nothing to choose from
  await journey.choose('send-hour', []);
  // @ts-expect-error an hour is not a duration
  await journey.sleep(await journey.choose('send-hour', ['09:00', '18:30']));
  const hour: '09:00' | '18:30' = await journey.choose('send-hour', ['09:00', '18:30']);
  await journey.at(hour);
  // @ts-expect-error not an option
  if ((await journey.choose('reminder-medium', ['email', 'print'])) === 'pigeon') journey.note('never');
  const tried = await journey.email('thank-you', { interest: 'service', store: 'x' }, { choose: ['warm', 'factual'] });
  const variant: 'warm' | 'factual' | undefined = tried.variant;
  // @ts-expect-error not a variant
  if (variant === 'cold') journey.note('never');
  const card = await journey.print('renewal-postcard', { offer: 'replace' }, { choose: { 'as-due': {}, 'service-first': { offer: 'service' } } });
  // @ts-expect-error not a variant
  if (card.variant === 'later') journey.note('never');

  // @ts-expect-error no such fact
  void journey.facts.lastName;
  // @ts-expect-error not a value of this fact
  await journey.learn({ interest: 'pizza' });
  // @ts-expect-error not a duration
  await journey.sleep('soon');

  const answer = await journey.waitFor([postcard.on.scan, postcard.on.reply], { for: '1 day', from: postcard.inHome });
  // @ts-expect-error time may be up
  void answer.kind;
  // @ts-expect-error a scan carries no facts
  void answer?.facts;
  if (answer?.kind === 'reply') await journey.learn(answer.facts);

  // @ts-expect-error a goal is a kind of report
  scenario<BoilerFacts, BoilerMessages>({ name: 'x', version: 1, goal: ['opened'], exit: [], within: '1 day' }, async () => {});
  // @ts-expect-error a scenario needs a limit
  scenario<BoilerFacts, BoilerMessages>({ name: 'x', version: 1, goal: ['purchase'], exit: [] }, async () => {});
}

test('what must not compile does not: checked by the compiler', () => {
  expect(mustNotCompile).toBeInstanceOf(Function);
});
