import type { FormatName } from '../../../scenarios/content/index.ts';
import type { AddressZone, MailpieceFormat, WindowEnvelope } from './format.ts';
import { visibleThrough } from './window.ts';

const SHEET = { width: 210, height: 297, bleed: 3 } as const;
const DIN_680 = 'DIN 680 envelope window of 90 × 45 mm, 20 mm from the left';

interface Letter {
  readonly name: FormatName;
  readonly title: string;
  readonly folds: readonly number[];
  readonly envelope: WindowEnvelope;
  readonly address: Omit<AddressZone, 'by'>;
  readonly weight: string;
  readonly sources: Pick<MailpieceFormat['sources'], 'address' | 'kept' | 'folds'>;
}

/** A sheet of A4 or several, folded into a window envelope. What may show in the window besides the address stays free. */
function letter({ name, title, folds, envelope, address, weight, sources }: Letter): MailpieceFormat {
  return {
    ...{ name, title, kind: 'letter', sheet: SHEET, safe: 8, pages: { least: 1, most: 6 }, addressPage: 1, folds, envelope, qrModule: 0.5, weight },
    address: { ...address, by: 'us' },
    kept: [{ name: 'window', page: 1, box: visibleThrough(envelope, SHEET).ever }],
    sources: {
      ...{ trim: 'ISO 216 (A4)', bleed: '3 mm (assumed: letters that bleed are printed on oversize sheets)', safe: '8 mm (assumed: office and high-speed printers leave 5 mm)' },
      ...{ qr: '0.5 mm: tested; ISO/IEC 18004 quiet zone of 4 modules', weight: 'computed at 80 g/m²: 5 g a sheet, 5 g a DL and 7 g a C5 envelope' },
      ...sources,
    },
  };
}

const THREE = 'three sheets of 80 g/m² and a DL envelope stay within 20 g';
const FRENCH = 'edics.fr: address 110 mm from the left and 55 mm from the top, in 85 × 33 mm';

export const dlLetterFr = letter({
  name: 'dl-letter-fr',
  title: 'DL window letter, France',
  folds: [99, 198],
  envelope: { width: 220, height: 110, window: { x: 100, y: 55, width: 100, height: 35 }, packet: { height: 99, top: 0 } },
  address: { box: { x: 110, y: 55.2, width: 79, height: 23.6 }, size: 10, least: 8, leading: 4, stand: 'middle' },
  weight: THREE,
  sources: { address: FRENCH, kept: 'DL 110 × 220 mm (ISO 269), window of 35 × 100 mm, 20 mm from the right and the lower edge: common French stock (assumed)', folds: 'equal thirds (assumed)' },
});

export const c5LetterFr = letter({
  name: 'c5-letter-fr',
  title: 'C5 window letter, France',
  folds: [148.5],
  envelope: { width: 229, height: 162, window: { x: 109, y: 57, width: 100, height: 45 }, packet: { height: 148.5, top: 0 } },
  address: { box: { x: 110, y: 58, width: 79, height: 28 }, size: 10, least: 8, leading: 4.5, stand: 'middle' },
  weight: 'two sheets of 80 g/m² and a C5 envelope stay within 20 g',
  sources: { address: FRENCH, kept: 'C5 162 × 229 mm (ISO 269), window of 45 × 100 mm, 20 mm from the right and 60 mm from the lower edge: common French stock (assumed)', folds: 'half (ISO 269: C5 takes A4 folded once)' },
});

const DIN_ADDRESS = { size: 10, least: 8, leading: 4.23, stand: 'top' } as const;
const DIN_WINDOW = { x: 20, y: 50, width: 90, height: 45 } as const;

export const dlLetterDin = letter({
  name: 'dl-letter-din',
  title: 'DL window letter, DIN 5008 form B',
  folds: [105, 210],
  envelope: { width: 220, height: 110, window: DIN_WINDOW, packet: { height: 105, top: 0 } },
  address: { box: { x: 25, y: 62.7, width: 74, height: 27.3 }, above: { x: 25, y: 50.5, width: 74, height: 12 }, ...DIN_ADDRESS },
  weight: THREE,
  sources: { address: 'DIN 5008 form B: field of 85 × 45 mm at 20 and 45 mm; address zone of 27.3 mm under 17.7 mm for remarks', kept: `${DIN_680} and 15 mm from the lower edge of DL`, folds: 'DIN 5008 form B: 105 and 210 mm' },
});

export const dlLetterDinA = letter({
  name: 'dl-letter-din-a',
  title: 'DL window letter, DIN 5008 form A',
  folds: [87, 192],
  envelope: { width: 220, height: 110, window: DIN_WINDOW, packet: { height: 105, top: -18 } },
  address: { box: { x: 25, y: 44.7, width: 74, height: 27.3 }, above: { x: 25, y: 32.5, width: 74, height: 12 }, ...DIN_ADDRESS },
  weight: THREE,
  sources: { address: 'DIN 5008 form A: field of 85 × 45 mm at 20 and 27 mm; address zone of 27.3 mm under 17.7 mm for remarks', kept: `${DIN_680} and 15 mm from the lower edge of DL`, folds: 'DIN 5008 form A: 87 and 192 mm' },
});

export const c5LetterDin = letter({
  name: 'c5-letter-din',
  title: 'C5 window letter, DIN 5008 form B',
  folds: [148.5],
  envelope: { width: 229, height: 162, window: { x: 20, y: 57, width: 90, height: 45 }, packet: { height: 148.5, top: 0 } },
  address: { box: { x: 25, y: 62.7, width: 66, height: 25.6 }, above: { x: 25, y: 57.2, width: 66, height: 5.3 }, ...DIN_ADDRESS },
  weight: 'two sheets of 80 g/m² and a C5 envelope stay within 20 g',
  sources: { address: 'DIN 5008 form B, as far as the window shows it wherever the sheet lies', kept: `${DIN_680} and 60 mm from the lower edge of C5`, folds: 'half (ISO 269: C5 takes A4 folded once)' },
});
