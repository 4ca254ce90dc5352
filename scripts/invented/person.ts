import { chanceOf, type Chance } from '../../cli/demo/crowd/chance.ts';
import { BRITISH_FAMILIES, BRITISH_MEN, BRITISH_WOMEN, FRENCH_FAMILIES, FRENCH_MEN, FRENCH_WOMEN } from './names.ts';
import { COMMUNES, COMPLEMENTS, STREETS, type Commune } from './places.ts';

/** Mail providers that don't exist: `.example` is reserved (RFC 2606). */
const PROVIDERS = { 'courriel.example': 4, 'messagerie.example': 3, 'boite-a-lettres.example': 2, 'clair-de-lune.example': 1 };

/** What every import takes of a person, in the order of the columns. */
export type PersonColumns = ReturnType<typeof columnsOf>;

/** Somebody who does not exist, and the chance that draws the rest of them. */
export interface InventedPerson {
  readonly columns: PersonColumns;
  readonly place: Commune;
  readonly chance: Chance;
}

/**
 * Somebody who does not exist: the same for the same seed and id.
 * Of ten, six agree to mails and three or four to invitations; of a hundred, three refuse print and fourteen have no mailbox.
 */
export function inventPerson({ seed, id, communes = COMMUNES }: { seed: string; id: string; communes?: readonly Commune[] }): InventedPerson {
  const chance = chanceOf(seed, id);
  const place = pick(chance, 'commune', communes);
  return { columns: columnsOf({ id, chance, place }), place, chance };
}

function columnsOf({ id, chance, place }: { id: string; chance: Chance; place: Commune }) {
  const british = chance.happens('is British', 0.06);
  const woman = chance.happens('is a woman', 0.52);
  const first_name = pick(chance, 'first name', british ? (woman ? BRITISH_WOMEN : BRITISH_MEN) : woman ? FRENCH_WOMEN : FRENCH_MEN);
  const last_name = pick(chance, 'family name', british ? BRITISH_FAMILIES : FRENCH_FAMILIES);
  const hasEmail = chance.happens('has a mailbox', 0.86);
  const agrees = hasEmail && chance.happens('agrees to mails', 0.72);
  return {
    id,
    title: british ? (woman ? 'Mrs' : 'Mr') : woman ? 'Mme' : 'M.',
    first_name,
    last_name,
    address_line: `${houseNumber(chance)} ${pick(chance, 'street', STREETS)}`,
    address_complement: chance.happens('lives behind something', 0.16) ? pick(chance, 'complement', COMPLEMENTS) : '',
    postcode: place.postcode,
    city: place.name,
    country: 'FR',
    email: hasEmail ? emailOf(chance, first_name, last_name) : '',
    locale: british ? 'en-GB' : 'fr-FR',
    consent_print: chance.oneOf('agrees to print', { oui: 64, '': 33, non: 3 }),
    consent_email: agrees ? 'oui' : hasEmail ? 'non' : '',
    consent_social: agrees ? (chance.happens('agrees to invitations', 0.57) ? 'oui' : 'non') : '',
  };
}

function pick<T>(chance: Chance, question: string, from: readonly T[]): T {
  return from[Math.floor(chance.roll(question) * from.length)]!;
}

function houseNumber(chance: Chance): string {
  const roll = chance.roll('house number');
  // Low numbers are more frequent than high ones: streets are short.
  return `${1 + Math.floor(roll * roll * 96)}${chance.happens('is bis', 0.06) ? ' bis' : ''}`;
}

function emailOf(chance: Chance, firstName: string, lastName: string): string {
  const [first, last] = [plain(firstName), plain(lastName)];
  const name = chance.oneOf('form of the email', { full: 5, initial: 3, numbered: 2 });
  const number = 10 + Math.floor(chance.roll('number in the email') * 90);
  const local = name === 'full' ? `${first}.${last}` : name === 'initial' ? `${first.charAt(0)}.${last}` : `${first}${number}`;
  return `${local}@${chance.oneOf('mail provider', PROVIDERS)}`;
}

/** Lower case without accents, spaces and apostrophes. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .normalize('NFD')
    .replace(/[^a-z-]/g, '');
}
