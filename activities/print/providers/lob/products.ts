/** What Lob makes, as its API calls it. */
export type Resource = 'postcards' | 'letters';

export interface Product {
  readonly resource: Resource;
  /** Of a postcard. */
  readonly size?: '4x6' | '6x9';
  /** Of its pages with their bleed, in inches: an eighth all round on postcards, none on letters (Lob's OpenAPI, `psc_front`, `ltr_file`). */
  readonly width: number;
  readonly height: number;
  /** Pages at most: a postcard has two sides, a letter goes into a double-window envelope with up to 12 (6 sheets). */
  readonly pages: { readonly least: number; readonly most: number };
  /** Sent abroad as well: of postcards only the smallest. */
  readonly abroad: boolean;
  /** Takes `usps_standard`, the slower and cheaper class. */
  readonly standard: boolean;
}

const PRODUCTS: Readonly<Record<string, Product>> = {
  'us-4x6-postcard': { resource: 'postcards', size: '4x6', width: 6.25, height: 4.25, pages: { least: 2, most: 2 }, abroad: true, standard: false },
  'us-6x9-postcard': { resource: 'postcards', size: '6x9', width: 9.25, height: 6.25, pages: { least: 2, most: 2 }, abroad: false, standard: true },
  'us-letter': { resource: 'letters', width: 8.5, height: 11, pages: { least: 1, most: 12 }, abroad: true, standard: true },
};

/** Lob's product for a format of ours; undefined for a format that Lob does not print. */
export function productOf(format: string): Product | undefined {
  return Object.hasOwn(PRODUCTS, format) ? PRODUCTS[format] : undefined;
}

/** The formats that Lob prints, for the words of a refusal. */
export const FORMATS_OF_LOB = Object.keys(PRODUCTS).join(', ');
