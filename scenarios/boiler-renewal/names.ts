import type { ScenarioContent } from '../content/scenario-content.ts';

/** What boiler-renewal's messages, facts and choices are called in lessons. */
export const names: ScenarioContent['names'] = {
  'renewal-postcard': { en: 'the renewal postcard', fr: 'la carte de renouvellement' },
  'renewal-postcard/replace': { en: 'a new boiler', fr: 'une chaudière neuve' },
  'renewal-postcard/service': { en: 'a service', fr: 'un entretien' },
  'reminder-card': { en: 'the reminder card', fr: 'la carte de rappel' },
  'reminder-email': { en: 'the reminder mail', fr: 'l’e-mail de rappel' },
  'thank-you': { en: 'the thank-you mail', fr: 'l’e-mail de remerciement' },
  'thank-you/warm': { en: 'warm', fr: 'chaleureux' },
  'thank-you/factual': { en: 'factual', fr: 'factuel' },
  'send-hour': { en: 'the hour of sending', fr: 'l’heure d’envoi' },
  'reminder-medium': { en: 'the reminder’s medium', fr: 'le média du rappel' },
  'reminder-medium/email': { en: 'mail', fr: 'e-mail' },
  'reminder-medium/print': { en: 'card', fr: 'carte' },
  boilerAge: { en: 'boiler age', fr: 'âge de la chaudière' },
  energy: { en: 'energy', fr: 'énergie' },
  storeDistance: { en: 'distance to the store', fr: 'distance du magasin' },
  store: { en: 'store', fr: 'magasin' },
  'energy=gas': { en: 'people who heat with gas', fr: 'les foyers au gaz' },
  'energy=oil': { en: 'people who heat with oil', fr: 'les foyers au fioul' },
  'energy=wood': { en: 'people who heat with wood', fr: 'les foyers au bois' },
  'energy=heat-pump': { en: 'people with a heat pump', fr: 'les foyers à pompe à chaleur' },
  'customer=yes': { en: 'customers', fr: 'les clients' },
  'customer=no': { en: 'people who are not customers yet', fr: 'les personnes qui ne sont pas encore clientes' },
  customer: { en: 'customer', fr: 'client' },
};
