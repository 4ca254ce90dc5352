/** Figures as people read them, in English. */
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const signed = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'always' });

export const count = (value: number): string => whole.format(value);
export const days = (value: number): string => oneDecimal.format(value);

/** @example percent(0.1234) // '12.3 %' */
export const percent = (share: number): string => `${oneDecimal.format(share * 100)} %`;

/** Percentage points with their sign. @example points(0.04) // '+4.0' */
export const points = (difference: number): string => signed.format(difference * 100);

/** @example money(1234.5) // '€1,234.50' */
export const money = (amount: number, currency = 'EUR'): string => inCurrency(amount, currency, 2);

/** To the whole euro, where sums are large. @example euros(13556.91) // '€13,557' */
export const euros = (amount: number): string => inCurrency(amount, 'EUR', 0);

/** What one costs: a mail costs a fraction of a cent. @example unitPrice(0.002) // '€0.0020' */
export const unitPrice = (amount: number): string => inCurrency(amount, 'EUR', amount < 0.1 ? 4 : 2);

function inCurrency(amount: number, currency: string, digits: number): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits }).format(amount);
}

/** @example plural(1, 'order') // '1 order' */
export const plural = (value: number, one: string, many = `${one}s`): string => `${count(value)} ${value === 1 ? one : many}`;
