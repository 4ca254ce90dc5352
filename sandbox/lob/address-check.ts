import type { Address } from './mailpiece.ts';
import { refuse } from './refusal.ts';

/** Longest values of the fields of an address, in the States and elsewhere (Lob's OpenAPI, `shared/models/address`). */
const LONGEST = {
  US: { description: 255, name: 40, company: 40, phone: 40, email: 100, address_line1: 64, address_line2: 64, address_city: 200, address_state: 2, address_zip: 10, address_country: 2 },
  abroad: { description: 255, name: 40, company: 40, phone: 40, email: 100, address_line1: 200, address_line2: 200, address_city: 200, address_state: 200, address_zip: 40, address_country: 2 },
} as const;

/** Both lines of the street together. */
const STREET = 50;

/** Whether a piece leaves the States; a stored address counts as one there. */
export function isAbroad(address: Address | null): boolean {
  return address !== null && typeof address !== 'string' && (address['address_country'] ?? 'US') !== 'US';
}

/**
 * Checks an address as Lob does.
 *
 * @throws LobRefusal
 */
export function checkAddress(field: 'to' | 'from', given: unknown): Address {
  if (typeof given === 'string' && /^adr_[a-zA-Z0-9]+$/.test(given)) return given;
  if (typeof given !== 'object' || given === null) refuse('invalid', `${field} is required`);
  const address = Object.fromEntries(Object.entries(given as object).filter(([, value]) => value !== '' && value !== null));
  const country = address['address_country'] ?? 'US';
  if (typeof country !== 'string' || !/^[A-Z]{2}$/.test(country)) refuse('invalid', `${field}.address_country must be a two-letter country code`);
  const longest: Readonly<Record<string, number>> = country === 'US' ? LONGEST.US : LONGEST.abroad;
  for (const [name, value] of Object.entries(address)) {
    const most = longest[name];
    if (most === undefined) refuse('invalid', `${field}.${name} is not allowed`);
    if (typeof value !== 'string') refuse('invalid', `${field}.${name} must be a string`);
    if (value.length > most) refuse('invalid', `${field}.${name} length must be less than or equal to ${most} characters long`);
  }
  const filled = address as Record<string, string>;
  if (!filled['name'] && !filled['company']) refuse('invalid', `${field}.name or ${field}.company is required`);
  for (const name of country === 'US' ? ['address_line1', 'address_city', 'address_state', 'address_zip'] : ['address_line1']) {
    if (!filled[name]) refuse('invalid', `${field}.${name} is required`);
  }
  if (country === 'US') {
    if (!/^[a-z]{2}$/i.test(filled['address_state']!)) refuse('invalid', `${field}.address_state must be a two-letter state`);
    if (!/^\d{5}(-\d{4})?$/.test(filled['address_zip']!)) refuse('invalid', `${field}.address_zip must be in a valid zip format`);
  } else if (!filled['address_zip'] && !(filled['address_city'] && filled['address_state'])) refuse('invalid', `${field}.address_zip or ${field}.address_city and ${field}.address_state are required`);
  const street = `${filled['address_line1'] ?? ''}${filled['address_line2'] ?? ''}`;
  if (field === 'to' && street.length > STREET) refuse('address_length_exceeds_limit', `the sum of to.address_line1 and to.address_line2 cannot surpass ${STREET} characters`);
  if (field === 'to' && /undeliverable/i.test(street)) refuse('failed_deliverability_strictness', 'the to address does not meet your account strictness setting');
  return filled;
}
