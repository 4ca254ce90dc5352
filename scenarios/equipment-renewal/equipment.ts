import type { Language } from '../kit/language.ts';
import type { EquipmentFacts } from './facts.ts';

type Equipment = EquipmentFacts['equipment'];

/** How an installation is called, in a sentence: `votre pompe à chaleur`. */
export const CALLED: Readonly<Record<Language, Readonly<Record<Equipment, string>>>> = {
  fr: { 'gas-boiler': 'chaudière à gaz', 'oil-boiler': 'chaudière au fioul', 'heat-pump': 'pompe à chaleur', 'wood-stove': 'poêle à bois' },
  en: { 'gas-boiler': 'gas boiler', 'oil-boiler': 'oil boiler', 'heat-pump': 'heat pump', 'wood-stove': 'wood stove' },
};

/** What the fitter does in an hour, and what the household has of it. */
export const SERVICE: Readonly<Record<Language, Readonly<Record<Equipment, string>>>> = {
  fr: {
    'gas-boiler': 'Brûleur nettoyé, combustion réglée, monoxyde mesuré : une heure, et l’attestation que l’assureur demande.',
    'oil-boiler': 'Gicleur changé, foyer brossé, fumées mesurées : une heure et demie, et quelques litres de moins chaque mois.',
    'heat-pump': 'Étanchéité contrôlée, échangeur nettoyé, réglages repris : une heure, et le silence retrouvé.',
    'wood-stove': 'Conduit ramoné, joints vérifiés, vitre nettoyée : une heure, et le certificat de ramonage en poche.',
  },
  en: {
    'gas-boiler': 'Burner cleaned, combustion set, carbon monoxide measured: one hour, and the certificate that insurers ask for.',
    'oil-boiler': 'Nozzle changed, chamber brushed, fumes measured: an hour and a half, and a few litres less each month.',
    'heat-pump': 'Tightness checked, exchanger cleaned, settings renewed: one hour, and quiet again.',
    'wood-stove': 'Flue swept, seals checked, glass cleaned: one hour, and the sweeping certificate in your pocket.',
  },
};

/** `le matin`, in a sentence. */
export const SLOTS = {
  fr: { morning: 'un matin de semaine', afternoon: 'un après-midi de semaine', saturday: 'un samedi' },
  en: { morning: 'a weekday morning', afternoon: 'a weekday afternoon', saturday: 'a Saturday' },
} as const;
