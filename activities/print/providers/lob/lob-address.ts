import type { Identity } from '../../../../store/recipient.ts';
import { PieceRefused } from './piece-refused.ts';
import { stateOfZip } from './us-state.ts';

/** An address by Lob's names of its fields. */
export type LobAddress = Readonly<Partial<Record<'name' | 'company' | 'address_line1' | 'address_line2' | 'address_city' | 'address_state' | 'address_zip' | 'address_country', string>>>;

/** A company is none for people at home. */
type Addressee = Identity & { readonly company?: string | null };

/** Longest values, characters (Lob's OpenAPI, `shared/models/address`). */
const NAME = 40;
const LINE = 64;
const CITY = 200;
const ZIP_ABROAD = 40;
/** Both lines of the street together (error code `address_length_exceeds_limit`). */
const STREET = 50;

/**
 * A prospect's address as Lob takes it, checked before anything is sent. The state, which identities don't have, is the one of the ZIP code, or
 * stands after the city (`Austin, TX`).
 *
 * @throws PieceRefused `no-name`, `no-street`, `no-city`, `no-postcode`, `bad-zip`, `name-too-long`, `address-too-long`.
 * @example lobAddress({ firstName: 'Harry', lastName: 'Zhang', addressLine: '210 King St', postcode: '94107', city: 'San Francisco', country: 'US', ... })
 */
export function lobAddress(identity: Addressee): LobAddress {
  const [street, more, city, zip] = [identity.addressLine, identity.addressComplement, identity.city, identity.postcode].map(tidy) as [string, string, string, string];
  if (street === '') throw new PieceRefused('no-street');
  if (street.length > LINE || more.length > LINE || street.length + more.length > STREET) throw new PieceRefused('address-too-long');
  if (city.length > CITY || zip.length > ZIP_ABROAD) throw new PieceRefused('address-too-long');
  const lines = { ...namesOf(identity), address_line1: street, ...(more === '' ? {} : { address_line2: more }) };
  if (identity.country === 'US') {
    const place = placeOf(city, zip);
    return { ...lines, address_city: place.city, address_state: place.state, address_zip: zip, address_country: 'US' };
  }
  if (zip === '') throw new PieceRefused('no-postcode');
  return { ...lines, ...(city === '' ? {} : { address_city: city }), address_zip: zip, address_country: identity.country };
}

/** A person, a company, or both on two lines. */
function namesOf(identity: Addressee): Pick<LobAddress, 'name' | 'company'> {
  const [name, company] = [nameOf(identity), tidy(identity.company ?? null)];
  if (name === undefined && company === '') throw new PieceRefused('no-name');
  if (company.length > NAME) throw new PieceRefused('name-too-long');
  return { ...(name === undefined ? {} : { name }), ...(company === '' ? {} : { company }) };
}

/** Title, first and last name; the first name as an initial, then left out, when all of it is too long. */
function nameOf({ title, firstName, lastName }: Identity): string | undefined {
  const initial = firstName?.trim().charAt(0) ?? null;
  const names = [[title, firstName, lastName], [title, initial, lastName], [lastName ?? firstName]].map((parts) => tidy(parts.filter(Boolean).join(' ')));
  if (names[0] === '') return undefined;
  const fitting = names.find((name) => name !== '' && name.length <= NAME);
  if (fitting === undefined) throw new PieceRefused('name-too-long');
  return fitting;
}

function placeOf(city: string, zip: string): { city: string; state: string } {
  if (zip === '') throw new PieceRefused('no-postcode');
  const state = stateOfZip(zip);
  if (state === undefined) throw new PieceRefused('bad-zip');
  const written = /^(.*[^\s,])(?:\s*,\s*|\s+)([A-Z]{2})$/.exec(city);
  const named = written?.[2] === state || city.includes(',') ? written : null;
  const place = named?.[1] ?? city;
  if (place === '') throw new PieceRefused('no-city');
  return { city: place, state: named?.[2] ?? state };
}

function tidy(text: string | null): string {
  return (text ?? '').normalize('NFC').replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
