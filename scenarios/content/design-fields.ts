import type { Cmyk } from './postcard.ts';
import type { VoucherCheck } from './voucher-code.ts';

/** Millimetres from the trim's top left corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
}
export interface Area extends Place {
  readonly width: number;
  readonly height: number;
}

/** A page of a designer's PDF: its trim must be the format's, and its ink must reach the bleed's edge. */
export interface PdfBackground {
  /** A file, such as `new URL('letterhead.pdf', import.meta.url)`. */
  readonly pdf: URL;
  /** From 1; the first unless said. */
  readonly page?: number;
}

/** How a text stands in its area. */
export interface TextSetting extends Area {
  readonly face?: 'regular' | 'bold';
  /** Points. */
  readonly size: number;
  /** The smallest size, in points, to which a text that is too long may shrink; it does not shrink unless said. */
  readonly least?: number;
  /** Points from baseline to baseline at full size; 1.35 times the size unless said. */
  readonly leading?: number;
  readonly align?: 'left' | 'middle' | 'right';
  /** Where a text that does not fill its area stands; at the top unless said. */
  readonly stand?: 'top' | 'middle' | 'bottom';
  /** Black alone unless said. */
  readonly colour?: Cmyk;
  /** Lines at most, however much room there is. */
  readonly lines?: number;
}

export interface TextField extends TextSetting {
  readonly kind: 'text';
}

/** Several paragraphs, parted by `gap`. */
export interface ParagraphsField extends TextSetting {
  readonly kind: 'paragraphs';
  /** Millimetres between two paragraphs; half a line unless said. */
  readonly gap?: number;
  /** What becomes of a text that is too long even at its smallest size: an error, or it goes on on continuation pages, at full size. */
  readonly overflow?: 'error' | 'next-page';
}

/** A PNG or JPEG file of the piece's own. */
export interface ImageField extends Area {
  readonly kind: 'image';
  /** `cover` fills the area and is cropped evenly, `contain` shows all of it. */
  readonly fit?: 'cover' | 'contain';
  /** Rounded corners, millimetres. */
  readonly radius?: number;
  /** Pixels per inch as placed: under `least` (150, or more where said) it is an error, under `wanted` (250 unless said) a warning. */
  readonly dpi?: { readonly least?: number; readonly wanted?: number };
}

/** The piece's QR code, quiet zone included in `size`. */
export interface QrField extends Place {
  readonly kind: 'qr';
  readonly size: number;
}

/** The personal address in clear: on one line where it fits, else on two, parted before the name or the key. */
export interface PurlField extends Omit<TextSetting, 'lines' | 'least'> {
  readonly kind: 'purl';
}

/** A voucher's code as a barcode, with the code in clear under it. */
export interface VoucherField extends Area {
  readonly kind: 'voucher';
  readonly barcode: 'code-128' | 'ean-13' | 'data-matrix';
  /** How the code proves itself; a code that does not is an error. */
  readonly check: VoucherCheck;
  /** Leave the code in clear out: it stands elsewhere. */
  readonly bare?: boolean;
}

/** The postal address, in the format's zone and size. */
export interface AddressField {
  readonly kind: 'address';
}

/** Which page it is, such as `Page {page} sur {pages}`. */
export interface PageNumberField extends TextSetting {
  readonly kind: 'page-number';
  readonly text: string;
}

export type Field = TextField | ParagraphsField | ImageField | QrField | PurlField | VoucherField | AddressField | PageNumberField;

/** What every piece has alike. */
export type Drawing =
  | (Area & { readonly shape: 'rectangle'; readonly colour: Cmyk; readonly radius?: number })
  | (Place & { readonly shape: 'circle'; readonly radius: number; readonly colour: Cmyk })
  | (Place & { readonly shape: 'path'; readonly path: string; readonly scale?: number; readonly colour: Cmyk })
  | (Area & { readonly shape: 'clipped'; readonly radius?: number; readonly drawn: readonly Drawing[] })
  | (TextSetting & { readonly shape: 'words'; readonly text: string })
  | (Omit<ImageField, 'kind'> & { readonly shape: 'picture'; readonly file: URL })
  | { readonly shape: 'paid-mark'; readonly lines: readonly [string, ...string[]] };

/** @example text({ x: 20, y: 96, width: 120, height: 6, size: 11, face: 'bold' }) */
export const text = (setting: TextSetting): TextField => ({ kind: 'text', ...setting });
/** @example paragraphs({ x: 20, y: 105, width: 120, height: 150, size: 10.5, overflow: 'next-page' }) */
export const paragraphs = (setting: Omit<ParagraphsField, 'kind'>): ParagraphsField => ({ kind: 'paragraphs', ...setting });
/** @example image({ x: -3, y: -3, width: 216, height: 100, fit: 'cover' }) */
export const image = (setting: Omit<ImageField, 'kind'>): ImageField => ({ kind: 'image', ...setting });
/** @example qr({ x: 150, y: 200, size: 30 }) */
export const qr = (setting: Omit<QrField, 'kind'>): QrField => ({ kind: 'qr', ...setting });
/** @example purl({ x: 20, y: 260, width: 120, height: 5, size: 9, face: 'bold' }) */
export const purl = (setting: Omit<PurlField, 'kind'>): PurlField => ({ kind: 'purl', ...setting });
/** @example voucher({ x: 120, y: 240, width: 70, height: 22, barcode: 'code-128', check: 'mod-31' }) */
export const voucher = (setting: Omit<VoucherField, 'kind'>): VoucherField => ({ kind: 'voucher', ...setting });
/** The address block; each design has one, unless the printer sets it. */
export const address = (): AddressField => ({ kind: 'address' });
/** @example pageNumber({ x: 150, y: 280, width: 40, height: 5, size: 8, align: 'right', text: 'Page {page} sur {pages}' }) */
export const pageNumber = (setting: Omit<PageNumberField, 'kind'>): PageNumberField => ({ kind: 'page-number', ...setting });

/** @example rectangle({ x: -3, y: -3, width: 216, height: 40, colour: NAVY }) */
export const rectangle = (shape: Area & { readonly colour: Cmyk; readonly radius?: number }): Drawing => ({ shape: 'rectangle', ...shape });
export const circle = (shape: Place & { readonly radius: number; readonly colour: Cmyk }): Drawing => ({ shape: 'circle', ...shape });
/** A path in the letters of SVG (absolute M, L, C and Z), in millimetres from `x`, `y`. */
export const path = (shape: Place & { readonly path: string; readonly scale?: number; readonly colour: Cmyk }): Drawing => ({ shape: 'path', ...shape });
/** What is drawn within an area, and cut off at its edge. */
export const clipped = (shape: Area & { readonly radius?: number; readonly drawn: readonly Drawing[] }): Drawing => ({ shape: 'clipped', ...shape });
/** @example words({ text: 'Airelune', x: 20, y: 14, width: 80, height: 8, size: 14, face: 'bold' }) */
export const words = (shape: TextSetting & { readonly text: string }): Drawing => ({ shape: 'words', ...shape });
export const picture = (shape: Omit<ImageField, 'kind'> & { readonly file: URL }): Drawing => ({ shape: 'picture', ...shape });
/** The mark of prepaid postage, in the format's zone for it; the first line is large. */
export const paidMark = (...lines: readonly [string, ...string[]]): Drawing => ({ shape: 'paid-mark', lines });
