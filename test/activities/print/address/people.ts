import type { Addressee } from '../../../../activities/print/address/index.ts';

/** A whole French address, to change in part. */
export const elodie: Addressee = {
  ...{ title: 'Mme', firstName: 'Élodie', lastName: 'Martin-Roux', company: null },
  ...{ addressLine: '4, rue de l’Église', addressComplement: null, postcode: '00410', city: 'Saint-Loup', country: 'FR' },
};

/** An address of `<first> <last> | <street> | <complement> | <postcode> | <city> | <country>`; a dash stands for nothing. */
export function addressee(text: string): Addressee {
  const [name = '', street, complement, postcode, city, country] = text.split('|').map((part) => part.trim()).map((part) => (part === '-' ? '' : part));
  const [firstName = '', ...last] = name.split(' ');
  return { title: null, firstName, lastName: last.join(' '), company: null, addressLine: street || null, addressComplement: complement || null, postcode: postcode || null, city: city || null, country: country ?? 'FR' };
}
