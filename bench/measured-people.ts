import { REAL_TIME } from '../engine/index.ts';
import { createCampaign, enterAudience, type Campaign } from '../store/campaigns.ts';
import type { Store } from '../store/connect.ts';
import { saveProspects } from '../store/prospects.ts';

/** People are not alike: whoever is mailed has a name and a store, as in a campaign of a dozen stores. */
const FIRST_NAMES = ['Jeanne', 'Élodie', 'Anne-Charlotte', 'Zoé', 'Mireille', 'Solange', 'Inès', 'Maud', 'Bérangère', 'Lou', 'Christiane'];
const STORES = ['Les Forges', 'Saint-Aubin', 'Le Port', 'Les Halles', 'Bellevue', 'La Gare', 'Le Moulin', 'Croix-Rouge', 'Les Tanneurs', 'Le Lac', 'Haute-Ville', 'Le Pont'];

/** The person's number, by their journey's id on either side. */
export const personOf = (journeyId: string) => Number(journeyId.slice(journeyId.lastIndexOf('p') + 1));

/** What is known of them: energy, boiler, store differ, the path they take does not. */
export const factsOf = (person: number) => ({ boilerAge: 8 + (person % 22), energy: (['gas', 'oil', 'wood'] as const)[person % 3]!, storeDistance: person % 30, store: STORES[person % STORES.length]!, customer: 'no' });

/** Enters so many people into a campaign of the measured path. */
export async function enterPeople(store: Store, people: number): Promise<Campaign> {
  const identity = { title: 'Mme', lastName: 'Martin', addressLine: '1 rue du Banc', addressComplement: null, postcode: '00400', city: 'ESSAI', country: 'FR' };
  const prospects = Array.from({ length: people }, (_, index) => ({
    id: `p${index}`,
    locale: 'fr-FR',
    facts: factsOf(index),
    identity: { ...identity, firstName: FIRST_NAMES[index % FIRST_NAMES.length]!, email: `p${index}@bench.example` },
    consents: { print: true, email: true, social: true },
    source: 'bench',
  }));
  await saveProspects(store, prospects);
  const campaign: Campaign = { id: 'bench', scenario: 'measured-path', version: 1, goal: ['purchase'], clock: REAL_TIME, holdout: 0, seed: 'bench', pace: 1_000, printEvery: 86_400_000 };
  await createCampaign(store, campaign);
  await enterAudience(store, campaign, 'all');
  return campaign;
}
