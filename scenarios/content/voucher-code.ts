/** The symbols of a token (store/tokens.ts): digits and capitals without those that people misread. Their number, 31, is a prime. */
const SYMBOLS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * How a voucher's code proves that nobody has mistyped it: its last symbol follows from the others.
 * - `ean-13`: thirteen digits (GS1 General Specifications, 7.9).
 * - `mod-31`: over the 31 symbols of our tokens. As in ISO/IEC 7064's pure systems, symbols are weighed by powers; with the prime 31 and the powers of 3 every
 *   wrong symbol and every swap of two symbols is found. (Luhn's algorithm needs an even number of symbols.)
 * - `iso-7064`: digits and capitals, mod 37,36 (ISO/IEC 7064).
 * - `none`: a code from elsewhere that is taken as it is.
 */
export type VoucherCheck = 'ean-13' | 'mod-31' | 'iso-7064' | 'none';

const CHECKS: Readonly<Record<Exclude<VoucherCheck, 'none'>, { readonly symbols: string; readonly length?: number; symbol(body: string): string }>> = {
  'ean-13': { symbols: '0123456789', length: 13, symbol: ean13 },
  'mod-31': { symbols: SYMBOLS, symbol: mod31 },
  'iso-7064': { symbols: ALPHANUMERIC, symbol: iso7064 },
};

/**
 * A code with its check symbol.
 *
 * @throws Error when a symbol is not one of the check's, or an EAN-13 has not twelve digits.
 * @example withCheck('301234500001', 'ean-13') // '3012345000010'
 */
export function withCheck(body: string, check: Exclude<VoucherCheck, 'none'>): string {
  const { symbols, length, symbol } = CHECKS[check];
  if (body === '' || [...body].some((each) => !symbols.includes(each)) || (length !== undefined && body.length !== length - 1)) {
    throw new Error(`Expected ${length === undefined ? 'at least one' : length - 1} of the symbols '${symbols}' for a code by ${check}, got ${body.length} with others among them or too few. Make codes from these.`);
  }
  return body + symbol(body);
}

/** Whether a code's last symbol follows from the others. */
export function isChecked(code: string, check: VoucherCheck): boolean {
  if (check === 'none') return code !== '';
  try {
    return withCheck(code.slice(0, -1), check) === code;
  } catch {
    return false;
  }
}

/**
 * The voucher that goes with a printed personal address: its token, with a check symbol. Whoever redeems it is found by it, with the symbol or without.
 *
 * @example voucherOfLink('https://airelune.example/p/jean-dupont-7KQ9XM2PAB') // '7KQ9XM2PABJ'
 */
export function voucherOfLink(purl: string | undefined): string {
  const token = /([2-9A-HJKMNP-Z]{10})$/i.exec(purl ?? '')?.[1];
  if (!token) throw new Error(`Expected a personal address that ends in a token, got ${purl === undefined ? 'none' : 'another'}. Give the message its links.`);
  return withCheck(token.toUpperCase(), 'mod-31');
}

function ean13(body: string): string {
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return String((10 - (sum % 10)) % 10);
}

/** From the right, each symbol weighs three times its neighbour; with the check symbol the sum is a multiple of 31. */
function mod31(body: string): string {
  const base = SYMBOLS.length;
  const sum = [...body].reduce((total, symbol) => ((total + SYMBOLS.indexOf(symbol)) * 3) % base, 0);
  return SYMBOLS[(base - sum) % base]!;
}

/** The hybrid system with modulus 37 and 36. */
function iso7064(body: string): string {
  const modulus = ALPHANUMERIC.length;
  const product = [...body].reduce((before, symbol) => {
    const sum = (before + ALPHANUMERIC.indexOf(symbol)) % modulus || modulus;
    return (sum * 2) % (modulus + 1);
  }, modulus);
  return ALPHANUMERIC[(modulus + 1 - product) % modulus]!;
}
