import { address, image, paidMark, paragraphs, purl, qr, rectangle, text, voucher, words } from '../../content/design-fields.ts';
import { design } from '../../content/design.ts';
import type { Language } from '../../kit/index.ts';
import { brand } from '../brand.ts';

const artwork = new URL('../artwork/come-back-card.pdf', import.meta.url);
const PAPER = [0, 0, 0, 0] as const;

const FIXED = {
  fr: { claim: brand.claim.fr, yours: 'Votre bon de retour', scan: 'Scannez, ou tapez cette adresse :', paid: ['PORT PAYÉ', 'FRANCE', 'Courrier publicitaire'] },
  en: { claim: brand.claim.en, yours: 'Your voucher', scan: 'Scan, or type this address:', paid: ['PORT PAYÉ', 'FRANCE', 'Courrier publicitaire'] },
} as const;

/** The A5 card of the return: on the shelf of the regulars stands what the variant offers. */
export const COME_BACK = { fr: comeBackDesign('fr'), en: comeBackDesign('en') };

function comeBackDesign(speech: Language) {
  const { claim, yours, scan, paid } = FIXED[speech];
  const [sender, street, town] = brand.address.split(', ');
  return design({
    format: 'a5-postcard',
    pages: [
      {
        background: { pdf: artwork, page: 1 },
        drawn: [words({ text: claim, x: 34, y: 23, width: 90, height: 5, size: 7.5 }), words({ text: brand.shop.replace('https://', ''), x: 14, y: 136, width: 90, height: 5, size: 8.5 })],
        fields: {
          headline: text({ x: 14, y: 38, width: 100, height: 36, size: 33, least: 26, leading: 37, face: 'bold', lines: 3 }),
          subline: text({ x: 14, y: 70, width: 92, height: 14, size: 12.5, leading: 17, lines: 2 }),
          offer: image({ x: 115, y: 24, width: 86.8, height: 96, fit: 'contain' }),
        },
      },
      {
        background: { pdf: artwork, page: 2 },
        drawn: [
          paidMark(...paid),
          words({ text: `${sender}\n${street}\n${town}`, x: 109, y: 21.5, width: 26, height: 10, size: 5.2, leading: 6.6 }),
          rectangle({ x: 12, y: 66.5, width: 86, height: 53.5, radius: 3, colour: PAPER }),
          words({ text: yours, x: 16.5, y: 70, width: 78, height: 4, size: 7 }),
          words({ text: scan, x: 47, y: 104.5, width: 49, height: 4, size: 7 }),
        ],
        fields: {
          title: text({ x: 12, y: 9.5, width: 86, height: 9, size: 17, least: 13, face: 'bold', lines: 1 }),
          salutation: text({ x: 12, y: 22, width: 86, height: 5, size: 9.5, least: 7.5, face: 'bold', lines: 1 }),
          body: paragraphs({ x: 12, y: 28.5, width: 86, height: 34, size: 9.5, least: 8.5, leading: 13.5, gap: 1.6 }),
          promise: text({ x: 16.5, y: 74, width: 78, height: 7, size: 11.5, least: 9.5, face: 'bold', lines: 1 }),
          code: voucher({ x: 44, y: 84.5, width: 53, height: 17.5, barcode: 'code-128', check: 'mod-31' }),
          scan: qr({ x: 12.7, y: 83, size: 32 }),
          web: purl({ x: 47, y: 108.2, width: 50, height: 8, size: 6.8, leading: 10, face: 'bold' }),
          terms: text({ x: 12, y: 128, width: 56, height: 16, size: 5.2, least: 4.8, leading: 6.6 }),
          to: address(),
        },
      },
    ],
  });
}
