import { createHash } from 'node:crypto';
import type { Identity } from '../../store/recipient.ts';
import { foldAccents } from '../print/fold.ts';

/** What Meta matches people by, in the order of `matchKeys` (Marketing API, Custom Audiences, multi-key match). All but EXTERN_ID are hashed. */
export const MATCH_SCHEMA = ['EXTERN_ID', 'EMAIL', 'FN', 'LN', 'ZIP', 'CT', 'COUNTRY'] as const;

type Matched = Pick<Identity, 'firstName' | 'lastName' | 'postcode' | 'city' | 'country' | 'email'>;

/**
 * A person's keys: each normalised as Meta asks (lower case, no punctuation, no space in postcode and city), then SHA-256 in hexadecimal; what is not
 * known is empty.
 *
 * @param reference our own key for the person; hashed too, so that no id of ours leaves the house
 * @example matchKeys('p-001', identity)[1] // sha256('seraphine@courriel.example')
 */
export function matchKeys(reference: string, { firstName, lastName, postcode, city, country, email }: Matched): string[] {
  const known = [email?.trim().toLowerCase(), letters(firstName), letters(lastName), letters(postcode), letters(foldAccents(city ?? '')), country.trim().toLowerCase()];
  return [hashed(`parcours:${reference}`), ...known.map((value) => (value ? hashed(value) : ''))];
}

/** Small letters and digits of any script, nothing between them. */
function letters(text: string | null): string {
  return (text ?? '').normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function hashed(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}
