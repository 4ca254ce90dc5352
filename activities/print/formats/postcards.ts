import type { MailpieceFormat } from './format.ts';

const POST = 'Deutsche Post, automatable postcards: franking zone 74 × 40 mm at the upper right, 15 mm free along the lower edge, address 15 mm from the edges';
const ISO = 'ISO 216';
const BLEED = '3 mm, as European printers ask (1-2-print.co.uk, webforma.co.uk guides)';

const POSTCARD = { kind: 'postcard', pages: { least: 2, most: 2 }, addressPage: 2, folds: [], qrModule: 0.5, safe: 4 } as const;
const QR = '0.5 mm: tested; ISO/IEC 18004 asks for a quiet zone of 4 modules, Denso Wave for 4 dots a module (0.17 mm at 600 dpi)';
const SAFE = '4 mm: printers ask for 3 to 5';

export const a6Postcard: MailpieceFormat = {
  ...POSTCARD,
  name: 'a6-postcard',
  title: 'A6 postcard',
  sheet: { width: 148, height: 105, bleed: 3 },
  address: { box: { x: 80, y: 51.5, width: 62, height: 27 }, size: 10, least: 7.5, leading: 4.5, stand: 'top', by: 'us' },
  kept: [
    { name: 'franking zone', page: 2, box: { x: 74, y: 0, width: 74, height: 40 } },
    { name: 'barcode zone', page: 2, box: { x: 74, y: 90, width: 74, height: 15 } },
  ],
  weight: '350 g/m² gives 5.4 g: first class of weight everywhere (up to 20 g)',
  sources: { trim: ISO, bleed: BLEED, safe: SAFE, address: `${POST}; 6 mm from the right edge as on our house card (assumed)`, kept: POST, folds: 'none', qr: QR, weight: 'computed; 20 g: Deutsche Post, La Poste' },
};

export const a5Postcard: MailpieceFormat = {
  ...POSTCARD,
  name: 'a5-postcard',
  title: 'A5 postcard',
  sheet: { width: 210, height: 148, bleed: 3 },
  address: { box: { x: 117, y: 87, width: 78, height: 27 }, size: 10, least: 8, leading: 4.5, stand: 'top', by: 'us' },
  kept: [
    { name: 'franking zone', page: 2, box: { x: 136, y: 0, width: 74, height: 40 } },
    { name: 'barcode zone', page: 2, box: { x: 70, y: 128, width: 140, height: 20 } },
  ],
  weight: '300 g/m² gives 9.3 g: up to 20 g',
  sources: {
    ...{ trim: ISO, bleed: BLEED, safe: SAFE, folds: 'none', qr: QR, weight: 'computed' },
    address: 'bpost Masspost guide 2025: address 15 to 140 mm from the right edge, over the indexing zone',
    kept: 'bpost Masspost guide 2025: franking 74 × 40 mm, indexing zone 140 mm wide; 20 mm high: La Poste, replies (20 mm from the lower edge)',
  },
};
