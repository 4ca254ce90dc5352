import { scenario, type Journey } from '../../scenarios/vocabulary/index.ts';

export type Facts = { age: number };
export type Post = { card: { medium: 'print'; props: object }; mail: { medium: 'email'; props: object }; more: { medium: 'email'; props: object }; follow: { medium: 'social'; props: object } };

const frame = { name: 'renewal', goal: ['purchase'], exit: ['unsubscribe'], within: '90 days' } as const;
type Path = (journey: Journey<Facts, Post>) => Promise<void>;

/** A card, ten days for its scan, a mail, six days for its click, an invitation, ten days of hope. */
const first: Path = async (journey) => {
  const card = await journey.print('card', {});
  if (!(await journey.waitFor(card.on.scan, { for: '10 days' }))) return journey.end('silent');
  const mail = await journey.email('mail', {});
  if (await journey.waitFor(mail.on.click, { for: '6 days' })) await journey.inviteToFollow('follow', {});
  await journey.sleep('10 days');
  return journey.end('hoped');
};

/** Hopes longer, and says so by one mail more. */
const second: Path = async (journey) => {
  const card = await journey.print('card', {});
  if (!(await journey.waitFor(card.on.scan, { for: '10 days' }))) return journey.end('silent');
  const mail = await journey.email('mail', {});
  if (await journey.waitFor(mail.on.click, { for: '8 days' })) await journey.inviteToFollow('follow', {});
  await journey.sleep('14 days');
  await journey.email('more', {});
  return journey.end('hoped longer');
};

/** Writes before the card is answered: nobody who has had the mail can have lived it. */
const third: Path = async (journey) => {
  const card = await journey.print('card', {});
  await journey.sleep('1 day');
  await journey.email('more', {});
  if (!(await journey.waitFor(card.on.scan, { for: '9 days' }))) return journey.end('silent');
  await journey.email('mail', {});
};

export const VERSIONS = [first, second, third].map((path, index) => scenario<Facts, Post>({ ...frame, version: index + 1 }, path));
