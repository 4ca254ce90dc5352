import type { Language } from '../../scenarios/kit/language.ts';
import type { Identity } from '../../store/recipient.ts';

type Name = Pick<Identity, 'title' | 'firstName' | 'lastName'>;
type Place = Omit<Identity, keyof Name>;

interface Invented extends Place {
  readonly names: Readonly<Record<Language, Name>>;
}

/** Nobody: department 00 was never given out. */
const USUAL: Invented = {
  names: { fr: { title: 'Mme', firstName: 'Élodie', lastName: 'Martin-Roux' }, en: { title: 'Mrs', firstName: 'Rosemary', lastName: 'Hathersage' } },
  ...{ addressLine: '4 rue de l’Église', addressComplement: null, postcode: '00410', city: 'Saint-Loup-sur-Forge', country: 'FR', email: null },
};

/** As long as they sensibly get: a name of two parts and a particle, and five lines of 38 characters, the street's once it is abbreviated. */
const LONGEST: Invented = {
  names: {
    fr: { title: 'Mme', firstName: 'Marie-Antoinette', lastName: 'de La Rochefoucauld-Beaulieu' },
    en: { title: 'Mrs', firstName: 'Alexandrina', lastName: 'Fotheringham-Cholmondeley' },
  },
  addressLine: '128 ter avenue du Maréchal-de-Lattre-de-Tassigny',
  addressComplement: 'Résidence Les Terrasses du Belvédère, Bâtiment C, escalier 12, 4e étage droite',
  ...{ postcode: '00410', city: 'Saint-Barthélemy-les-Bellegardes', country: 'FR', email: null },
};

const TITLE = /^(M|Mr|Mme|Mlle|Mrs|Ms|Miss|Monsieur|Madame|Mademoiselle|Dr|Herr|Frau)\.?$/i;

export interface AddresseeOptions {
  readonly language: Language;
  /** Such as `Mme Élodie Martin-Roux`. */
  readonly name?: string | undefined;
  /** Such as `12 rue du Puits, Bât. C, 00400 Valbraise`. */
  readonly address?: string | undefined;
  readonly longest?: boolean | undefined;
}

/**
 * To whom a proof's pieces go: the usual invented person or the one of longest name and address, with what is given in place.
 *
 * @throws Error for an address that has not a street and a place.
 */
export function addressee({ language, name, address, longest = false }: AddresseeOptions): Identity {
  const { names, ...place } = longest ? LONGEST : USUAL;
  return { ...place, ...(name === undefined ? names[language] : namesOf(name)), ...(address === undefined ? {} : placeOf(address)) };
}

/** A title if there is one, a first name, and the rest is the family's: particles belong to it. One word alone is the family's. */
function namesOf(name: string): Name {
  const words = name.trim().split(/\s+/);
  const title = TITLE.test(words[0] ?? '') ? words.shift()! : null;
  if (words.length === 0 || words[0] === '') throw new Error(`Expected --name to be like 'Mme Élodie Martin-Roux', got '${name}'.`);
  const firstName = words.length > 1 ? words.shift()! : null;
  return { title, firstName, lastName: words.join(' ') };
}

/** Parts between commas: street first, postcode and place last, a country's two letters after it; what is between is the complement. */
function placeOf(address: string): Omit<Place, 'email'> {
  const parts = address.split(',').map((part) => part.trim());
  const country = /^[A-Z]{2}$/.test(parts.at(-1) ?? '') ? parts.pop()! : 'FR';
  const [addressLine, ...complement] = parts;
  const [, postcode, city] = /^([A-Z]{0,2}-?\d[\dA-Z -]*?)\s+(\D.*)$/.exec(complement.pop() ?? '') ?? [];
  if (!addressLine || !postcode || !city) throw new Error(`Expected --address to be a street, then a postcode with its place, such as '12 rue du Puits, Bât. C, 00400 Valbraise', got '${address}'.`);
  return { addressLine, addressComplement: complement.join(', ') || null, postcode, city, country };
}
