import type { MailpieceFormat } from './format.ts';

const INCH = 25.4;
/** Lob's artwork: what is set where on a page is known to a ten-thousandth of an inch. */
const inches = (x: number, y: number, width: number, height: number) => ({ x: x * INCH, y: y * INCH, width: width * INCH, height: height * INCH });

const POSTCARD = { kind: 'postcard', safe: INCH / 8, pages: { least: 2, most: 2 }, addressPage: 2, folds: [], qrModule: 0.5, qrSize: INCH } as const;
const LOB = {
  ...{ trim: 'Lob, postcards: 4.25 × 6.25 or 6.25 × 9.25 in with bleed', bleed: 'Lob, artboard layout: 1/8 in', safe: 'Lob, artboard layout: 1/8 in from the edge', folds: 'none' },
  qr: '0.5 mm; Lob asks for at least 1 in for a QR code in all',
} as const;

export const us4x6Postcard: MailpieceFormat = {
  ...POSTCARD,
  name: 'us-4x6-postcard',
  title: 'US postcard, 4 × 6 in',
  sheet: { width: 6 * INCH, height: 4 * INCH, bleed: INCH / 8 },
  // 0.275 and 0.25 in from the edges of the artwork with its bleed.
  address: { box: inches(6 - 0.15 - 3.2835, 4 - 0.125 - 2.375, 3.2835, 2.375), size: 10, least: 8, leading: 4.2, stand: 'top', by: 'provider' },
  kept: [{ name: 'address zone', page: 2, box: inches(6 - 0.15 - 3.2835, 4 - 0.125 - 2.375, 3.2835, 2.375) }],
  weight: '120 lb cover: a USPS card of first class up to 4.25 × 6 in',
  sources: { ...LOB, address: 'Lob prints address, postage and barcode in its ink-free zone', kept: "Lob's HTML template for 4 × 6 in: 3.2835 × 2.375 in, 0.275 in from the right and 0.25 in from the lower edge of the bleed", weight: 'USPS DMM 201; paper assumed' },
};

export const us6x9Postcard: MailpieceFormat = {
  ...POSTCARD,
  name: 'us-6x9-postcard',
  title: 'US postcard, 6 × 9 in',
  sheet: { width: 9 * INCH, height: 6 * INCH, bleed: INCH / 8 },
  address: { box: inches(9 - 0.15 - 4, 6 - 0.125 - 2.375, 4, 2.375), size: 10, least: 8, leading: 4.2, stand: 'top', by: 'provider' },
  kept: [{ name: 'address zone', page: 2, box: inches(9 - 0.15 - 4, 6 - 0.125 - 2.375, 4, 2.375) }],
  weight: '120 lb cover: USPS letter rate',
  sources: { ...LOB, address: 'Lob prints address, postage and barcode in its ink-free zone', kept: "Lob's HTML template for 6 × 11 in: 4 × 2.375 in (assumed for 6 × 9 in, at the place of 4 × 6 in)", weight: 'USPS DMM 201; paper assumed' },
};

export const usLetter: MailpieceFormat = {
  name: 'us-letter',
  title: 'US letter, 8.5 × 11 in',
  kind: 'letter',
  sheet: { width: 8.5 * INCH, height: 11 * INCH, bleed: 0 },
  safe: INCH * 0.1875,
  pages: { least: 1, most: 6 },
  addressPage: 1,
  address: { box: inches(0.695, 1.75, 2.92, 0.9), size: 10, least: 8, leading: 4.2, stand: 'top', by: 'provider' },
  kept: [{ name: 'address zone', page: 1, box: inches(0.6, 0.5, 4.025, 2.34) }],
  folds: [(11 * INCH) / 3, (22 * INCH) / 3],
  qrModule: 0.5,
  qrSize: INCH,
  weight: 'one ounce takes four sheets of 20 lb and a #10 envelope',
  sources: {
    ...{ trim: 'ANSI A', bleed: 'none: Lob prints letters inside the sheet', safe: "Lob's HTML template for letters: 0.1875 in", folds: 'thirds: Lob, letters of up to 6 sheets in a #10 envelope' },
    address: "Lob prints it: HTML template, 2.92 × 0.9 in in the envelope's lower window",
    kept: "Lob's HTML template: windows of 3.25 × 0.875 in at 0.625, 0.5 in and 4 × 1 in at 0.625, 1.75 in; white box of 3.15 × 2 in at 0.6, 0.84 in",
    qr: '0.5 mm; Lob asks for at least 1 in for a QR code in all',
    weight: 'computed',
  },
};
