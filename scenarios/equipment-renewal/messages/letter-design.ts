import { address, pageNumber, paragraphs, purl, qr, rectangle, text, words } from '../../content/design-fields.ts';
import { design } from '../../content/design.ts';
import type { Cmyk } from '../../content/index.ts';
import type { Language } from '../../kit/language.ts';
import { brand } from '../brand.ts';

const letterhead = new URL('../artwork/letterhead.pdf', import.meta.url);
const MIST: Cmyk = [0.08, 0.03, 0.03, 0];
const MOON: Cmyk = [0.02, 0.2, 0.72, 0];
/** A lighter black, for labels: one ink still. */
const SOFT: Cmyk = [0, 0, 0, 0.65];

/** Left edge and width of the text, of the notes beside it. */
const TEXT = { x: 25, width: 112 };
const NOTES = { x: 147, width: 38 };

const FIXED = {
  fr: { installation: 'Votre installation', age: 'Son âge', agency: 'Votre agence', scan: 'Devis, ou entretien comme d’habitude ?', how: 'Scannez ce code, ou tapez votre adresse personnelle :', page: 'Page {page} sur {pages}' },
  en: { installation: 'Your installation', age: 'Its age', agency: 'Your agency', scan: 'A quote, or a service as usual?', how: 'Scan this code, or type your personal address:', page: 'Page {page} of {pages}' },
} as const;

/** The house's letter: text on the left, what it is about in notes beside it, how to answer underneath. */
export const LETTER = { fr: letterDesign('fr'), en: letterDesign('en') };

function letterDesign(speech: Language) {
  const fixed = FIXED[speech];
  const [sender, street, town] = brand.address.split(', ');
  const body = { size: 10.2, leading: 14.6, gap: 2.6, overflow: 'next-page' } as const;
  const note = { ...NOTES, height: 5, size: 9.5, least: 7.5, face: 'bold', lines: 1 } as const;
  const label = (label: string, y: number) => words({ text: label, ...NOTES, y, height: 4, size: 7, colour: SOFT });
  return design({
    format: 'dl-letter-fr',
    pages: [
      {
        background: { pdf: letterhead, page: 1 },
        drawn: [
          words({ text: `${sender}\n${street}\n${town}`, x: 25, y: 36, width: 60, height: 13, size: 7.5, leading: 11.2, colour: SOFT }),
          rectangle({ x: 147, y: 120, width: 8, height: 0.8, colour: MOON }),
          label(fixed.installation, 123.5),
          label(fixed.age, 135.5),
          label(fixed.agency, 147.5),
          rectangle({ x: 25, y: 214, width: 160, height: 38, radius: 3, colour: MIST }),
          words({ text: fixed.scan, x: 66, y: 219.5, width: 112, height: 8, size: 14, face: 'bold' }),
          words({ text: fixed.how, x: 66, y: 229, width: 112, height: 5, size: 9 }),
        ],
        fields: {
          to: address(),
          subject: text({ x: 25, y: 102, width: 150, height: 14, size: 15, least: 12, leading: 19.5, face: 'bold', lines: 2 }),
          salutation: text({ ...TEXT, y: 119.3, height: 6, size: 10.2, least: 8.5, leading: 15, lines: 1 }),
          body: paragraphs({ ...TEXT, y: 127.5, height: 83, least: 9.6, ...body }),
          installation: text({ ...note, y: 127.5 }),
          age: text({ ...note, y: 139.5 }),
          agency: text({ ...note, y: 151.5, height: 10, lines: 2 }),
          scan: qr({ x: 28, y: 217, size: 32 }),
          web: purl({ x: 66, y: 236, width: 112, height: 10, size: 11, leading: 14, face: 'bold' }),
          terms: text({ x: 25, y: 257, width: 160, height: 8, size: 6.2, leading: 8.4, colour: SOFT }),
        },
      },
    ],
    continuation: {
      background: { pdf: letterhead, page: 2 },
      fields: {
        body: paragraphs({ ...TEXT, y: 40, height: 225, ...body }),
        number: pageNumber({ x: 125, y: 278, width: 60, height: 5, size: 7.5, align: 'right', text: fixed.page, colour: SOFT }),
      },
    },
  });
}
