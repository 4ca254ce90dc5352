import { PROSPECT_ID } from '../../store/index.ts';

/** Columns of a shop's file; `order`, `date`, `amount` and `currency` are needed, and something by which to find the person. */
export const COLUMNS = ['order', 'date', 'amount', 'currency', 'prospect', 'voucher', 'email', 'first_name', 'last_name', 'address_line', 'postcode', 'city', 'country', 'refund'] as const;
export type Column = (typeof COLUMNS)[number];
export type Cells = Partial<Record<Column, string>>;

/** Something that a shop sold, or gave money back for. */
export interface PurchaseRow {
  readonly line: number;
  readonly order: string;
  readonly at: Date;
  /** Above zero; of a refund what was given back. */
  readonly amount: number;
  readonly currency: string;
  readonly isRefund: boolean;
  /** The refund's own number. */
  readonly refund?: string;
  readonly prospect?: string;
  readonly voucher?: string;
  readonly email?: string;
  readonly address?: { readonly firstName?: string; readonly lastName: string; readonly addressLine: string; readonly postcode: string };
}

/** A day without its hour is taken for the middle of it, so that it is the same day in every time zone of Europe. */
const NOON = 'T12:00:00Z';

/**
 * Reads a row. An amount below zero is a refund of its order.
 *
 * @returns what is wrong, in a sentence that names the column and nothing of the person.
 */
export function readPurchase(cells: Cells, { line, now }: { readonly line: number; readonly now: Date }): PurchaseRow | string {
  const { order = '', currency = '', prospect, voucher, email, refund } = cells;
  if (order.length === 0 || order.length > 100) return 'Expected order to be the number of the order, got none.';
  const at = dateOf(cells.date ?? '');
  if (!at) return `Expected date to be a day such as 2027-03-31 or 31/03/2027, or a time such as 2027-03-31T14:05:00+02:00, got '${(cells.date ?? '').slice(0, 40)}'.`;
  if (at.getTime() > now.getTime() + DAY) return `Expected date to be a day that has come, got ${cells.date}. Is the clock of the shop ahead?`;
  const amount = amountOf(cells.amount ?? '');
  if (amount === 'ambiguous') return `Expected amount to have at most two decimals, got '${(cells.amount ?? '').slice(0, 40)}': nobody can tell whether three digits are thousands or decimals. Write 1234 or 1.23.`;
  if (amount === undefined) return `Expected amount to be a number such as 149.90 or 149,90, got '${(cells.amount ?? '').slice(0, 40)}'.`;
  if (!/^[A-Z]{3}$/.test(currency)) return `Expected currency to be a code of ISO 4217 such as EUR, got '${currency.slice(0, 40)}'.`;
  if (prospect !== undefined && !PROSPECT_ID.test(prospect)) return 'Expected prospect to be letters, digits, dots, hyphens and underscores, got something else.';
  const { first_name: firstName, last_name: lastName, address_line: addressLine, postcode } = cells;
  const address = lastName !== undefined && addressLine !== undefined && postcode !== undefined ? { lastName, addressLine, postcode, ...(firstName === undefined ? {} : { firstName }) } : undefined;
  const isRefund = amount < 0 || refund !== undefined;
  if (!isRefund && prospect === undefined && voucher === undefined && email === undefined && !address) return 'Expected a prospect, a voucher, an email, or last_name, address_line and postcode together, got none of these: nothing tells who bought.';
  return {
    ...{ line, order, at: at.getTime() > now.getTime() ? now : at, amount: Math.abs(amount), currency, isRefund },
    ...(refund === undefined ? {} : { refund }),
    ...(prospect === undefined ? {} : { prospect }),
    ...(voucher === undefined ? {} : { voucher }),
    ...(email === undefined ? {} : { email }),
    ...(address ? { address } : {}),
  };
}

const DAY = 86_400_000;

function dateOf(text: string): Date | undefined {
  const french = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
  const iso = french ? `${french[3]}-${french[2]}-${french[1]}` : text;
  const day = /^(\d{4})-(\d{2})-(\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.exec(iso);
  if (!day) return undefined;
  const date = new Date(day[4] === undefined ? `${iso}${NOON}` : iso);
  // The 31st of a month that has none becomes the 1st of the next.
  const isReal = new Date(`${day[1]}-${day[2]}-${day[3]}${NOON}`).getUTCDate() === Number(day[3]);
  return Number.isFinite(date.getTime()) && isReal ? date : undefined;
}

/**
 * Two decimals at most. `1,234` is a thousand and more to one shop and less than two euros to another: neither is guessed.
 *
 * @example amountOf('1 234,50') // 1234.5
 */
function amountOf(text: string): number | 'ambiguous' | undefined {
  const plain = text.replace(/[\s\u00A0\u202F]/g, '');
  if (/^-?\d{1,12}([.,]\d{1,2})?$/.test(plain)) return Number(plain.replace(',', '.'));
  return /^-?\d{1,12}[.,]\d{3}$/.test(plain) ? 'ambiguous' : undefined;
}
