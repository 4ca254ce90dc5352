import type { TouchRequest } from '../../activities/touch-attempt.ts';
import { createCampaign, enterAudience, type Campaign } from '../../store/campaigns.ts';
import type { Store } from '../../store/connect.ts';
import { saveProspects } from '../../store/prospects.ts';

const CAMPAIGN: Campaign = { id: 'mails', scenario: 'boiler-renewal', version: 1, goal: ['purchase'], clock: { epoch: 0, speed: 1 }, holdout: 0, seed: 's', pace: 100, printEvery: 86_400_000 };

/** Whose mailboxes they are, of ten people. */
const DOMAINS = ['gmail.com', 'gmail.com', 'gmail.com', 'orange.fr', 'wanadoo.fr', 'courriel.example', 'courriel.example', 'boite.example', 'boite.example', 'messagerie.example'];

/** What the pace of a provider is parted into: the shares of `DOMAINS`. */
export function rateOf(perSecond: number): string {
  return `gmail=${perSecond * 0.3}/s orange=${perSecond * 0.2}/s others=${perSecond * 0.5}/s`;
}

/** Lets people who don't exist into a campaign; nobody at these domains gets anything, since the provider is the sandbox. */
export async function enterPeople(store: Store, count: number): Promise<void> {
  await createCampaign(store, CAMPAIGN);
  const ids = Array.from({ length: count }, (_, number) => idOf(number));
  await saveProspects(
    store,
    ids.map((id, number) => ({
      ...{ id, locale: number % 10 === 0 ? 'en-GB' : 'fr-FR', facts: { boilerAge: 15, energy: 'gas', storeDistance: 4, store: 'Les Forges', customer: 'no' }, consents: { email: true }, source: 'bench' },
      identity: { title: 'Mme', firstName: 'Jeanne', lastName: `Personne-${number}`, addressLine: null, addressComplement: null, postcode: null, city: null, country: 'FR', email: `${id}@${DOMAINS[number % DOMAINS.length]!}` },
    })),
  );
  await enterAudience(store, CAMPAIGN, ids);
}

/** The mail that a journey asks for: a thank-you, in one of two variants. */
export function mailFor(number: number): TouchRequest {
  const at = Date.now();
  const order = { touch: 'thank-you/1', at, message: 'thank-you', medium: 'email', props: { interest: 'service', store: 'Les Forges' }, choose: ['warm', 'factual'] } as const;
  return { journeyId: `${CAMPAIGN.id}/${idOf(number)}`, at, order };
}

function idOf(number: number): string {
  return `p-${String(number).padStart(6, '0')}`;
}
