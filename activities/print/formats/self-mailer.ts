import type { MailpieceFormat } from './format.ts';

/**
 * A sheet of A4 folded once to A5, without an envelope. Page 1 is the outside: its upper half is the address side, so that the fold is the lower
 * edge when the address is read, as posts ask; its lower half is the back, seen upside down from here. Page 2 is the inside. Glued or taped at the top.
 */
export const a5SelfMailer: MailpieceFormat = {
  name: 'a5-self-mailer',
  title: 'Self-mailer, A4 folded to A5',
  kind: 'self-mailer',
  sheet: { width: 210, height: 297, bleed: 3 },
  safe: 5,
  pages: { least: 2, most: 2 },
  addressPage: 1,
  address: { box: { x: 117, y: 87, width: 78, height: 27 }, size: 10, least: 8, leading: 4.5, stand: 'top', by: 'us' },
  kept: [
    { name: 'franking zone', page: 1, box: { x: 136, y: 0, width: 74, height: 40 } },
    { name: 'barcode zone', page: 1, box: { x: 70, y: 128.5, width: 140, height: 20 } },
  ],
  folds: [148.5],
  qrModule: 0.5,
  weight: '170 g/m² gives 10.6 g: up to 20 g',
  sources: {
    trim: 'ISO 216 (A4, A5 closed)',
    bleed: '3 mm, as European printers ask',
    safe: '5 mm (assumed), also beside the fold',
    address: 'bpost Masspost guide 2025: 15 to 140 mm from the right edge, over the indexing zone',
    kept: 'bpost Masspost guide 2025: franking 74 × 40 mm, indexing zone 140 mm wide; 20 mm high: La Poste',
    folds: 'half; a closed edge at the bottom when the address is read: Deutsche Post (adressdruck.de), USPS DMM 201.3.14',
    qr: '0.5 mm: tested; never across a fold',
    weight: 'computed',
  },
};
