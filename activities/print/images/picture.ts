/** Pixels at most: A4 with its bleed at 600 dpi. More would take memory that a run of thousands has better use for. */
export const MOST_PIXELS = 40_000_000;
/** Colour as it is kept in the PDF: ink, grey (which is black ink), or red, green and blue under a profile that says which. */
export type ColourSpace = { readonly ink: 'cmyk' | 'grey' } | { readonly profile: Uint8Array | 'sRGB' };

/** A picture, ready to go into a PDF. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** SHA-256 of the file, hexadecimal: the same file is embedded once. */
  readonly sha256: string;
  readonly colour: ColourSpace;
  /** Entries of the image's dictionary besides size and colour (ISO 32000-1, 8.9.5), and its bytes. */
  readonly entries: Readonly<Record<string, string | number | readonly number[] | Readonly<Record<string, number>>>>;
  readonly bytes: Uint8Array;
  /** Colours of an indexed picture, three bytes each. */
  readonly palette?: Uint8Array;
  /** How much of each pixel shows, a byte each, compressed by zlib. */
  readonly opacity?: Uint8Array;
}

/** What a format's reader finds, before the file's name is known. */
export type PictureData = Omit<Picture, 'sha256'>;

/** A reason that a reader gives, put into words by `readPicture`. */
export class PictureProblem extends Error {}

/** Refuses what would be too large in memory, by the size that its header gives. */
export function checkPixels(width: number, height: number): void {
  if (width < 1 || height < 1) throw new PictureProblem(`a size of ${width} × ${height} pixels. Save it anew.`);
  if (width * height > MOST_PIXELS) {
    const mega = (pixels: number): string => `${Math.round(pixels / 1e6)} megapixels`;
    throw new PictureProblem(`${width} × ${height} pixels (${mega(width * height)}), and ${mega(MOST_PIXELS)} are the most. Save it at 300 dpi of the size that it is printed in.`);
  }
}
