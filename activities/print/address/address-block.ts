import { UnprintableError, type UnprintableType } from '../unprintable-error.ts';
import type { Addressee, AddressField, AddressProblem, AddressReason } from './addressee.ts';
import { writeAddress, type AddressOptions } from './write-address.ts';

/** An address block, ready to be set. */
export interface AddressBlock {
  readonly lines: readonly string[];
  /** Fields that were in another script and are printed in Latin letters; none for nearly everyone. */
  readonly transliterated: readonly AddressField[];
}

/**
 * The lines of a postal address by the norm of its country, as they are printed: NF Z10-011 in France, DIN 5008 in Germany and Austria, the order of
 * the UPU's sheets elsewhere. At most 6 lines of 38 characters; the country stands on the last where it is posted abroad.
 *
 * @throws UnprintableError with the first problem of `checkAddress`: `NoAddress`, `AddressTooLong`, `CharacterNotInFont` or `BadAddress`.
 * @example
 * addressBlock({ title: 'Mme', firstName: 'Élodie', lastName: 'Martin-Roux', addressLine: '4, rue de l’Église', postcode: '00410', city: 'Saint-Loup', country: 'FR', ... }).lines
 * // ['MME ÉLODIE MARTIN-ROUX', '4 RUE DE L EGLISE', '00410 SAINT LOUP']
 */
export function addressBlock(addressee: Addressee, options: AddressOptions = {}): AddressBlock {
  const { lines, problems, transliterated } = writeAddress(addressee, options);
  const [problem] = problems;
  if (problem) throw new UnprintableError(typeOf(problem.reason), problem.field, problem.message);
  return { lines: lines.map(({ text }) => text), transliterated };
}

/**
 * Everything that stands against printing an address, each with its field and reason; an empty list when it can be printed. Takes microseconds.
 *
 * @example checkAddress({ ...identity, postcode: '230' }) // [{ field: 'postcode', reason: 'bad-postcode', message: 'Expected postcode to be 5 digits…' }]
 */
export function checkAddress(addressee: Addressee, options: AddressOptions = {}): readonly AddressProblem[] {
  return writeAddress(addressee, options).problems;
}

function typeOf(reason: AddressReason): UnprintableType {
  if (reason.startsWith('missing-')) return 'NoAddress';
  if (reason === 'line-too-long' || reason === 'too-many-lines') return 'AddressTooLong';
  return reason === 'bad-postcode' || reason === 'unknown-country' ? 'BadAddress' : 'CharacterNotInFont';
}
